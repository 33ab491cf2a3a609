using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Claims;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Policies;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Claims;

public class ClaimFilingPolicyTests
{
    private static readonly DateOnly Last = new(2024, 12, 1);

    private static Deadline Counted(string key, string rule, DeadlineAnchor anchor, DateOnly from)
    {
        DeadlineRule.TryParse(rule, DeadlineUnit.Days, out var parsed).ShouldBeTrue();
        var row = new PolicySetting { Key = key, Value = rule, Source = "CLM-22", From = new(2000, 1, 1) };
        return Deadline.Resolve(PolicyCatalogue.ByName(key), new(parsed!, row), anchor, new Dictionary<DeadlineAnchor, DateOnly> { [anchor] = from }, [], false).ShouldNotBeNull();
    }

    private static Deadline Filing => Counted("claims.timelyFilingDays", "365", DeadlineAnchor.DateOfService, Last);

    // Scenario 31.
    [Fact]
    [Requirement("CLM-22")]
    public void Day_365_is_in_time_and_day_366_is_late()
    {
        var deadline = ClaimFilingPolicy.Decisive(Filing, null);

        deadline.LastDay.ShouldBe(new(2025, 12, 1));
        ClaimFilingPolicy.Refuse(new(2025, 12, 1), deadline).ShouldBeNull();
        var late = ClaimFilingPolicy.Refuse(new(2025, 12, 2), deadline).ShouldBeOfType<TimelyFilingExpired>();
        late.LastDay.ShouldBe(deadline.LastDay);
        late.Rule.ShouldBe("365 days, counted from the date of service 2024-12-01: claims.timelyFilingDays for all from 2000-01-01 (CLM-22)");
    }

    [Theory]
    [Requirement("CLM-22")]
    [InlineData("2025-09-02", "2025-12-01")]
    [InlineData("2025-09-03", "2025-12-02")]
    [InlineData("2025-01-01", "2025-12-01")]
    public void A_secondary_claim_has_the_later_of_both_days(string primaryPaid, string lastDay) =>
        ClaimFilingPolicy.Decisive(Filing, Counted("claims.secondaryFilingDaysAfterPrimaryEob", "90", DeadlineAnchor.PrimaryEobDate, DateOnly.Parse(primaryPaid)))
            .LastDay.ShouldBe(DateOnly.Parse(lastDay));

    [Fact]
    public void Prompt_pay_counts_from_the_day_of_receipt() =>
        ClaimFilingPolicy.PromptPayDue(new(2025, 12, 1), 30).ShouldBe(new(2025, 12, 31));
}

public class ClaimDuplicatesTests
{
    private static readonly DateOnly Day = new(2025, 11, 3);
    private static readonly LineFingerprint Visit = new("G0439", "25", Day, Day, 1, 120.50m);
    private static readonly LineFingerprint Shot = new("G0008", "", Day, Day, 1, 31.25m);
    private static readonly ClaimFingerprint Known = new(ClaimType.Hcfa, 7, "1", "2", Day, Day, [Visit, Shot]);

    [Fact]
    [Requirement("CLM-23")]
    public void The_same_lines_in_any_order_are_an_exact_duplicate()
    {
        Verdict(Known with { Lines = [Shot, Visit] }).ShouldBe(DuplicateVerdict.Exact);
        // The charge is not among what must be equal.
        Verdict(Known with { Lines = [Shot, Visit with { Charge = 99 }] }).ShouldBe(DuplicateVerdict.Exact);
    }

    [Fact]
    [Requirement("CLM-23")]
    public void Some_equal_lines_other_units_or_another_rendering_provider_are_suspected()
    {
        Verdict(Known with { Lines = [Visit] }).ShouldBe(DuplicateVerdict.Suspected);
        Verdict(Known with { Lines = [Visit, Shot, Shot] }).ShouldBe(DuplicateVerdict.Suspected);
        Verdict(Known with { Lines = [Visit with { Units = 2 }, Shot with { Units = 2 }] }).ShouldBe(DuplicateVerdict.Suspected);
        Verdict(Known with { RenderingNpi = "3" }).ShouldBe(DuplicateVerdict.Suspected);
        Verdict(Known with { Last = Day.AddDays(1), Lines = [Visit, Shot with { To = Day.AddDays(1) }] }).ShouldBe(DuplicateVerdict.Suspected);
    }

