using System.Text.Json;
using Portal.Graph.Domain.Demo;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Schema.Tests.Claims;

namespace Portal.Graph.Schema.Tests.Members;

public sealed class EligibilityTests(DemoPortal demo) : IClassFixture<DemoPortal>
{
    private const string Search = """
        query($search: EligibilitySearchInput!) {
          eligibility(search: $search) {
            member { careSourceId firstName subscriber { careSourceId } information { program { programName } pcp { account { name } } caseManager { name } } eligibilitySpans { effective termination } }
            verdict { status severity dateOfService span { effective termination } }
            pastDueNote { graceEnd graceMonth claimsMayBePended message } program { lob }
          }
        }
        """;

    private readonly TestPortal _portal = demo.Portal;

    private async Task<ApiAnswer> FindAsync(object search, Market market = Market.OH, string user = "demo.frontdesk") =>
        await (await _portal.SignInAsync(user, market)).SendAsync(Search, new { search });

    [Fact, Requirement("MBR-02")]
    public async Task Scenario_9_a_date_of_service_is_needed()
    {
        (await FindAsync(new { careSourceId = "123456789" })).ErrorCodes.ShouldBe(["DATE_OF_SERVICE_REQUIRED"]);
        (await FindAsync(new { careSourceId = "123456789", dateOfService = "2025-12-01" })).ErrorCodes.ShouldBeEmpty();
    }

    [Fact, Requirement("MBR-02")]
    public async Task Exactly_one_mode_is_searched()
    {
        (await FindAsync(new { dateOfService = "2025-12-01" })).ErrorCodes.ShouldBe(["SEARCH_MODE_REQUIRED"]);
        (await FindAsync(new { careSourceId = "123456789", medicaidId = "A1B2C3D4", dateOfService = "2025-12-01" })).ErrorCodes.ShouldBe(["SEARCH_MODE_REQUIRED"]);
    }

    [Theory, Requirement("MBR-03")]
    [InlineData("2025-12-02", "DATE_OF_SERVICE_IN_FUTURE", "2025-12-01")]
    [InlineData("2023-11-30", "DATE_OF_SERVICE_TOO_OLD", "2023-12-01")]
    public async Task Scenarios_10_and_11_dates_out_of_bounds_are_refused_and_the_bound_is_named(string date, string code, string bound)
    {
        var answer = await FindAsync(new { careSourceId = "123456789", dateOfService = date });
        answer.ErrorCodes.ShouldBe([code]);
        answer.Root.GetProperty("errors")[0].GetProperty("message").GetString()!.ShouldContain(bound);
        answer.Data("eligibility").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Theory, Requirement("MBR-03")]
    [InlineData("2025-12-01")]
    [InlineData("2023-12-01")]
    public async Task Scenarios_10_and_11_dates_on_the_bounds_are_answered(string date)
    {
        var answer = await FindAsync(new { careSourceId = "123456789", dateOfService = date });
        answer.ErrorCodes.ShouldBeEmpty();
        answer.Data("eligibility", 0, "verdict", "dateOfService").GetString().ShouldBe(date);
    }

    [Theory, Requirement("MBR-04")]
    [InlineData("123456789", DemoCast.Subscriber)]
    [InlineData("12345678902", DemoCast.Child)]
    [InlineData("123456789-02", DemoCast.Child)]
    public async Task Scenario_12_without_suffix_the_subscriber_is_found_with_it_that_person(string given, string found)
    {
        var answer = await FindAsync(new { careSourceId = given, dateOfService = "2025-12-01" });
        answer.Data("eligibility").GetArrayLength().ShouldBe(1);
        answer.Data("eligibility", 0, "member", "careSourceId").GetString().ShouldBe(found);
        answer.Data("eligibility", 0, "member", "subscriber", "careSourceId").GetString().ShouldBe(DemoCast.Subscriber);
    }

    [Fact, Requirement("MBR-04")]
    public async Task A_suffix_that_nobody_of_the_family_has_is_told_from_an_unknown_family()
    {
        (await FindAsync(new { careSourceId = "123456789-09", dateOfService = "2025-12-01" })).ErrorCodes.ShouldBe(["MEMBER_SUFFIX_NOT_FOUND"]);
        (await FindAsync(new { careSourceId = "999999999-09", dateOfService = "2025-12-01" })).ErrorCodes.ShouldBe(["MEMBER_NOT_FOUND"]);
        (await FindAsync(new { careSourceId = "12345", dateOfService = "2025-12-01" })).ErrorCodes.ShouldBe(["INVALID_FORMAT"]);
    }

