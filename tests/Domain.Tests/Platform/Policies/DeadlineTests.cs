using System.Collections.Frozen;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Calendars;
using Portal.Graph.Domain.Platform.Policies;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Platform.Policies;

public class DeadlineTests
{
    private static readonly FrozenSet<DateOnly> Holidays = Enumerable.Range(2020, 17).SelectMany(FederalHolidays.Of).Select(h => h.Observed).ToFrozenSet();

    private static Deadline? Count(string rule, bool roll, params (DeadlineAnchor Anchor, string Day)[] dates)
    {
        DeadlineRule.TryParse(rule, DeadlineUnit.Days, out var parsed).ShouldBeTrue(rule);
        var row = new PolicySetting { Key = "dispute.days", Value = rule, Source = "manual", From = new(2020, 1, 1), Market = Market.GA, Lob = Lob.Medicaid };
        return Deadline.Resolve(PolicyCatalogue.ByName("dispute.days"), new(parsed!, row), DeadlineAnchor.PaymentDate,
            dates.ToDictionary(d => d.Anchor, d => DateOnly.Parse(d.Day)), Holidays, roll);
    }

    [Theory, Requirement("PLT-02")]
    [InlineData("90", "2025-10-03", "2026-01-01")]
    [InlineData("90 days", "2023-12-01", "2024-02-29")]
    [InlineData("1 day", "2025-12-31", "2026-01-01")]
    [InlineData("3 months", "2025-11-30", "2026-02-28")]
    [InlineData("3 months", "2023-11-30", "2024-02-29")]
    [InlineData("12 months", "2024-02-29", "2025-02-28")]
    [InlineData("24 months", "2023-12-31", "2025-12-31")]
    [InlineData("1 business day", "2025-12-31", "2026-01-02")]
    [InlineData("10 business days", "2025-12-22", "2026-01-07")]
    public void Days_months_and_business_days_end_where_the_calendar_says(string rule, string paid, string last)
    {
        var deadline = Count(rule, false, (DeadlineAnchor.PaymentDate, paid)).ShouldNotBeNull();
        deadline.LastDay.ShouldBe(DateOnly.Parse(last));
        deadline.IsInTime(deadline.LastDay).ShouldBeTrue();
        deadline.IsInTime(deadline.LastDay.AddDays(1)).ShouldBeFalse();
    }

    // OH Medicaid: the later of 12 months from the service and 60 days from the payment or denial.
    [Theory, Requirement("PLT-02")]
    [InlineData("later", "2025-01-15", "2025-11-16", "2026-01-15", DeadlineAnchor.DateOfService)]
    [InlineData("later", "2025-01-15", "2025-11-17", "2026-01-16", DeadlineAnchor.PaymentOrDenialDate)]
    [InlineData("earlier", "2025-01-15", "2025-11-17", "2026-01-15", DeadlineAnchor.DateOfService)]
    [InlineData("earlier", "2025-01-15", "2025-11-15", "2026-01-14", DeadlineAnchor.PaymentOrDenialDate)]
    public void The_later_or_the_earlier_of_two_anchors_decides(string which, string service, string paid, string last, DeadlineAnchor decides)
    {
        var deadline = Count($"{which} of 12 months from DATE_OF_SERVICE and 60 days from PAYMENT_OR_DENIAL_DATE", false,
            (DeadlineAnchor.DateOfService, service), (DeadlineAnchor.PaymentOrDenialDate, paid)).ShouldNotBeNull();
        deadline.LastDay.ShouldBe(DateOnly.Parse(last));
        deadline.Decisive.Anchor.ShouldBe(decides);
        deadline.Parts.Count.ShouldBe(2);
    }

    [Fact, Requirement("PLT-02")]
    public void An_event_without_a_date_is_not_counted_and_without_any_there_is_no_last_day()
    {
        const string rule = "later of 12 months from DATE_OF_SERVICE and 60 days from DENIAL_DATE";
        Count(rule, false, (DeadlineAnchor.DateOfService, "2025-01-15"))!.LastDay.ShouldBe(new(2026, 1, 15));
        Count(rule, false, (DeadlineAnchor.PaymentDate, "2025-01-15")).ShouldBeNull();
    }

