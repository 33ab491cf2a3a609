using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Imports;
using Portal.Graph.Domain.Platform;

namespace Portal.Graph.Domain.Demo;

/// <summary>The demo plan's provider accounts with their practitioners. NPIs start with 28: no real one does.</summary>
internal sealed class DemoProviders
{
    private static readonly DateOnly Since = new(2015, 1, 1);
    private readonly Random _random = new(2026);
    private readonly List<ProviderAccount> _accounts = [];
    private readonly List<Practitioner> _practitioners = [];
    private int _npi;

    public DemoProviders()
    {
        var all = Enum.GetValues<Market>();
        Practice = Add(DemoCast.PracticeName, AccountKind.Group, DemoCast.PracticeTaxId, DemoCast.PracticeProviderId, all, "1947 River Rd", "Dayton", "OH", DemoCast.PracticeZip);
        Staff(Practice, ("Ida", "Wells", "Family Medicine", true), ("Samuel", "Okafor", "Family Medicine", true), ("Priya", "Raman", "Pediatrics", true),
            ("Miguel", "Santos", "Internal Medicine", true), ("Helen", "Cho", "Obstetrics & Gynecology", false), ("Dale", "Burke", "Psychiatry", false));
        OtherPractice = Add(DemoCast.OtherPracticeName, AccountKind.Group, DemoCast.OtherPracticeTaxId, DemoCast.OtherPracticeProviderId, [Market.OH, Market.KY, Market.GA], "80 Summit Ave", "Columbus", "OH", "43215");
        Staff(OtherPractice, ("Grant", "Adler", "Family Medicine", true), ("Lucia", "Moreno", "Internal Medicine", true), ("Owen", "Pratt", "Cardiology", false));
        var hospital = Add("Great Bend General Hospital", AccountKind.Facility, "345678901", "100000000789", [Market.OH, Market.IN, Market.KY], "1 Hospital Dr", "Dayton", "OH", "45402");
        Staff(hospital, ("Nadia", "Farouk", "Emergency Medicine", false), ("Peter", "Lang", "General Surgery", false));
        var dental = Add("Bright Harbor Dental", AccountKind.Dental, "456789012", "100000000987", [Market.OH, Market.IN], "12 Harbor St", "Toledo", "OH", "43604");
        Staff(dental, ("Julia", "Stein", "Dentistry", false), ("Marcus", "Bell", "Dentistry", false));
        for (var i = 0; i < DemoWords.Places.Length; i++) AddOrdinary(i);
    }

    /// <summary>The practice of demo.admin and colleagues.</summary>
    public ProviderAccount Practice { get; }

    /// <summary>The practice of other.admin.</summary>
    public ProviderAccount OtherPractice { get; }

    public IReadOnlyList<ProviderAccount> Accounts => _accounts;
    public IReadOnlyList<Practitioner> Practitioners => _practitioners;

    public IEnumerable<Practitioner> Of(ProviderAccount account) => _practitioners.Where(p => p.Affiliations.Any(a => a.Account == account));

    public static bool Serves(ProviderAccount account, Market market) => account.Markets.Any(m => m.Market == market);

    private void AddOrdinary(int i)
    {
        var markets = Enum.GetValues<Market>();
        var home = markets[i % markets.Length];
        var (name, specialty, isPcp) = DemoWords.Practices[i % DemoWords.Practices.Length];
        var cities = DemoWords.CitiesOf(home);
        var (city, zip) = cities[i % cities.Length];
        // Every fifth practice works across a border, every tenth is outside the network.
        Market[] served = i % 5 == 4 ? [home, markets[(i + 1) % markets.Length]] : [home];
        var account = Add($"{DemoWords.Places[i]} {name}", AccountKind.Group, $"5{10_000_000 + i * 7_919:D8}", $"1000001{i:D5}", served,
            $"{100 + i * 7} {DemoWords.Streets[i % DemoWords.Streets.Length]}", city, home.ToString(), zip, i % 10 == 9 ? Participation.NonPar : Participation.Par);
        for (var n = 2 + i % 3; n > 0; n--)
            Staff(account, (Pick(n % 2 == 0 ? DemoWords.FemaleNames : DemoWords.MaleNames), Pick(DemoWords.LastNames), specialty, isPcp));
    }

    private ProviderAccount Add(string name, AccountKind kind, string taxId, string providerId, IEnumerable<Market> markets,
        string line1, string city, string state, string zip, Participation participation = Participation.Par)
    {
        var account = new ProviderAccount { Name = name, TaxId = taxId, CareSourceProviderId = providerId, Npi = NextNpi(), Kind = kind, Participation = participation };
        foreach (var market in markets)
            foreach (var lob in Enum.GetValues<Lob>()) account.Enroll(market, lob, Since);
        foreach (var use in (AddressKind[])[AddressKind.Service, AddressKind.Billing])
            account.At(new ProviderAddress { Kind = use, Line1 = line1, City = city, State = state, Zip = zip, Phone = $"937-555-{100 + _accounts.Count:D4}", EffectiveFrom = Since });
        _accounts.Add(account);
        return account;
    }

    private void Staff(ProviderAccount account, params (string First, string Last, string Specialty, bool IsPcp)[] people)
    {
        foreach (var (first, last, specialty, isPcp) in people)
            _practitioners.Add(new Practitioner
            {
                Npi = NextNpi(),
                FirstName = first,
                LastName = last,
                Specialty = specialty,
                IsPcp = isPcp,
                IsBehavioral = specialty is "Psychiatry",
                LicenceNumber = $"L{_npi:D6}",
                LicenceState = account.Addresses[0].State,
                EffectiveFrom = Since,
            }.WorksFor(account, Since));
    }

    private string NextNpi() => SyntheticNumbers.WithCheckDigit($"28{++_npi:D7}");

    private string Pick(string[] words) => words[_random.Next(words.Length)];
}