    [Fact, Requirement("MBR-05")]
    public async Task Scenario_13_each_of_several_ids_is_answered_once()
    {
        var answer = await (await _portal.SignInAsync("demo.frontdesk")).SendAsync(
            "query($search: EligibilitySearchInput!) { eligibilityMany(search: $search) { input outcome hit { member { careSourceId } } } }",
            new { search = new { medicaidIds = "A1B2C3D4, , A1B2C3D4, ZZZ!", dateOfService = "2025-12-01" } });
        answer.Data("eligibilityMany").GetArrayLength().ShouldBe(2);
        answer.Data("eligibilityMany", 0, "outcome").GetString().ShouldBe("FOUND");
        answer.Data("eligibilityMany", 0, "hit", "member", "careSourceId").GetString().ShouldBe(DemoCast.Subscriber);
        answer.Data("eligibilityMany", 1, "input").GetString().ShouldBe("ZZZ!");
        answer.Data("eligibilityMany", 1, "outcome").GetString().ShouldBe("INVALID");
        answer.Data("eligibilityMany", 1, "hit").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact, Requirement("MBR-05")]
    public async Task A_list_of_no_ids_or_of_too_many_is_refused()
    {
        var client = await _portal.SignInAsync("demo.frontdesk");
        async Task<IReadOnlyList<string>> CodesAsync(string ids) => (await client.SendAsync(
            "query($ids: String!) { eligibilityMany(search: { careSourceIds: $ids, dateOfService: \"2025-12-01\" }) { outcome } }", new { ids })).ErrorCodes;
        (await CodesAsync(" , ,")).ShouldBe(["NO_IDS_GIVEN"]);
        (await CodesAsync(string.Join(',', Enumerable.Range(300000000, 100)))).ShouldBeEmpty();
        (await CodesAsync(string.Join(',', Enumerable.Range(300000000, 101)))).ShouldBe(["TOO_MANY_IDS"]);
    }

    [Theory, Requirement("MBR-08")]
    [InlineData("2025-06-30", "ELIGIBLE", "INFO")]
    [InlineData("2025-07-01", "INELIGIBLE", "ERROR")]
    [InlineData("2025-01-01", "ELIGIBLE", "INFO")]
    [InlineData("2024-12-31", "INELIGIBLE", "ERROR")]
    public async Task Scenario_15_the_last_day_of_a_span_is_in_and_the_next_one_is_shown_in_red(string date, string status, string severity)
    {
        // A family of its own for each date, as the data of the class are shared.
        var number = $"4{date.Replace("-", "")}";
        await _portal.CoverAsync(number, new(new(2025, 1, 1), new(2025, 6, 30)));
        var answer = await FindAsync(new { careSourceId = number, dateOfService = date });
        answer.Data("eligibility", 0, "verdict", "status").GetString().ShouldBe(status);
        answer.Data("eligibility", 0, "verdict", "severity").GetString().ShouldBe(severity);
    }

    [Fact, Requirement("MBR-09")]
    public async Task Scenario_16_in_a_grace_period_the_member_is_eligible_with_a_past_due_note()
    {
        var inside = await FindAsync(new { careSourceId = DemoCast.InGrace, dateOfService = "2025-12-01" });
        inside.Data("eligibility", 0, "verdict", "status").GetString().ShouldBe("ELIGIBLE");
        var note = inside.Data("eligibility", 0, "pastDueNote");
        note.GetProperty("graceMonth").GetInt32().ShouldBe(2);
        note.GetProperty("claimsMayBePended").GetBoolean().ShouldBeTrue();
        var before = await FindAsync(new { careSourceId = DemoCast.InGrace, dateOfService = "2025-10-31" });
        before.Data("eligibility", 0, "verdict", "status").GetString().ShouldBe("ELIGIBLE");
        before.Data("eligibility", 0, "pastDueNote").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact, Requirement("MBR-11")]
    public async Task The_case_manager_is_for_those_who_may_read_clinical_data()
    {
        var search = new { careSourceId = DemoCast.Dual, dateOfService = "2025-12-01" };
        var clinical = await FindAsync(search, Market.IN, "demo.clinical");
        clinical.Data("eligibility", 0, "member", "information", "caseManager", "name").GetString().ShouldBe("Renee Castle, RN");
        var frontDesk = await FindAsync(search, Market.IN);
        frontDesk.Data("eligibility", 0, "member", "information", "caseManager").ValueKind.ShouldBe(JsonValueKind.Null);
        frontDesk.Data("eligibility", 0, "member", "information", "program", "programName").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact, Requirement("MBR-28")]
    public async Task Members_of_another_market_look_like_none()
    {
        var elsewhere = await FindAsync(new { careSourceId = DemoCast.GeorgiaMedicaid, dateOfService = "2025-12-01" });
        var nowhere = await FindAsync(new { careSourceId = "999999999-00", dateOfService = "2025-12-01" });
        elsewhere.Text.ShouldBe(nowhere.Text);
        elsewhere.ErrorCodes.ShouldBe(["MEMBER_NOT_FOUND"]);
        (await FindAsync(new { careSourceId = DemoCast.GeorgiaMedicaid, dateOfService = "2025-12-01" }, Market.GA)).ErrorCodes.ShouldBeEmpty();
    }
}