    [Fact]
    [Requirement("CLM-23")]
    public void Another_service_day_member_provider_or_form_raises_no_suspicion()
    {
        Verdict(Known with { Lines = [Visit with { Code = "G0402" }] }).ShouldBe(DuplicateVerdict.None);
        Verdict(Known with { Lines = [Visit with { Modifiers = "76" }] }).ShouldBe(DuplicateVerdict.None);
        Verdict(Known with { Lines = [Visit with { From = Day.AddDays(1), To = Day.AddDays(1) }] }).ShouldBe(DuplicateVerdict.None);
        Verdict(Known with { MemberId = 8 }).ShouldBe(DuplicateVerdict.None);
        Verdict(Known with { BillingNpi = "9" }).ShouldBe(DuplicateVerdict.None);
        Verdict(Known with { Type = ClaimType.Ub }).ShouldBe(DuplicateVerdict.None);
    }

    private static DuplicateVerdict Verdict(ClaimFingerprint claim) => ClaimDuplicates.Compare(claim, Known);
}

public class DraftPolicyTests
{
    private static readonly DateOnly LastDay = DraftPolicy.LastDay(new(2025, 9, 2), 90);

    [Fact]
    public void Day_90_is_the_last_and_day_91_has_expired()
    {
        LastDay.ShouldBe(new(2025, 12, 1));
        DraftPolicy.Refuse(LastDay, LastDay).ShouldBeNull();
        DraftPolicy.Refuse(LastDay.AddDays(1), LastDay).ShouldBeOfType<DraftExpired>().ExpiredOn.ShouldBe(LastDay.AddDays(1));
    }

    [Theory]
    [InlineData(-8, false)]
    [InlineData(-7, true)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void The_warning_stands_for_the_last_seven_days(int day, bool warns) =>
        DraftPolicy.WarnsOn(LastDay.AddDays(day), LastDay).ShouldBe(warns);
}

public class DocTypePolicyTests
{
    [Fact]
    [Requirement("CLM-03")]
    public void A_type_must_be_chosen() => DocTypePolicy.Refuse(null, AccountKind.Group).ShouldBeOfType<DocTypeRequired>();

    [Theory]
    [Requirement("CLM-03")]
    [InlineData(AccountKind.Physician)]
    [InlineData(AccountKind.Group)]
    [InlineData(AccountKind.Facility)]
    [InlineData(AccountKind.Dental)]
    [InlineData(AccountKind.Supplier)]
    public void Hcfa_is_open_to_all_and_the_others_name_what_is_allowed(AccountKind kind)
    {
        DocTypePolicy.Refuse(ClaimType.Hcfa, kind).ShouldBeNull();
        foreach (var other in new[] { ClaimType.Ub, ClaimType.Dental })
            DocTypePolicy.Refuse(other, kind).ShouldBeOfType<DocTypeNotAllowed>().AllowedTypes.ShouldBe([ClaimType.Hcfa]);
    }

    [Fact]
    [Requirement("CLM-03")]
    public void The_kind_of_provider_limits_the_forms()
    {
        DocTypePolicy.ForKind(AccountKind.Physician).ShouldNotContain(ClaimType.Ub);
        DocTypePolicy.ForKind(AccountKind.Facility).ShouldContain(ClaimType.Ub);
        DocTypePolicy.ForKind(AccountKind.Dental).ShouldContain(ClaimType.Dental);
    }
}

public class ClaimSearchPolicyTests
{
    private static readonly DateOnly Today = new(2025, 12, 1);
    private static readonly ClaimSearchLimits Limits = new(50, 90, 24);

