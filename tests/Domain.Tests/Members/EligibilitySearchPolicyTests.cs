using Portal.Graph.Domain.Members;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Members;

public class EligibilitySearchPolicyTests
{
    private static readonly DateOnly Today = new(2025, 12, 1);

    private static Outcome<ReadSearch> Read(EligibilitySearch search, DateOnly? today = null) =>
        EligibilitySearchPolicy.Read(search, today ?? Today, lookbackMonths: 24);

    private static Outcome<ReadSearch> ReadOn(string dateOfService, DateOnly? today = null) =>
        Read(new() { CareSourceId = "123456789", DateOfService = DateOnly.Parse(dateOfService) }, today);

    // Scenario 9.
    [Fact, Requirement("MBR-02")]
    public void A_search_without_a_date_of_service_is_refused()
    {
        var refusal = Read(new() { CareSourceId = "123456789" }).Refusals.ShouldHaveSingleItem().ShouldBeOfType<DateOfServiceRequired>();
        refusal.Code.ShouldBe("DATE_OF_SERVICE_REQUIRED");
        refusal.Message.ShouldContain("prevent unpaid claims");
        refusal.Path.ShouldBe(["dateOfService"]);
    }

    // Scenario 10.
    [Fact, Requirement("MBR-03")]
    public void Today_is_accepted_and_tomorrow_is_refused()
    {
        ReadOn("2025-12-01").Succeeded.ShouldBeTrue();
        ReadOn("2025-12-02").Refusals.ShouldHaveSingleItem().ShouldBeOfType<DateOfServiceInFuture>().Code.ShouldBe("DATE_OF_SERVICE_IN_FUTURE");
    }

    // Scenario 11.
    [Fact, Requirement("MBR-03")]
    public void The_day_24_months_back_is_accepted_and_the_day_before_is_refused_naming_it()
    {
        ReadOn("2023-12-01").Succeeded.ShouldBeTrue();
        var refusal = ReadOn("2023-11-30").Refusals.ShouldHaveSingleItem().ShouldBeOfType<DateOfServiceTooOld>();
        refusal.Code.ShouldBe("DATE_OF_SERVICE_TOO_OLD");
        refusal.Earliest.ShouldBe(new DateOnly(2023, 12, 1));
        refusal.Message.ShouldContain("2023-12-01");
    }

    [Fact, Requirement("MBR-03")]
    public void The_look_back_from_a_leap_day_is_clamped_to_the_end_of_february()
    {
        var leapDay = new DateOnly(2024, 2, 29);
        ReadOn("2022-02-28", leapDay).Succeeded.ShouldBeTrue();
        ReadOn("2022-02-27", leapDay).Refusals.ShouldHaveSingleItem().ShouldBeOfType<DateOfServiceTooOld>();
    }

    [Fact, Requirement("MBR-01")]
    public void No_mode_is_refused() =>
        Read(new() { DateOfService = Today }).Refusals.ShouldHaveSingleItem().ShouldBeOfType<SearchModeRequired>().Code.ShouldBe("SEARCH_MODE_REQUIRED");

    [Fact, Requirement("MBR-01")]
    public void Two_modes_at_once_are_refused() =>
        Read(new() { DateOfService = Today, CareSourceId = "123456789", CaseNumber = "OH5000001" })
            .Refusals.ShouldHaveSingleItem().ShouldBeOfType<SearchModeRequired>();

    [Fact, Requirement("MBR-01")]
    public void Each_of_the_six_modes_is_read()
    {
        (EligibilitySearch Search, SearchMode Mode)[] searches =
        [
            (new() { CareSourceId = "123456789" }, SearchMode.CareSourceId),
            (new() { MedicaidId = "A1B2C3D4" }, SearchMode.MedicaidId),
            (new() { MemberInfo = new("Anna", "Rivera", new(1984, 3, 9)) }, SearchMode.MemberInfo),
            (new() { CaseNumber = "OH5000001" }, SearchMode.CaseNumber),
            (new() { CareSourceIds = "123456789" }, SearchMode.CareSourceIds),
            (new() { MedicaidIds = "A1B2C3D4" }, SearchMode.MedicaidIds),
        ];
        foreach (var (search, mode) in searches)
            Read(search with { DateOfService = Today }).Value.ShouldNotBeNull().Mode.ShouldBe(mode);
    }

    [Theory, Requirement("MBR-01")]
    [InlineData("A1B2C3D", false), InlineData("A1B2C3D4", true), InlineData("A1B2C3D4E5F6G7", true), InlineData("A1B2C3D4E5F6G7H", false), InlineData("A1B2-C3D4", false)]
    public void A_Medicaid_id_has_8_to_14_letters_or_digits(string id, bool accepted)
    {
        var outcome = Read(new() { MedicaidId = id, DateOfService = Today });
        outcome.Succeeded.ShouldBe(accepted);
        if (!accepted) outcome.Refusals.ShouldHaveSingleItem().ShouldBeOfType<InvalidFormat>().Path.ShouldBe(["medicaidId"]);
    }

    [Fact, Requirement("MBR-01")]
    public void A_malformed_CareSource_id_is_refused_with_an_example()
    {
        var refusal = Read(new() { CareSourceId = "12345", DateOfService = Today }).Refusals.ShouldHaveSingleItem().ShouldBeOfType<InvalidFormat>();
        refusal.Code.ShouldBe("INVALID_FORMAT");
        refusal.Message.ShouldContain("123456789-01");
    }

    [Fact, Requirement("MBR-01")]
    public void Member_info_needs_all_three_and_all_missing_ones_are_told_together() =>
        Read(new() { MemberInfo = new(" ", null, null), DateOfService = Today })
            .Refusals.Select(r => r.ShouldBeOfType<RequiredFieldMissing>().Path!.Last()).ShouldBe(["firstName", "lastName", "birthDate"]);

    [Fact, Requirement("MBR-02")]
    public void A_missing_date_and_a_wrong_id_are_told_together() =>
        Read(new() { CareSourceId = "x" }).Refusals.Select(r => r.Code).ShouldBe(["DATE_OF_SERVICE_REQUIRED", "INVALID_FORMAT"]);

    [Fact, Requirement("MBR-05")]
    public void Lists_are_trimmed_and_deduplicated_in_first_seen_order_over_commas_and_line_breaks() =>
        Read(new() { MedicaidIds = " ZZZ! ,A1B2C3D4,\r\n, A1B2C3D4\nB2C3D4E5", DateOfService = Today })
            .Value.ShouldNotBeNull().Ids.ShouldBe(["ZZZ!", "A1B2C3D4", "B2C3D4E5"]);

    [Fact, Requirement("MBR-05")]
    public void A_hundred_ids_are_accepted_and_one_more_is_refused()
    {
        static string Ids(int n) => string.Join(',', Enumerable.Range(0, n).Select(i => 100000000 + i));
        Read(new() { CareSourceIds = Ids(100), DateOfService = Today }).Value.ShouldNotBeNull().Ids.Count.ShouldBe(100);
        var refusal = Read(new() { CareSourceIds = Ids(101), DateOfService = Today }).Refusals.ShouldHaveSingleItem().ShouldBeOfType<TooManyIds>();
        refusal.Limit.ShouldBe(100);
        refusal.Message.ShouldContain("upload");
    }

    [Fact, Requirement("MBR-05")]
    public void A_list_of_blanks_and_commas_is_refused() =>
        Read(new() { CareSourceIds = " , ,\n", DateOfService = Today }).Refusals.ShouldHaveSingleItem().ShouldBeOfType<NoIdsGiven>();
}
