using Portal.Graph.Domain.Platform;

namespace Portal.Graph.Schema.Tests.Accounts;

public sealed class MarketTests(DemoPortal demo) : IClassFixture<DemoPortal>
{
    private const string Switch = "mutation($m: Market!) { switchMarket(input: { market: $m }) { session { accessToken } errors { ... on Error { code } ... on MarketNotEnrolledError { markets path } } } }";

    private readonly TestPortal _portal = demo.Portal;

    [Fact, Requirement("ACC-07")]
    public async Task Scenario_5_a_market_without_enrollment_is_refused_and_the_open_ones_are_listed()
    {
        var client = await _portal.SignInAsync("other.admin");
        var refused = await client.SendAsync(Switch, new { m = "IN" });
        refused.PayloadCodes("switchMarket").ShouldBe(["MARKET_NOT_ENROLLED"]);
        refused.Data("switchMarket", "errors", 0, "markets").EnumerateArray().Select(m => m.GetString()).ShouldBe(["OH", "KY", "GA"]);
        (await client.SendAsync("{ viewer { market } }")).Data("viewer", "market").GetString().ShouldBe("OH");
    }

    [Fact, Requirement("ACC-07")]
    public async Task After_a_switch_the_new_token_sees_the_other_market_only()
    {
        var client = await _portal.SignInAsync("other.admin");
        var switched = await client.SendAsync(Switch, new { m = "GA" });
        var georgia = new ApiClient(new HttpClient { BaseAddress = _portal.Address }, switched.Data("switchMarket", "session", "accessToken").GetString());
        (await georgia.SendAsync("{ viewer { market } }")).Data("viewer", "market").GetString().ShouldBe("GA");
        var claims = await georgia.SendAsync("{ claims(first: 100, where: { receivedDates: { from: \"2025-09-02\" } }) { nodes { market } } }");
        claims.Data("claims", "nodes").EnumerateArray().Select(n => n.GetProperty("market").GetString()).Distinct().ShouldBe(["GA"]);
    }

    [Fact, Requirement("ACC-07")]
    public async Task Signing_in_to_a_market_without_enrollment_is_refused()
    {
        var answer = await _portal.Anonymous().SendAsync(
            "mutation { signIn(input: { username: \"other.admin\", password: \"Portal-Demo-2026!\", market: NV }) { session { accessToken } errors { ... on Error { code path } } } }");
        answer.PayloadCodes("signIn").ShouldBe(["MARKET_NOT_ENROLLED"]);
        answer.Data("signIn", "errors", 0, "path", 0).GetString().ShouldBe("market");
    }

    [Fact, Requirement("ACC-09", "ACC-10")]
    public async Task The_viewer_has_the_menu_of_what_the_user_may_do()
    {
        const string viewer = "{ viewer { user { userName kind } permissions accounts { name } defaultAccount { name } menu { entries { pageKey } } tiles { pageKey } } }";
        async Task<ApiAnswer> AsAsync(string user) => await (await _portal.SignInAsync(user)).SendAsync(viewer);
        var (billing, frontDesk) = (await AsAsync("demo.billing"), await AsAsync("demo.frontdesk"));
        billing.Data("viewer", "permissions").EnumerateArray().Select(p => p.GetString()).ShouldContain("claims.submit");
        frontDesk.Data("viewer", "permissions").EnumerateArray().Select(p => p.GetString()).ShouldNotContain("claims.read");
        int Entries(ApiAnswer answer) => answer.Data("viewer", "menu").EnumerateArray().Sum(g => g.GetProperty("entries").GetArrayLength());
        Entries(frontDesk).ShouldBeLessThan(Entries(billing));
        billing.Data("viewer", "accounts").GetArrayLength().ShouldBe(1);
        billing.Data("viewer", "defaultAccount", "name").GetString().ShouldBe("Blue River Family Practice");
    }

    [Fact, Requirement("ACC-07")]
    public async Task Markets_tell_the_day_in_their_own_time_zone()
    {
        await using var portal = await TestPortal.StartAsync(demo: false);
        portal.Clock.Set(new(2025, 12, 2, 6, 0, 0, TimeSpan.Zero));
        var markets = (await portal.Anonymous().SendAsync("{ markets { code today timeZone } }")).Data("markets").EnumerateArray().ToDictionary(m => m.GetProperty("code").GetString()!);
        markets.Keys.ShouldBe(Enum.GetNames<Market>());
        markets["OH"].GetProperty("today").GetString().ShouldBe("2025-12-02");
        markets["NV"].GetProperty("today").GetString().ShouldBe("2025-12-01");
        markets["IN"].GetProperty("timeZone").GetString().ShouldBe("America/Indiana/Indianapolis");
    }

    [Fact, Requirement("ACC-07")]
    public async Task Markets_that_are_not_active_are_shown_as_such_and_not_opened()
    {
        await using var portal = await TestPortal.StartAsync(settings: ["--Markets:Active=OH,IN"]);
        var markets = (await portal.Anonymous().SendAsync("{ markets { code active title } }")).Data("markets").EnumerateArray().ToDictionary(m => m.GetProperty("code").GetString()!);
        markets.Where(m => m.Value.GetProperty("active").GetBoolean()).Select(m => m.Key).ShouldBe(["OH", "IN"]);
        markets["IN"].GetProperty("title").GetString().ShouldBe("Indiana Provider Portal");
        var refused = await portal.Anonymous().SendAsync(
            "mutation { signIn(input: { username: \"demo.admin\", password: \"Portal-Demo-2026!\", market: GA }) { errors { ... on MarketNotEnrolledError { code markets } } } }");
        refused.Data("signIn", "errors", 0, "markets").EnumerateArray().Select(m => m.GetString()).ShouldBe(["OH", "IN"]);
        (await portal.Anonymous().SendAsync("{ a: marketOfPath(path: \"/oh/claims?x=GA\") b: marketOfPath(path: \"/GA/\") c: marketOfPath(path: \"/\") }")).Text
            .ShouldContain("\"a\":\"OH\",\"b\":null,\"c\":null");
    }

    [Fact, Requirement("ACC-08")]
    public async Task The_public_page_offers_an_entrance_for_providers_and_one_for_members_elsewhere()
    {
        var entrances = (await _portal.Anonymous().SendAsync("{ entrances(market: OH) { key label url } }")).Data("entrances");
        entrances.EnumerateArray().Select(e => e.GetProperty("key").GetString()).ShouldBe(["login.provider", "login.member"]);
        Uri.TryCreate(entrances[1].GetProperty("url").GetString(), UriKind.Absolute, out var address).ShouldBeTrue();
        address!.Scheme.ShouldBe("https");
        entrances[0].GetProperty("url").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }
}
