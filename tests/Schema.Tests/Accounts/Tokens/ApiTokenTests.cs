using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Testing;

namespace Portal.Graph.Schema.Tests.Accounts.Tokens;

[Requirement("ACC-24")]
public sealed class ApiTokenTests : IAsyncLifetime
{
    private const string Create = "mutation($input: CreateApiTokenInput!) { createApiToken(input: $input) { token { id hint permissions isGood account { name } } secret errors { __typename ... on Error { code path } ... on PermissionNotAvailableError { permissions } } } }";
    private const string Revoke = "mutation($id: ID!) { revokeApiToken(input: { id: $id }) { token { isGood revokedAt } errors { ... on Error { code } } } }";
    private const string Search = "{ claims(where: { receivedDates: { from: \"2025-10-01\" } }) { totalCount } }";

    private TestPortal _portal = null!;

    public async Task InitializeAsync() => _portal = await TestPortal.StartAsync();

    public Task DisposeAsync() => _portal.DisposeAsync().AsTask();

    [Fact]
    public async Task A_program_searches_claims_with_its_token_until_that_is_revoked()
    {
        var admin = await _portal.SignInAsync("demo.admin");
        (await admin.SendAsync(Create, Input("users.manage"))).PayloadCodes("createApiToken").ShouldBe(["PERMISSION_NOT_AVAILABLE"]);
        (await admin.SendAsync(Create, Input(_portal.Clock.GetUtcNow().AddDays(366), "claims.read"))).PayloadCodes("createApiToken").ShouldBe(["INVALID_FORMAT"]);
        var made = await admin.SendAsync(Create, Input("claims.read"));
        var (secret, id) = (made.Data("createApiToken", "secret").GetString()!, made.Data("createApiToken", "token", "id").GetString()!);
        var program = Program(secret);
        (await program.SendAsync(Search)).Data("claims", "totalCount").GetInt32().ShouldBe((await admin.SendAsync(Search)).Data("claims", "totalCount").GetInt32());
        var viewer = await program.SendAsync("{ viewer { permissions market } }");
        viewer.Data("viewer", "permissions").EnumerateArray().Select(p => p.GetString()).ShouldBe(["claims.read"]);
        (await program.SendAsync("{ apiTokens { totalCount } }")).ErrorCodes.ShouldBe(["FORBIDDEN"]);
        (await program.SendAsync("mutation { createClaimDraft(input: { type: HCFA }) { errors { ... on Error { code } } } }")).PayloadCodes("createClaimDraft").ShouldBe(["FORBIDDEN"]);
        foreach (var mutation in new[] { "startSecondFactor(input: {})", "updateMyAccount(input: { name: \"X\" })", "changePassword(input: { oldPassword: \"a\", newPassword: \"b\" })" })
            (await program.SendAsync($"mutation {{ {mutation} {{ errors {{ ... on Error {{ code }} }} }} }}")).PayloadCodes(mutation[..mutation.IndexOf('(')]).ShouldBe(["FORBIDDEN"], mutation);

        var list = await admin.SendAsync("{ apiTokens { nodes { name hint lastUsedAt isGood } } }");
        list.Data("apiTokens", "nodes", 0, "lastUsedAt").GetDateTimeOffset().ShouldBe(_portal.Clock.GetUtcNow());
        list.Text.ShouldNotContain(secret);
        (await (await _portal.SignInAsync("other.admin")).SendAsync(Revoke, new { id })).PayloadCodes("revokeApiToken").ShouldBe(["NOT_FOUND"]);
        (await admin.SendAsync(Revoke, new { id })).Data("revokeApiToken", "token", "isGood").GetBoolean().ShouldBeFalse();
        (await program.SendAsync(Search)).ErrorCodes.ShouldBe(["NOT_SIGNED_IN"]);
    }

    [Fact]
    public async Task A_token_revoked_in_one_process_is_worthless_in_another_at_once()
    {
        await using var second = await _portal.AnotherAsync();
        var admin = await _portal.SignInAsync("demo.admin");
        var made = await admin.SendAsync(Create, Input("claims.read"));
        var program = new ApiClient(new HttpClient { BaseAddress = second.Address }, made.Data("createApiToken", "secret").GetString());
        (await program.SendAsync(Search)).ErrorCodes.ShouldBeEmpty();
        await admin.SendAsync(Revoke, new { id = made.Data("createApiToken", "token", "id").GetString() });
        (await program.SendAsync(Search)).ErrorCodes.ShouldBe(["NOT_SIGNED_IN"]);
    }

