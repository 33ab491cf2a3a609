using Portal.Graph.Domain.Coverage;
using Portal.Graph.Domain.Members;
using Portal.Graph.Domain.Platform;

namespace Portal.Graph.Domain.Demo;

/// <summary>The families of <see cref="DemoCast"/>, one for each thing worth showing.</summary>
internal sealed class DemoNamedFamilies(DateOnly today, DateTimeOffset now)
{
    private static readonly (string, string, string) Home = ("12 Cedar Ln", "Dayton", "45402");

    public IEnumerable<DemoFamily> Make() => [Rivera(), InGrace(), Ended(), Future(), WithCob(), Georgia(), Moved(), Dual()];

    private DemoFamily Rivera()
    {
        var family = Family(Market.OH, Lob.Medicaid, DemoSpans.Open(today, 36));
        var anna = family.Add(Person(DemoCast.Subscriber, "Anna", "Rivera", 41, Gender.Female, null, DemoCast.SubscriberMedicaidId, DemoCast.CaseNumber), Home);
        family.Add(Person(DemoCast.Spouse, "Luis", "Rivera", 43, Gender.Male, anna, "B2C3D4E5", DemoCast.CaseNumber), Home);
        family.Add(Person(DemoCast.Child, "Mia", "Rivera", 10, Gender.Female, anna, DemoCast.ChildMedicaidId, DemoCast.CaseNumber), Home);
        return family;
    }

    private DemoFamily InGrace() => Single(Market.OH, Lob.Marketplace, DemoSpans.InGrace(today, Lob.Marketplace, 2), DemoCast.InGrace, "Grace", "Holloway", Gender.Female);

    private DemoFamily Ended() => Single(Market.OH, Lob.Medicaid, DemoSpans.Ended(today, 2), DemoCast.Ended, "Edgar", "Finch", Gender.Male, "ED12345678");

    private DemoFamily Future() => Single(Market.OH, Lob.Marketplace, DemoSpans.Future(today), DemoCast.Future, "Fiona", "Marsh", Gender.Female);

    private DemoFamily Georgia() => Single(Market.GA, Lob.Medicaid, DemoSpans.Open(today, 30), DemoCast.GeorgiaMedicaid, "Georgia", "Peters", Gender.Female, "GA12345678");

    private DemoFamily WithCob()
    {
        var family = Single(Market.OH, Lob.Medicaid, DemoSpans.Open(today, 48), DemoCast.WithCob, "Carl", "Osborne", Gender.Male, "CO12345678");
        var carl = family.Members[0];
        CobRecord Cob(string carrier, string policy, CobPriority priority, int fromMonths, DateOnly? term = null) => CobRecord.Of(
            carl, carrier, policy, "Ruth Osborne", CobRelationship.Spouse, InsuranceType.Medical, priority, DemoSpans.First(today, -fromMonths), now, term, "G100", "614-555-0199");
        family.Add(Cob("Lakeshore Mutual", "LM-4471", CobPriority.Primary, 60, DemoSpans.First(today, -14).AddDays(-1)));
        family.Add(Cob("Prairie Health", "PH-9002", CobPriority.Primary, 14));
        family.Add(Cob("Union Workers Fund", "UW-31", CobPriority.Secondary, 20));
        return family;
    }

    private DemoFamily Moved()
    {
        var family = Single(Market.OH, Lob.Medicaid, DemoSpans.Ended(today, 4), DemoCast.Moved, "Morris", "Kent", Gender.Male, "MK12345678");
        family.Cover(family.Members[0], Market.KY, Lob.Medicaid, [new(DemoSpans.First(today, -4))]);
        return family;
    }

    private DemoFamily Dual()
    {
        var family = Single(Market.IN, Lob.Dual, DemoSpans.Open(today, 40), DemoCast.Dual, "Dora", "Lindqvist", Gender.Female, "DL12345678", 72);
        family.Add(CaseManagerAssignment.Of(family.Members[0], "Renee Castle, RN", "614-555-0150", DemoSpans.First(today, -9)));
        return family;
    }

    private DemoFamily Single(Market market, Lob lob, SpanDetails[] spans, string number, string first, string last, Gender gender, string? medicaidId = null, int age = 38)
    {
        var family = Family(market, lob, spans);
        var (city, zip) = DemoWords.CitiesOf(market)[0];
        family.Add(Person(number, first, last, age, gender, null, medicaidId, null), ("7 Oak Ave", city, zip));
        return family;
    }

    private static DemoFamily Family(Market market, Lob lob, SpanDetails[] spans) => new() { Market = market, Lob = lob, Spans = spans };

    // Birthdays are kept clear of today, so that ages hold all year.
    private Member Person(string number, string first, string last, int age, Gender gender, Member? subscriber, string? medicaidId, string? caseNumber) =>
        MemberNumber.TryParse(number, out var parsed)
            ? Member.Enroll(parsed, first, last, new DateOnly(today.Year - age, 1, 15), gender, subscriber, medicaidId, caseNumber, phone: "614-555-0111")
            : throw new ArgumentException("Not a member number.", nameof(number));
}
