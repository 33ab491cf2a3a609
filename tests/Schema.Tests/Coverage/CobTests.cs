using Portal.Graph.Domain.Demo;

namespace Portal.Graph.Schema.Tests.Coverage;

public sealed class CobTests(DemoPortal demo) : IClassFixture<DemoPortal>
{
    private const string Find = "query($m: String) { eligibility(search: { careSourceId: $m, dateOfService: \"2025-12-01\" }) { member { id cob { carrier priority effective term } eligibilitySpans { effective termination enrollment { market lob } } } } }";

    private readonly TestPortal _portal = demo.Portal;

    [Fact, Requirement("COB-01", "COB-03")]
    public async Task Other_insurance_comes_with_the_most_recent_primary_one_first()
    {
        var client = await _portal.SignInAsync("demo.frontdesk");
        var member = (await client.SendAsync(Find, new { m = DemoCast.WithCob })).Data("eligibility", 0, "member");
        member.GetProperty("cob").EnumerateArray().Select(c => c.GetProperty("carrier").GetString()).First().ShouldBe("Prairie Health");
        var records = await client.SendAsync(
            "query($id: ID!) { cobRecords(memberId: $id) { carrier policyNumber groupNumber holderName relationship type priority effective term phone } }", new { id = member.GetProperty("id").GetString() });
        records.Data("cobRecords").GetArrayLength().ShouldBe(3);
        var first = records.Data("cobRecords", 0);
        first.GetProperty("policyNumber").GetString().ShouldBe("PH-9002");
        first.GetProperty("priority").GetString().ShouldBe("PRIMARY");
        first.GetProperty("relationship").GetString().ShouldBe("SPOUSE");
        first.GetProperty("term").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [Fact, Requirement("COB-01")]
    public async Task A_member_without_other_insurance_has_an_empty_list_and_a_role_without_the_permission_none()
    {
        var client = await _portal.SignInAsync("demo.frontdesk");
        var member = (await client.SendAsync(Find, new { m = DemoCast.Subscriber })).Data("eligibility", 0, "member");
        member.GetProperty("cob").GetArrayLength().ShouldBe(0);
        var credentialing = await _portal.SignInAsync("demo.credentialing");
        (await credentialing.SendAsync("query($id: ID!) { cobRecords(memberId: $id) { carrier } }", new { id = member.GetProperty("id").GetString() })).ErrorCodes.ShouldBe(["FORBIDDEN"]);
    }

    [Fact, Requirement("MBR-25")]
    public async Task Spans_are_those_of_the_sessions_market()
    {
        async Task<string?[]> MarketsAsync(Domain.Platform.Market market) =>
            [.. (await (await _portal.SignInAsync("demo.frontdesk", market)).SendAsync(Find, new { m = DemoCast.Moved }))
                .Data("eligibility", 0, "member", "eligibilitySpans").EnumerateArray().Select(s => s.GetProperty("enrollment").GetProperty("market").GetString()).Distinct()];
        (await MarketsAsync(Domain.Platform.Market.OH)).ShouldBe(["OH"]);
        (await MarketsAsync(Domain.Platform.Market.KY)).ShouldBe(["KY"]);
    }
}
