using Portal.Graph.Domain.Coverage;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Coverage;

[Requirement("MBR-08")]
public class EligibilityPolicyTests
{
    // Scenario 15: span 2025-01-01..2025-06-30.
    [Theory]
    [InlineData("2024-12-31", EligibilityStatus.Ineligible)]
    [InlineData("2025-01-01", EligibilityStatus.Eligible)]
    [InlineData("2025-06-30", EligibilityStatus.Eligible)]
    [InlineData("2025-07-01", EligibilityStatus.Ineligible)]
    public void A_span_covers_its_first_and_last_day_and_no_other(string dateOfService, EligibilityStatus expected) =>
        EligibilityPolicy.Verdict([Cast.Span("2025-01-01", "2025-06-30")], Cast.Date(dateOfService)).Status.ShouldBe(expected);

    [Fact]
    public void Not_eligible_is_shown_as_an_error_and_names_no_span()
    {
        var verdict = EligibilityPolicy.Verdict([Cast.Span("2025-01-01", "2025-06-30")], new(2025, 7, 1));
        verdict.Severity.ShouldBe(VerdictSeverity.Error);
        verdict.Span.ShouldBeNull();
    }

    [Fact]
    public void An_open_span_covers_every_later_day()
    {
        var verdict = EligibilityPolicy.Verdict([Cast.Span("2025-01-01")], new(2039, 12, 31));
        verdict.Status.ShouldBe(EligibilityStatus.Eligible);
        verdict.Severity.ShouldBe(VerdictSeverity.Info);
    }

    [Fact]
    public void Of_two_programmes_that_cover_the_day_the_later_one_is_named()
    {
        var later = Cast.Span("2025-03-01");
        EligibilityPolicy.Verdict([Cast.Span("2025-01-01"), later], new(2025, 4, 1)).Span.ShouldBeSameAs(later);
    }

    [Fact]
    public void Without_spans_nobody_is_eligible() =>
        EligibilityPolicy.Verdict([], new(2025, 4, 1)).Status.ShouldBe(EligibilityStatus.Ineligible);
}
