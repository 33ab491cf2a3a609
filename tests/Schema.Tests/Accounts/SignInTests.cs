using Portal.Graph.Domain.Platform;
using Portal.Graph.Testing;

namespace Portal.Graph.Schema.Tests.Accounts;

public sealed class SignInTests(DemoPortal demo) : IClassFixture<DemoPortal>
{
    private const string SignIn = "mutation($input: SignInInput!) { signIn(input: $input) { session { accessToken refreshToken } errors { __typename ... on Error { code message } } } }";

    private readonly TestPortal _portal = demo.Portal;

    [Fact, Requirement("ACC-05")]
    public async Task A_wrong_password_and_an_unknown_user_get_the_same_answer()
    {
        var wrong = await _portal.Anonymous().SendAsync(SignIn, new { input = new { username = "demo.clinical", password = "not-the-password", market = "OH" } });
        var unknown = await _portal.Anonymous().SendAsync(SignIn, new { input = new { username = "nobody.here", password = "not-the-password", market = "OH" } });
        wrong.PayloadCodes("signIn").ShouldBe(["LOGIN_FAILED"]);
        unknown.Text.ShouldBe(wrong.Text);
    }

    [Fact, Requirement("ACC-05")]
    public async Task A_refresh_token_works_once_and_its_second_use_ends_the_session()
    {
        const string refresh = "mutation($token: String!) { refreshSession(input: { refreshToken: $token }) { session { accessToken refreshToken } errors { ... on Error { code } } } }";
        var first = await _portal.Anonymous().SendAsync(SignIn, new { input = new { username = "demo.admin", password = "Portal-Demo-2026!", market = "OH" } });
        var token = first.Data("signIn", "session", "refreshToken").GetString();
        var second = await _portal.Anonymous().SendAsync(refresh, new { token });
        second.PayloadCodes("refreshSession").ShouldBeEmpty();
        (await _portal.Anonymous().SendAsync(refresh, new { token })).PayloadCodes("refreshSession").ShouldBe(["SESSION_EXPIRED"]);
        var next = second.Data("refreshSession", "session", "refreshToken").GetString();
        (await _portal.Anonymous().SendAsync(refresh, new { token = next })).PayloadCodes("refreshSession").ShouldBe(["SESSION_EXPIRED"]);
    }

    [Fact, Requirement("ACC-07")]
    public async Task Signing_in_and_switching_choose_the_market()
    {
        var client = await _portal.SignInAsync("demo.billing", Market.IN);
        (await client.SendAsync("{ viewer { market } }")).Data("viewer", "market").GetString().ShouldBe("IN");
        var switched = await client.SendAsync("mutation { switchMarket(input: { market: GA }) { session { accessToken } errors { ... on Error { code } } } }");
        switched.PayloadCodes("switchMarket").ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_session_nothing_but_the_public_fields_answers()
    {
        var answer = await _portal.Anonymous().SendAsync("{ markets { code name } viewer { market } }");
        answer.ErrorCodes.ShouldBe(["NOT_SIGNED_IN"]);
        answer.Data("markets").GetArrayLength().ShouldBe(6);
        answer.Data("viewer").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [Fact, Requirement("ACC-23")]
    public async Task Staff_and_portal_users_have_sign_ins_of_their_own()
    {
        const string staff = "mutation($input: StaffSignInInput!) { staffSignIn(input: $input) { session { accessToken } errors { ... on Error { code } } } }";
        (await _portal.Anonymous().SendAsync(staff, new { input = new { username = "demo.clinical", password = "Portal-Demo-2026!" } })).PayloadCodes("staffSignIn").ShouldBe(["LOGIN_FAILED"]);
        (await _portal.Anonymous().SendAsync(SignIn, new { input = new { username = "staff.auditor", password = "Portal-Demo-2026!", market = "OH" } })).PayloadCodes("signIn").ShouldBe(["LOGIN_FAILED"]);
        var answer = await _portal.Anonymous().SendAsync(staff, new { input = new { username = "staff.claims.analyst", password = "Portal-Demo-2026!" } });
        var analyst = new ApiClient(new HttpClient { BaseAddress = _portal.Address }, answer.Data("staffSignIn", "session", "accessToken").GetString());
        (await analyst.SendAsync("{ viewer { market } queueSummary { queue { key } } }")).Data("queueSummary").EnumerateArray()
            .Select(q => q.GetProperty("queue").GetProperty("key").GetString()).ShouldContain("Q-CLAIM-PEND");
    }
}
