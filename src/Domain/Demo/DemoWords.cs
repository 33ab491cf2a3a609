using Portal.Graph.Domain.Platform;

namespace Portal.Graph.Domain.Demo;

/// <summary>Words that made-up people, streets and practices are named with.</summary>
internal static class DemoWords
{
    public static readonly string[] FemaleNames =
        ["Ada", "Beth", "Carmen", "Diane", "Elena", "Faye", "Gina", "Hana", "Iris", "Joan", "Kayla", "Lena", "Maya", "Nora", "Opal", "Petra", "Rosa", "Selma", "Tessa", "Uma", "Vera", "Wanda", "Yara", "Zoe"];

    public static readonly string[] MaleNames =
        ["Aaron", "Boris", "Caleb", "Darius", "Eli", "Felix", "Gavin", "Hugo", "Ivan", "Jonas", "Karl", "Leon", "Marco", "Nils", "Omar", "Paul", "Quinn", "Rafael", "Simon", "Theo", "Umberto", "Victor", "Walt", "Yusuf"];

    public static readonly string[] LastNames =
        ["Abbott", "Barnes", "Castillo", "Dalton", "Emerson", "Fuentes", "Garner", "Hoffman", "Ibarra", "Jennings", "Keller", "Lozano", "Mercer", "Novak", "O'Brien", "Pruitt", "Quigley", "Ramsey", "Salazar", "Thorpe", "Underwood",
         "Vasquez", "Whitaker", "Xiong", "Yates", "Zimmer", "Ashford", "Boone", "Calloway", "Drake", "Ellison", "Frost", "Gibbs", "Harmon", "Ingram", "Jarvis", "Knox", "Lambert", "Maddox", "Nash", "Osgood", "Parrish", "Rourke", "Sutter"];

    public static readonly string[] Streets = ["Main St", "Oak Ave", "Maple Dr", "Cedar Ln", "River Rd", "Park Blvd", "Hill St", "Church St", "Mill Rd", "Lake Ave"];

    public static readonly string[] Languages = ["English", "English", "English", "English", "English", "English", "Spanish", "Spanish", "Somali", "Nepali"];

    public static readonly string[] Carriers = ["Lakeshore Mutual", "Prairie Health", "Union Workers Fund", "Keystone Benefit", "Pioneer Life"];

    /// <summary>First words of practices, one each.</summary>
    public static readonly string[] Places =
        ["Amber Falls", "Birch Hollow", "Copper Creek", "Dogwood", "Eagle Bend", "Fern Ridge", "Gray Stone", "Hickory Grove", "Iron Bridge", "Juniper", "Kestrel", "Laurel Park", "Meadowlark", "North Fork", "Old Orchard",
         "Pine Bluff", "Quail Run", "Red Clay", "Silver Lake", "Tall Oaks", "Upper Bend", "Violet Hill", "Willow Spring", "Yellow Poplar", "Aspen Gate", "Bear Paw", "Clearwater", "Deer Path", "East Harbor", "Fox Glen",
         "Green Mill", "Heron Point", "Ivy Square", "Jasper", "Kings Ford", "Limestone", "Mockingbird", "Nutmeg", "Otter Creek", "Painted Post"];

    public static readonly (string Name, string Specialty, bool IsPcp)[] Practices =
    [
        ("Family Practice", "Family Medicine", true), ("Pediatrics", "Pediatrics", true), ("Internal Medicine", "Internal Medicine", true), ("Orthopedics", "Orthopedic Surgery", false),
        ("Behavioral Health", "Psychiatry", false), ("Women's Health", "Obstetrics & Gynecology", false), ("Heart Center", "Cardiology", false), ("Physical Therapy", "Physical Therapy", false),
    ];

    public static (string City, string Zip)[] CitiesOf(Market market) => market switch
    {
        Market.OH => [("Dayton", "45402"), ("Columbus", "43215"), ("Toledo", "43604"), ("Lima", "45801")],
        Market.IN => [("Indianapolis", "46204"), ("Muncie", "47305"), ("Gary", "46402")],
        Market.KY => [("Louisville", "40202"), ("Lexington", "40507")],
        Market.WV => [("Charleston", "25301"), ("Wheeling", "26003")],
        Market.GA => [("Atlanta", "30303"), ("Macon", "31201"), ("Savannah", "31401")],
        Market.NV => [("Reno", "89501"), ("Henderson", "89015")],
    };

    public static string ProgramOf(Market market, Lob lob) => lob switch
    {
        Lob.Medicaid => $"{market.StateName()} Medicaid",
        Lob.Marketplace => "Marketplace Silver",
        Lob.Medicare => "Medicare Advantage",
        Lob.Dual => "Dual Special Needs",
    };
}
