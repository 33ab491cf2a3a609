using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Storage;
using Portal.Graph.Schema.Tests.Work;

namespace Portal.Graph.Schema.Tests.Accounts.Impersonation;

[Requirement("ACC-14")]
public sealed class ImpersonationTests : IAsyncLifetime
{
    private const string Start = "mutation($input: StartImpersonationInput!) { startImpersonation(input: $input) { session { accessToken endsAt readOnly market user { userName } } errors { __typename ... on Error { code path } ... on ImpersonationNotAllowedError { reason } } } }";
    private const string End = "mutation { endImpersonation { ended errors { ... on Error { code } } } }";
    private const string Banner = "{ viewer { user { userName } impersonation { staffName ticket endsAt readOnly } } }";

    private TestPortal _portal = null!;

    public async Task InitializeAsync() => _portal = await TestPortal.StartAsync();

    public Task DisposeAsync() => _portal.DisposeAsync().AsTask();

    [Fact]
    public async Task Support_sees_a_banner_and_the_users_claims_and_changes_nothing()
    {
        var (agent, inside) = await InsideAsync("demo.admin");
        var banner = await inside.SendAsync(Banner);
        banner.Data("viewer", "user", "userName").GetString().ShouldBe("demo.admin");
        banner.Data("viewer", "impersonation", "ticket").GetString().ShouldBe("T-4711");
        banner.Data("viewer", "impersonation", "readOnly").GetBoolean().ShouldBeTrue();
        (await inside.SendAsync("{ claims(where: { receivedDates: { from: \"2025-10-01\" } }) { totalCount nodes { number } } }")).Data("claims", "totalCount").GetInt32().ShouldBeGreaterThan(0);
        foreach (var mutation in new[]
        {
            "createClaimDraft(input: { type: HCFA })", "switchMarket(input: { market: GA })", "setClaimDetailView(input: { view: TABLE })", "acceptTerms(input: { version: \"2025-1\" })",
            "changePassword(input: { oldPassword: \"a\", newPassword: \"b\" })", "startUpload(input: { name: \"a.pdf\", size: 1 })", "createApiToken(input: { name: \"x\", permissions: [\"claims.read\"], expiresAt: \"2026-01-01T00:00:00Z\" })",
            "requestPasswordReset(input: { username: \"demo.admin\" })",
        })
            (await inside.SendAsync($"mutation {{ {mutation} {{ errors {{ ... on Error {{ code }} }} }} }}")).PayloadCodes(mutation[..mutation.IndexOf('(')]).ShouldBe(["IMPERSONATION_READ_ONLY"], mutation);
        using var http = new HttpClient { BaseAddress = _portal.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", inside.Token);
        using var body = new ByteArrayContent(Encoding.ASCII.GetBytes("%PDF-1.4\n%%EOF\n"));
        (await http.PostAsync("/files?name=chart.pdf", body)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        await _portal.AsAsync(Actor.System("test"), async services =>
        {
            var rows = await services.GetRequiredService<PortalDb>().Set<AuditEvent>().AsNoTracking().Where(e => e.ImpersonatorId != null).ToListAsync();
            rows.Count(r => r.Action == AuditEvent.ReadAction && r.ActorId != null && r.ActorId != r.ImpersonatorId).ShouldBeGreaterThan(0);
            return true;
        });
        (await new Visitor(_portal).Mail.LastToAsync("demo.admin@example.org")).Text.ShouldContain("demo.admin");
        (await agent.SendAsync("{ viewer { impersonation { ticket } } }")).Data("viewer", "impersonation").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        (await agent.SendAsync(End)).Data("endImpersonation", "ended").GetBoolean().ShouldBeTrue();
        (await inside.SendAsync(Banner)).ErrorCodes.ShouldBe(["IMPERSONATION_EXPIRED"]);
    }

    [Fact]
    public async Task After_30_minutes_queries_and_mutations_answer_that_it_is_over()
    {
        var (_, inside) = await InsideAsync("demo.billing");
        _portal.Clock.Advance(TimeSpan.FromMinutes(15));
        (await inside.SendAsync(Banner)).ErrorCodes.ShouldBeEmpty();
        _portal.Clock.Advance(TimeSpan.FromMinutes(15));
        (await inside.SendAsync(Banner)).ErrorCodes.ShouldBeEmpty();
        _portal.Clock.Advance(TimeSpan.FromSeconds(1));
        (await inside.SendAsync(Banner)).ErrorCodes.ShouldBe(["IMPERSONATION_EXPIRED"]);
        (await inside.SendAsync("mutation { createClaimDraft(input: { type: HCFA }) { errors { ... on Error { code } } } }")).PayloadCodes("createClaimDraft").ShouldBe(["IMPERSONATION_EXPIRED"]);
        (await inside.SendAsync(End)).PayloadCodes("endImpersonation").ShouldBe(["IMPERSONATION_EXPIRED"]);
    }

    [Fact]
    public async Task Reason_target_and_number_are_judged_and_only_support_may()
    {
        var agent = await _portal.SignInStaffAsync(StaffRole.SupportAgent);
        var (admin, staff) = (await IdOfAsync("demo.admin"), await IdOfAsync("staff.auditor"));
        async Task<IReadOnlyList<string>> TryAsync(ApiClient client, string userId, string ticket = "T-4711", string reason = "Cannot find a claim", string? market = null) =>
            (await client.SendAsync(Start, new { input = new { userId, ticket, reason, market } })).PayloadCodes("startImpersonation");
        (await TryAsync(agent, admin, reason: "too short")).ShouldBe(["IMPERSONATION_REASON_REQUIRED"]);
        (await TryAsync(agent, admin, ticket: "")).ShouldBe(["IMPERSONATION_REASON_REQUIRED"]);
        (await TryAsync(agent, staff)).ShouldBe(["IMPERSONATION_NOT_ALLOWED"]);
        (await TryAsync(agent, _portal.IdOf("User"))).ShouldBe(["NOT_FOUND"]);
        (await TryAsync(await _portal.SignInStaffAsync(StaffRole.Auditor), admin)).ShouldBe(["FORBIDDEN"]);
        (await TryAsync(await _portal.SignInAsync("demo.admin"), admin)).ShouldBe(["FORBIDDEN"]);
        (await TryAsync(agent, admin, market: "NV")).ShouldBeEmpty();
        (await TryAsync(agent, admin)).ShouldBe(["IMPERSONATION_NOT_ALLOWED"]);
        (await (await _portal.SignInAsync("demo.admin")).SendAsync(End)).PayloadCodes("endImpersonation").ShouldBe(["FORBIDDEN"]);
    }

    [Fact]
    public async Task The_policy_opens_changes_but_never_what_only_the_person_may_do()
    {
        await _portal.AsAsync(Actor.System("test"), async services =>
        {
            // The row in force, as two people would have approved it.
            var db = services.GetRequiredService<PortalDb>();
            await using var write = await db.BeginWriteAsync(default);
            await db.Set<Domain.Platform.Policies.PolicySetting>().Where(p => p.Key == "impersonation.write").ExecuteUpdateAsync(s => s.SetProperty(p => p.Value, "true"));
            await write.CommitAsync(default);
            return true;
        });
        var (_, inside) = await InsideAsync("demo.admin");
        (await inside.SendAsync(Banner)).Data("viewer", "impersonation", "readOnly").GetBoolean().ShouldBeFalse();
        (await inside.SendAsync("mutation { createClaimDraft(input: { type: HCFA }) { draft { id } errors { ... on Error { code } } } }")).PayloadCodes("createClaimDraft").ShouldBeEmpty();
        (await inside.SendAsync("mutation { changePassword(input: { oldPassword: \"a\", newPassword: \"b\" }) { errors { ... on Error { code } } } }")).PayloadCodes("changePassword").ShouldBe(["IMPERSONATION_READ_ONLY"]);
        await _portal.AsAsync(Actor.System("test"), async services =>
        {
            var row = await services.GetRequiredService<PortalDb>().Set<AuditEvent>().AsNoTracking().OrderByDescending(e => e.Seq).FirstAsync(e => e.Action.StartsWith("claim"));
            row.ImpersonatorId.ShouldNotBeNull();
            row.ActorId.ShouldNotBe(row.ImpersonatorId);
            return true;
        });
    }

    private async Task<(ApiClient Agent, ApiClient Inside)> InsideAsync(string username)
    {
        var agent = await _portal.SignInStaffAsync(StaffRole.SupportAgent);
        var started = await agent.SendAsync(Start, new { input = new { userId = await IdOfAsync(username), ticket = "T-4711", reason = "Cannot find a claim" } });
        started.PayloadCodes("startImpersonation").ShouldBeEmpty(started.Text);
        return (agent, new ApiClient(new HttpClient { BaseAddress = _portal.Address }, started.Data("startImpersonation", "session", "accessToken").GetString()));
    }

    private async Task<string> IdOfAsync(string username) => await _portal.AsAsync(Actor.System("test"), async services =>
        _portal.IdOf("User", await services.GetRequiredService<PortalDb>().Set<Domain.Accounts.Users.User>().Where(u => u.UserName == username).Select(u => u.Id).SingleAsync()));
}