    [Theory, Requirement("PLT-02")]
    [InlineData("2025-12-01", false, "2026-03-01", null)]
    [InlineData("2025-12-01", true, "2026-03-02", "2026-03-01")]
    [InlineData("2025-12-02", true, "2026-03-02", null)]
    [InlineData("2025-09-26", true, "2025-12-26", "2025-12-25")]
    public void A_last_day_moves_to_a_business_day_only_where_the_policy_says_so(string paid, bool roll, string last, string? from)
    {
        var deadline = Count("90", roll, (DeadlineAnchor.PaymentDate, paid)).ShouldNotBeNull();
        deadline.LastDay.ShouldBe(DateOnly.Parse(last));
        deadline.RolledFrom.ShouldBe(from is null ? null : DateOnly.Parse(from));
    }

    [Fact, Requirement("PLT-02")]
    public void It_says_the_value_the_event_the_row_and_the_source() =>
        Count("90", true, (DeadlineAnchor.PaymentDate, "2025-12-01"))!.Because.ShouldBe(
            "90 days, counted from the payment date 2025-12-01, moved from 2026-03-01 to the next business day: dispute.days for GA Medicaid from 2020-01-01 (manual)");

    [Theory, Requirement("PLT-02")]
    [InlineData("90", "90 days")]
    [InlineData("90 calendar days", "90 days")]
    [InlineData("1 month from payment_date", "1 months from PAYMENT_DATE")]
    [InlineData("Earlier of 5 business days from LETTER_DATE and 2 months", "earlier of 5 business days from LETTER_DATE and 2 months")]
    [InlineData("0", null)]
    [InlineData("-1", null)]
    [InlineData("ninety", null)]
    [InlineData("3661", null)]
    [InlineData("3660", "3660 days")]
    [InlineData("90 days from NOWHERE", null)]
    [InlineData("90 and 60", null)]
    [InlineData("later of 90", null)]
    [InlineData("later of 1 and 2 and 3", null)]
    [InlineData("2 weeks", null)]
    public void What_is_no_deadline_is_not_taken(string text, string? canonical) => PolicyCatalogue.ByName("dispute.days").Canonical(text).ShouldBe(canonical);

    [Fact, Requirement("PLT-02")]
    public async Task A_market_and_a_programme_have_their_own_last_day_from_their_own_event()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var scope = database.Scope(Actor.System("test"));
        var deadlines = scope.Get<Deadlines>();
        var paid = new DateOnly(2025, 11, 30);
        var dates = new Dictionary<DeadlineAnchor, DateOnly>
        {
            [DeadlineAnchor.PaymentDate] = paid, [DeadlineAnchor.PaymentOrDenialDate] = paid, [DeadlineAnchor.DateOfService] = new(2025, 10, 1),
        };
        async Task<Deadline> Of(PolicyScope of) => (await deadlines.OfAsync("dispute.days", of, paid, dates, default)).ShouldNotBeNull();
        (await Of(new(Market.GA, Lob.Medicaid))).Decisive.ShouldBe(new(90, DeadlineUnit.Days, DeadlineAnchor.PaymentDate, paid, new(2026, 2, 28)));
        (await Of(new(Market.GA, Lob.Medicaid, "P4HB"))).LastDay.ShouldBe(new(2026, 2, 28));
        (await Of(new(Market.GA, Lob.Medicaid, "P4HB"))).Value.ShouldBe("3 months from PAYMENT_DATE");
        (await Of(new(Market.KY, Lob.Marketplace))).LastDay.ShouldBe(new(2027, 11, 30));
        (await Of(new(Market.KY, Lob.Medicaid))).Decisive.Anchor.ShouldBe(DeadlineAnchor.PaymentOrDenialDate);
        (await Of(new(Market.OH, Lob.Medicaid))).LastDay.ShouldBe(new(2026, 10, 1));
        (await Of(new(Market.OH, Lob.Medicaid))).Because.ShouldContain("caresource.com/oh/providers/provider-portal/appeals/medicaid");
        (await deadlines.OfAsync("maintenance.days", new(Market.OH), paid, new Dictionary<DeadlineAnchor, DateOnly> { [DeadlineAnchor.ReceiptDate] = paid }, default))!
            .LastDay.ShouldBe(new(2025, 12, 30));
    }
}
