using Portal.Graph.Domain.Coverage;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Coverage;

[Requirement("COB-13")]
public class SpanPolicyTests
{
    private static readonly DateRange[] January = [new(new(2025, 1, 1), new(2025, 1, 31))];

    [Fact]
    public void A_span_that_starts_on_the_last_day_of_another_is_refused_and_names_it()
    {
        var refusal = SpanPolicy.Check(Cast.Details("2025-01-31", "2025-02-28"), January).ShouldHaveSingleItem().ShouldBeOfType<SpanOverlap>();
        refusal.Existing.ShouldBe(January[0]);
        refusal.Code.ShouldBe("SPAN_OVERLAP");
    }

    [Fact]
    public void Adjacent_spans_stand_side_by_side()
    {
        SpanPolicy.Check(Cast.Details("2025-02-01"), January).ShouldBeEmpty();
        SpanPolicy.Check(Cast.Details("2024-01-01", "2024-12-31"), January).ShouldBeEmpty();
    }

    [Fact]
    public void A_span_that_ends_on_the_first_day_of_another_is_refused() =>
        SpanPolicy.Check(Cast.Details("2024-06-01", "2025-01-01"), January).ShouldHaveSingleItem().ShouldBeOfType<SpanOverlap>();

    [Fact]
    public void An_open_span_before_another_is_refused() =>
        SpanPolicy.Check(Cast.Details("2024-06-01"), January).ShouldHaveSingleItem().ShouldBeOfType<SpanOverlap>();

    [Fact]
    public void A_span_of_one_day_is_accepted_and_one_that_ends_before_it_starts_is_refused()
    {
        SpanPolicy.Check(Cast.Details("2025-03-01", "2025-03-01"), January).ShouldBeEmpty();
        SpanPolicy.Check(Cast.Details("2025-03-01", "2025-02-28"), January).ShouldHaveSingleItem()
            .ShouldBeOfType<SpanDatesReversed>().Code.ShouldBe("SPAN_DATES_REVERSED");
    }

    [Fact]
    public void A_grace_period_that_ends_before_it_starts_is_refused() =>
        SpanPolicy.Check(Cast.Details("2025-03-01", graceStart: "2025-05-01", graceEnd: "2025-04-30"), [])
            .ShouldHaveSingleItem().ShouldBeOfType<SpanDatesReversed>();

    [Fact]
    public void Half_a_grace_period_is_refused() =>
        SpanPolicy.Check(Cast.Details("2025-03-01", graceStart: "2025-05-01"), [])
            .ShouldHaveSingleItem().ShouldBeOfType<RequiredFieldMissing>();

    [Fact]
    public void Both_reversed_dates_are_told_at_once() =>
        SpanPolicy.Check(Cast.Details("2025-03-01", "2025-01-01", "2025-05-01", "2025-04-30"), []).Count.ShouldBe(2);
}