    [Fact]
    public async Task The_program_names_its_market_by_the_header()
    {
        var secret = await SecretAsync("claims.read");
        using var http = new HttpClient { BaseAddress = _portal.Address };
        http.DefaultRequestHeaders.Add("X-Market", "ga");
        (await new ApiClient(http, secret).SendAsync("{ viewer { market } }")).Data("viewer", "market").GetString().ShouldBe("GA");
    }

    [Fact]
    public async Task A_socket_opened_with_a_token_speaks_for_the_program_and_a_made_up_token_opens_none()
    {
        var secret = await SecretAsync("claims.read");
        await using var socket = await ApiSocket.OpenAsync(_portal.Address, secret);
        await socket.SubscribeAsync("{ viewer { permissions } }");
        (await socket.NextAsync()).GetProperty("data").GetProperty("viewer").GetProperty("permissions")[0].GetString().ShouldBe("claims.read");
        await using var stranger = await ApiSocket.OpenAsync(_portal.Address, "pgt_nothing");
        (await stranger.ClosedAsync()).ShouldBeGreaterThanOrEqualTo(4400);
    }

    [Fact]
    public async Task Files_are_sent_with_a_token_that_may()
    {
        async Task<HttpStatusCode> PostAsync(string secret)
        {
            using var http = new HttpClient { BaseAddress = _portal.Address };
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
            using var body = new ByteArrayContent(Encoding.ASCII.GetBytes("%PDF-1.4\n%%EOF\n"));
            body.Headers.ContentType = new("application/pdf");
            return (await http.PostAsync("/files?name=chart.pdf", body)).StatusCode;
        }
        (await PostAsync(await SecretAsync("claims.read"))).ShouldBe(HttpStatusCode.Forbidden);
        (await PostAsync(await SecretAsync("attachments.upload"))).ShouldBe(HttpStatusCode.Created);
        (await PostAsync("pgt_nothing")).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_program_that_asks_too_often_is_told_when_to_come_back_and_people_are_not_held_up()
    {
        await _portal.AsAsync(Domain.Platform.Access.Actor.System("test"), async services =>
        {
            var rate = (Domain.Accounts.Tokens.TokenRate)services.GetService(typeof(Domain.Accounts.Tokens.TokenRate))!;
            for (long token = 1; token <= 3; token++)
                for (var i = 0; i < 600; i++) await rate.CountAsync(token, default);
            return true;
        });
        var secret = await SecretAsync("claims.read");
        using var http = new HttpClient { BaseAddress = _portal.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        using var answer = await http.PostAsync("/graphql", new StringContent("{\"query\":\"{ viewer { market } }\"}", Encoding.UTF8, "application/json"));
        answer.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeInRange(1, 60);
        new ApiAnswer(answer.StatusCode, await answer.Content.ReadAsStringAsync()).ErrorCodes.ShouldBe(["RATE_LIMITED"]);
        (await (await _portal.SignInAsync("demo.admin")).SendAsync("{ viewer { market } }")).ErrorCodes.ShouldBeEmpty();
        _portal.Clock.Advance(TimeSpan.FromMinutes(1));
        (await Program(secret).SendAsync("{ viewer { market } }")).ErrorCodes.ShouldBeEmpty();
    }

    private ApiClient Program(string secret) => new(new HttpClient { BaseAddress = _portal.Address }, secret);

    private async Task<string> SecretAsync(params string[] permissions) =>
        (await (await _portal.SignInAsync("demo.admin")).SendAsync(Create, Input(permissions))).Data("createApiToken", "secret").GetString().ShouldNotBeNull();

    private object Input(params string[] permissions) => Input(_portal.Clock.GetUtcNow().AddDays(365), permissions);

    private static object Input(DateTimeOffset expiresAt, params string[] permissions) => new { input = new { name = "Claims export", permissions, expiresAt } };
}
