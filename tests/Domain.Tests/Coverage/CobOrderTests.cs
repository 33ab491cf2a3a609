using Portal.Graph.Domain.Coverage;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Coverage;

[Requirement("COB-03")]
public class CobOrderTests
{
    private static readonly DateTimeOffset Noon = new(2025, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private static CobRecord Record(string carrier, CobPriority priority, string effective, int createdMinutesLater = 0) => CobRecord.Of(
        Cast.Subscriber(), carrier, "P1", "Anna Rivera", CobRelationship.Self, InsuranceType.Medical, priority, Cast.Date(effective),
        Noon.AddMinutes(createdMinutesLater));

    [Fact]
    public void The_most_recent_primary_insurance_is_first()
    {
        CobRecord[] records =
        [
            Record("old primary", CobPriority.Primary, "2020-01-01"), Record("secondary", CobPriority.Secondary, "2025-01-01"),
            Record("new primary", CobPriority.Primary, "2024-01-01"), Record("tertiary", CobPriority.Tertiary, "2025-06-01"),
        ];
        CobRecord.InOrder(records).Select(r => r.Carrier).ShouldBe(["new primary", "old primary", "secondary", "tertiary"]);
    }

    [Fact]
    public void Records_of_the_same_day_are_ordered_by_when_they_were_made()
    {
        CobRecord[] records = [Record("first", CobPriority.Primary, "2024-01-01"), Record("second", CobPriority.Primary, "2024-01-01", 5)];
        CobRecord.InOrder(records).First().Carrier.ShouldBe("second");
    }
}
