using System.Text.Json;
using Portal.Graph.Domain.Demo;

namespace Portal.Graph.Schema.Tests.Claims;

public sealed class ClaimSearchTests(DemoPortal demo) : IClassFixture<DemoPortal>
{
    private const string Search = "query($where: ClaimSearchInput!) { claims(where: $where) { totalCount notFoundNumbers olderNumbers nodes { number checkNumber paid } memberInformation { careSourceId } } }";

    private readonly TestPortal _portal = demo.Portal;

    private async Task<ApiAnswer> FindAsync(object where, string user = "demo.billing") => await (await _portal.SignInAsync(user)).SendAsync(Search, new { where });

    [Fact, Requirement("CLM-11")]
    public async Task Scenario_28_a_claim_received_before_the_look_back_is_not_shown()
    {
        var old = await _portal.HistoryAsync(new(2023, 10, 31, 15, 0, 0, TimeSpan.Zero));
        var dayBefore = await _portal.HistoryAsync(new(2023, 11, 30, 15, 0, 0, TimeSpan.Zero));
        var lastShown = await _portal.HistoryAsync(new(2023, 12, 1, 15, 0, 0, TimeSpan.Zero));

        (await FindAsync(new { numbers = new[] { old } })).ErrorCodes.ShouldBe(["CLAIM_OLDER_THAN_LOOKBACK"]);
        var refused = await FindAsync(new { numbers = new[] { dayBefore } });
        refused.ErrorCodes.ShouldBe(["CLAIM_OLDER_THAN_LOOKBACK"]);
        var extensions = refused.Root.GetProperty("errors")[0].GetProperty("extensions");
        extensions.GetProperty("inputPath").EnumerateArray().Select(p => p.GetString()).ShouldBe(["numbers"]);
        extensions.GetProperty("otherPath").GetProperty("kind").GetString().ShouldBe("PHONE");
        extensions.GetProperty("otherPath").GetProperty("phone").GetString().ShouldNotBeNullOrEmpty();
        (await FindAsync(new { numbers = new[] { lastShown } })).Data("claims", "totalCount").GetInt32().ShouldBe(1);

        var client = await _portal.SignInAsync("demo.billing");
        (await client.SendAsync("query($n: String!) { claim(number: $n) { number } }", new { n = old })).ErrorCodes.ShouldBe(["CLAIM_OLDER_THAN_LOOKBACK"]);
        (await FindAsync(new { numbers = new[] { old, lastShown } })).Data("claims", "olderNumbers", 0).GetString().ShouldBe(old);
    }

    [Fact, Requirement("CLM-14")]
    public async Task Scenario_29_two_of_three_numbers_are_found_and_the_third_is_named()
    {
        var one = await _portal.HistoryAsync(new(2025, 9, 2, 15, 0, 0, TimeSpan.Zero));
        var two = await _portal.HistoryAsync(new(2025, 9, 3, 15, 0, 0, TimeSpan.Zero));
        var answer = await FindAsync(new { numbers = new[] { $"{one}, {two}\nC2501019999999", one } });
        answer.Data("claims", "nodes").EnumerateArray().Select(n => n.GetProperty("number").GetString()!).ShouldBe([two, one]);
        answer.Data("claims", "notFoundNumbers").EnumerateArray().Select(n => n.GetString()).ShouldBe(["C2501019999999"]);
    }

    [Fact, Requirement("CLM-14")]
    public async Task Fifty_numbers_are_searched_at_once_and_no_more()
    {
        static string[] Numbers(int count) => [.. Enumerable.Range(1, count).Select(i => $"C250101{i:D7}")];
        (await FindAsync(new { numbers = Numbers(50) })).ErrorCodes.ShouldBeEmpty();
        (await FindAsync(new { numbers = Numbers(51) })).ErrorCodes.ShouldBe(["TOO_MANY_CLAIM_NUMBERS"]);
    }

    [Fact, Requirement("CLM-15")]
    public async Task Scenario_30_a_check_is_found_without_its_leading_zeros()
    {
        for (var day = 1; day <= 3; day++) await _portal.HistoryAsync(new(2025, 10, day, 15, 0, 0, TimeSpan.Zero), "0001234567");
        var answer = await FindAsync(new { checkNumber = "1234567" });
        answer.Data("claims", "nodes").EnumerateArray().Select(n => n.GetProperty("checkNumber").GetString()).ShouldBe(["0001234567", "0001234567", "0001234567"]);
        answer.Data("claims", "totalCount").GetInt32().ShouldBe(3);
        (await FindAsync(new { checkNumber = "000123456" })).ErrorCodes.ShouldBe(["CHECK_NUMBER_NOT_FOUND"]);
        (await FindAsync(new { checkNumber = "1234567" }, "other.admin")).ErrorCodes.ShouldBe(["CHECK_NUMBER_NOT_FOUND"]);
    }

    [Fact, Requirement("CLM-13")]
    public async Task A_search_needs_something_narrow()
    {
        (await FindAsync(new { patientAccountNumber = "PA-1" })).ErrorCodes.ShouldBe(["SEARCH_TOO_BROAD"]);
        (await FindAsync(new { serviceDates = new { from = "2025-09-02", to = "2025-12-01" } })).ErrorCodes.ShouldBeEmpty();
        (await FindAsync(new { serviceDates = new { from = "2025-09-01", to = "2025-12-01" } })).ErrorCodes.ShouldBe(["DATE_RANGE_TOO_WIDE"]);
        (await FindAsync(new { receivedDates = new { from = "2025-12-01", to = "2025-11-30" } })).ErrorCodes.ShouldBe(["DATE_RANGE_REVERSED"]);
        (await FindAsync(new { memberId = "12" })).ErrorCodes.ShouldBe(["INVALID_FORMAT"]);
        (await FindAsync(new { memberId = "999999999-00" })).ErrorCodes.ShouldBe(["MEMBER_NOT_FOUND"]);
        var member = await FindAsync(new { memberId = DemoCast.Subscriber });
        member.Data("claims", "memberInformation", 0, "careSourceId").GetString().ShouldBe(DemoCast.Subscriber);
    }

    [Fact, Requirement("CLM-24")]
    public async Task Statuses_are_searched_as_the_provider_is_told_them()
    {
        var client = await _portal.SignInAsync("demo.billing");
        foreach (var status in new[] { "IN_PROCESS", "WAITING_FOR_DOCUMENTS", "REJECTED", "PAID", "PARTIALLY_PAID" })
        {
            var answer = await client.SendAsync(
                "query($s: [PortalClaimStatus!]) { claims(first: 50, where: { statuses: $s, receivedDates: { from: \"2025-09-02\" } }) { totalCount nodes { status } } }", new { s = new[] { status } });
            answer.Data("claims", "totalCount").GetInt32().ShouldBeGreaterThan(0, status);
            answer.Data("claims", "nodes").EnumerateArray().Select(n => n.GetProperty("status").GetString()).Distinct().ShouldBe([status]);
        }
    }
}