    [Fact]
    [Requirement("CLM-13")]
    public void A_search_without_number_check_member_or_range_is_too_broad()
    {
        Faults(new()).Single().ShouldBeOfType<SearchTooBroad>().MaxDays.ShouldBe(90);
        Faults(new() { PatientAccountNumber = "1", Statuses = [PortalClaimStatus.Paid], RenderingNpi = "1" }).Single().ShouldBeOfType<SearchTooBroad>();
        Faults(new() { LastName = "Example", FirstName = "Pat" }).Single().ShouldBeOfType<SearchTooBroad>();
    }

    public static TheoryData<ClaimSearch> Narrow => new(
        new() { ClaimNumbers = ["C2512010000001"] }, new ClaimSearch { CheckNumber = "1" }, new ClaimSearch { MemberId = "123456789" },
        new ClaimSearch { MedicaidId = "12345678" }, new ClaimSearch { LastName = "Example", FirstName = "Pat", BirthDate = new(1980, 2, 29) });

    [Theory]
    [Requirement("CLM-13")]
    [MemberData(nameof(Narrow))]
    public void Each_of_number_check_and_member_is_enough_with_any_range(ClaimSearch search)
    {
        Faults(search).ShouldBeEmpty();
        Faults(search with { ServiceDates = new(Today.AddYears(-2), Today) }).ShouldBeEmpty();
    }

    [Fact]
    [Requirement("CLM-13")]
    public void A_range_of_90_days_passes_and_91_is_too_wide()
    {
        Faults(new() { ServiceDates = new(Today.AddDays(-90), Today) }).ShouldBeEmpty();
        Faults(new() { ReceivedDates = new(Today.AddDays(-90), null) }).ShouldBeEmpty();

        var refusal = Faults(new() { ServiceDates = new(Today.AddDays(-91), Today) }).Single().ShouldBeOfType<DateRangeTooWide>();
        (refusal.MaxDays, refusal.Days, refusal.PathText()).ShouldBe((90, 91, "serviceDates"));
        // One narrow range is enough.
        Faults(new() { ServiceDates = new(Today.AddDays(-91), Today), ReceivedDates = new(Today, Today) }).ShouldBeEmpty();
    }

    [Fact]
    [Requirement("CLM-13")]
    public void A_range_that_ends_before_it_begins_is_refused() =>
        Faults(new() { ServiceDates = new(Today, Today.AddDays(-1)) }).Single().ShouldBeOfType<DateRangeReversed>();

    [Fact]
    [Requirement("CLM-14")]
    public void Fifty_different_numbers_pass_and_fifty_one_are_too_many()
    {
        string[] fifty = [.. Enumerable.Range(1, 50).Select(i => $"C251201{i:D7}")];
        Faults(new() { ClaimNumbers = [string.Join(',', fifty), "c2512010000001\nC2512010000002"] }).ShouldBeEmpty();
        Faults(new() { ClaimNumbers = [.. fifty, "C2512010000051"] }).Single().ShouldBeOfType<TooManyClaimNumbers>().Actual.ShouldBe(51);
    }

    [Fact]
    [Requirement("CLM-14")]
    public void Numbers_are_split_by_comma_and_new_line_and_duplicates_dropped() =>
        ClaimSearchPolicy.Numbers(new() { ClaimNumbers = [" c1, C2\r\nC3,,C1 "] }).ShouldBe(["C1", "C2", "C3"]);

    [Theory]
    [Requirement("CLM-11")]
    [InlineData("2025-12-01", "2023-12-01")]
    [InlineData("2024-02-29", "2022-02-28")]
    public void The_lookback_is_24_calendar_months(string today, string earliest) =>
        ClaimSearchPolicy.EarliestReceived(DateOnly.Parse(today), 24).ShouldBe(DateOnly.Parse(earliest));

    [Theory]
    [Requirement("CLM-15")]
    [InlineData("0001234567", "1234567")]
    [InlineData(" 000 123 4567 ", "1234567")]
    [InlineData("1234567", "1234567")]
    [InlineData("eft00012", "EFT00012")]
    [InlineData("000", "")]
    public void A_check_number_is_compared_without_leading_zeros_and_blanks(string typed, string key) => CheckNumber.Key(typed).ShouldBe(key);

    private static IReadOnlyList<Refusal> Faults(ClaimSearch search) => ClaimSearchPolicy.Faults(search, Limits, Today);
}
