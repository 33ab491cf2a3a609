using Portal.Graph.Domain.Coverage;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Coverage;

[Requirement("MBR-09")]
public class GracePolicyTests
{
    private static readonly EligibilitySpan Span =
        Cast.Span("2025-01-01", graceStart: "2025-05-01", graceEnd: "2025-07-30", paidThrough: "2025-04-30");

    // Scenario 16.
    [Theory]
    [InlineData("2025-04-30", false)]
    [InlineData("2025-05-01", true)]
    [InlineData("2025-07-30", true)]
    [InlineData("2025-07-31", false)]
    public void The_past_due_note_shows_exactly_within_the_grace_period(string dateOfService, bool shows) =>
        (GracePolicy.Note(Span, Lob.Medicaid, Cast.Date(dateOfService)) is not null).ShouldBe(shows);

    [Fact]
    public void The_note_tells_the_paid_through_date_and_the_end_of_grace()
    {
        var note = GracePolicy.Note(Span, Lob.Medicaid, new(2025, 5, 10)).ShouldNotBeNull();
        note.PaidThrough.ShouldBe(new DateOnly(2025, 4, 30));
        note.GraceEnd.ShouldBe(new DateOnly(2025, 7, 30));
        note.Message.ShouldContain("2025-04-30");
        note.Message.ShouldContain("2025-07-30");
    }

    [Theory]
    [InlineData(Lob.Marketplace, "2025-05-31", 1, false)]
    [InlineData(Lob.Marketplace, "2025-06-01", 2, true)]
    [InlineData(Lob.Marketplace, "2025-07-30", 3, true)]
    [InlineData(Lob.Medicaid, "2025-06-01", 2, false)]
    [InlineData(Lob.Dual, "2025-07-30", 3, false)]
    public void Months_two_and_three_of_a_marketplace_grace_period_warn_of_pended_claims(Lob lob, string dateOfService, int month, bool warns)
    {
        var note = GracePolicy.Note(Span, lob, Cast.Date(dateOfService)).ShouldNotBeNull();
        note.GraceMonth.ShouldBe(month);
        note.ClaimsMayBePended.ShouldBe(warns);
        note.Message.Contains("156.270(d)").ShouldBe(warns);
    }

    [Fact]
    public void Grace_months_that_begin_at_a_month_end_are_counted_from_their_start()
    {
        var span = Cast.Span("2025-01-01", graceStart: "2025-01-31", graceEnd: "2025-04-30");
        GracePolicy.Note(span, Lob.Marketplace, new(2025, 2, 27)).ShouldNotBeNull().GraceMonth.ShouldBe(1);
        GracePolicy.Note(span, Lob.Marketplace, new(2025, 2, 28)).ShouldNotBeNull().GraceMonth.ShouldBe(2);
        GracePolicy.Note(span, Lob.Marketplace, new(2025, 3, 30)).ShouldNotBeNull().GraceMonth.ShouldBe(2);
        GracePolicy.Note(span, Lob.Marketplace, new(2025, 3, 31)).ShouldNotBeNull().GraceMonth.ShouldBe(3);
    }

    [Fact]
    public void Without_a_span_or_a_grace_period_there_is_no_note()
    {
        GracePolicy.Note(null, Lob.Marketplace, new(2025, 5, 1)).ShouldBeNull();
        GracePolicy.Note(Cast.Span("2025-01-01"), Lob.Marketplace, new(2025, 5, 1)).ShouldBeNull();
    }
}
