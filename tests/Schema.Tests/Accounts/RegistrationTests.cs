using Portal.Graph.Domain.Accounts.Terms;
using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Schema.Tests.Work;

namespace Portal.Graph.Schema.Tests.Accounts;

public sealed class RegistrationTests : IAsyncLifetime
{
    private TestPortal _portal = null!;

    public async Task InitializeAsync() => _portal = await TestPortal.StartAsync();

    public Task DisposeAsync() => _portal.DisposeAsync().AsTask();

    [Fact, Requirement("ACC-01", "ACC-03", "ACC-04")]
    public async Task From_four_values_to_the_first_session_by_the_mailed_link()
    {
        var visitor = new Visitor(_portal);
        var terms = await _portal.Anonymous().SendAsync("{ terms { version text activeFrom } }");
        terms.Data("terms", "text").GetString()!.Length.ShouldBeGreaterThan(200);
        (await visitor.VerifyAsync(Visitor.Proofs())).Data("verifyRegistration", "termsVersion").GetString().ShouldBe(terms.Data("terms", "version").GetString());
        var token = await visitor.TokenAsync();

        (await visitor.CreateAsync(token, accepted: false)).PayloadCodes("createAccount").ShouldBe(["TERMS_NOT_ACCEPTED"]);
        var weak = await visitor.CreateAsync(token, password: "jane.doe");
        weak.PayloadCodes("createAccount").ShouldBe(["PASSWORD_TOO_WEAK"]);
        weak.Data("createAccount", "errors", 0, "unmetRules").GetArrayLength().ShouldBe(2);
        (await visitor.CreateAsync(token, "DEMO.Admin")).PayloadCodes("createAccount").ShouldBe(["USERNAME_TAKEN"]);
        var made = await visitor.CreateAsync(token);
        made.PayloadCodes("createAccount").ShouldBeEmpty();
        // The practice has an administrator: the user waits, and nobody is named.
        made.Data("createAccount", "warnings", 0, "code").GetString().ShouldBe("ADMIN_EXISTS");
        made.Text.ShouldNotContain("demo.admin");
        (await visitor.CreateAsync(token, "john.doe")).PayloadCodes("createAccount").ShouldBe(["REGISTRATION_EXPIRED"]);

        (await visitor.SignInAsync("jane.doe")).PayloadCodes("signIn").ShouldBe(["USER_DISABLED"]);
        (await visitor.Mail.LastToAsync("demo.admin@example.org")).Text.ShouldContain("jane.doe");
        var admin = await _portal.SignInAsync("demo.admin");
        var waiting = (await admin.SendAsync("{ pendingUsers { id userName } }")).Data("pendingUsers");
        waiting.GetArrayLength().ShouldBe(1);
        var approved = await admin.SendAsync("mutation($id: ID!) { approvePendingUser(input: { userId: $id, preset: BILLING }) { user { userName } errors { ... on Error { code } } } }",
            new { id = waiting[0].GetProperty("id").GetString() });
        approved.Data("approvePendingUser", "user", "userName").GetString().ShouldBe("jane.doe");
        (await admin.SendAsync("mutation($id: ID!) { approvePendingUser(input: { userId: $id, preset: BILLING }) { errors { ... on Error { code } } } }",
            new { id = waiting[0].GetProperty("id").GetString() })).PayloadCodes("approvePendingUser").ShouldBe(["INVALID_STATE_TRANSITION"]);

        (await visitor.SignInAsync("jane.doe")).PayloadCodes("signIn").ShouldBe(["EMAIL_NOT_VERIFIED"]);
        var link = (await visitor.Mail.ToAsync("jane.doe@example.org"))[0].Token;
        (await visitor.CallAsync("verifyEmail", new { token = link })).PayloadCodes("verifyEmail").ShouldBeEmpty();
        (await visitor.CallAsync("verifyEmail", new { token = link })).PayloadCodes("verifyEmail").ShouldBe(["RESET_LINK_INVALID"]);
        var jane = await _portal.SignInAsync("jane.doe", password: Visitor.Password);
        (await jane.SendAsync("{ viewer { permissions } }")).Data("viewer", "permissions").EnumerateArray().Select(p => p.GetString()).ShouldContain("claims.submit");
        (await jane.SendAsync("{ pendingUsers { id } }")).ErrorCodes.ShouldBe(["FORBIDDEN"]);
    }

    [Fact, Requirement("ACC-01")]
    public async Task A_refusal_tells_no_field_and_the_sixth_try_when_to_come_back()
    {
        var visitor = new Visitor(_portal);
        var first = await visitor.VerifyAsync(Visitor.Proofs("45402"));
        first.PayloadCodes("verifyRegistration").ShouldBe(["REGISTRATION_NO_MATCH"]);
        first.Data("verifyRegistration", "errors", 0, "otherPath", "phone").GetString().ShouldBe("1-800-488-0134");
        (await visitor.VerifyAsync(Visitor.Proofs(providerId: "999999999999"))).Text.ShouldBe(first.Text);
        (await visitor.VerifyAsync(Visitor.Proofs(taxId: "1"))).PayloadCodes("verifyRegistration").ShouldBe(["INVALID_FORMAT"]);
        for (var i = 0; i < 3; i++) (await visitor.VerifyAsync(Visitor.Proofs("45402"))).PayloadCodes("verifyRegistration").ShouldBe(["REGISTRATION_NO_MATCH"]);
        var locked = await visitor.VerifyAsync(Visitor.Proofs());
        locked.PayloadCodes("verifyRegistration").ShouldBe(["REGISTRATION_LOCKED"]);
        locked.Data("verifyRegistration", "errors", 0, "minutesLeft").GetInt32().ShouldBe(15);
        locked.Data("verifyRegistration", "errors", 0, "retryAt").GetDateTimeOffset().ShouldBe(_portal.Clock.GetUtcNow().AddMinutes(15));

        var agent = await _portal.SignInStaffAsync(StaffRole.SupportAgent);
        var item = (await agent.SendAsync("{ workItems(queue: \"Q-REG\", first: 1) { nodes { id } } }")).Data("workItems", "nodes", 0, "id").GetString();
        const string unlock = "mutation($id: ID!) { unlockRegistration(input: { workItemId: $id, decision: UNLOCKED, reason: \"called\" }) { workItem { state } errors { ... on Error { code } } } }";
        (await agent.SendAsync(unlock, new { id = item })).PayloadCodes("unlockRegistration").ShouldBe(["INVALID_STATE_TRANSITION"]);
        await agent.SendAsync("mutation($id: ID!) { claimWorkItem(input: { id: $id }) { workItem { id } } }", new { id = item });
        (await agent.SendAsync(unlock, new { id = item })).Data("unlockRegistration", "workItem", "state").GetString().ShouldBe("DONE");
        (await visitor.VerifyAsync(Visitor.Proofs())).PayloadCodes("verifyRegistration").ShouldBeEmpty();
    }

    [Fact, Requirement("ACC-06")]
    public async Task A_forgotten_password_is_reset_by_the_mailed_link_and_open_sessions_end()
    {
        var visitor = new Visitor(_portal);
        var session = await _portal.SignInAsync("demo.billing");
        const string request = "mutation($u: String!) { requestPasswordReset(input: { username: $u }) { ok errors { ... on Error { code } } } }";
        var known = await _portal.Anonymous().SendAsync(request, new { u = "demo.billing" });
        (await _portal.Anonymous().SendAsync(request, new { u = "nobody.here" })).Text.ShouldBe(known.Text);
        var token = (await visitor.Mail.LastToAsync("demo.billing@example.org")).Token;
        (await visitor.CallAsync("resetPassword", new { token, newPassword = "short" })).PayloadCodes("resetPassword").ShouldBe(["PASSWORD_TOO_WEAK"]);
        (await visitor.CallAsync("resetPassword", new { token, newPassword = Visitor.Password })).PayloadCodes("resetPassword").ShouldBeEmpty();
        (await visitor.CallAsync("resetPassword", new { token, newPassword = Visitor.Password })).PayloadCodes("resetPassword").ShouldBe(["RESET_LINK_INVALID"]);
        (await session.SendAsync("{ viewer { market } }")).ErrorCodes.ShouldBe(["NOT_SIGNED_IN"]);
        (await visitor.SignInAsync("demo.billing", Visitor.Password)).PayloadCodes("signIn").ShouldBeEmpty();
    }

    [Fact, Requirement("ACC-03")]
    public async Task New_terms_close_every_query_and_mutation_but_those_that_lead_out()
    {
        await _portal.AsAsync(new() { Kind = ActorKind.Staff, UserId = 1, Name = "editor", Permissions = [Permission.StaffContentEdit] }, async services =>
            (await services.GetRequiredService<TermsDesk>().PublishAsync("2026-1", "New terms.", _portal.Clock.GetUtcNow(), default)).Value.ShouldNotBeNull());
        var client = await _portal.SignInAsync("demo.admin");
        (await client.SendAsync("{ viewer { termsDue { version text } } }")).Data("viewer", "termsDue", "version").GetString().ShouldBe("2026-1");
        foreach (var query in new[]
        {
            "{ claims(where: { receivedDates: { from: \"2025-10-01\" } }) { totalCount } }", "{ claimDrafts { totalCount } }", "{ pendingUsers { id } }",
            "{ eligibility(search: { careSourceId: \"123456789\", dateOfService: \"2025-12-01\" }) { member { careSourceId } } }",
        })
            (await client.SendAsync(query)).ErrorCodes.ShouldBe(["TERMS_NOT_ACCEPTED"], query);
        foreach (var mutation in new[] { "createClaimDraft(input: { type: HCFA })", "switchMarket(input: { market: GA })", "startSecondFactor(input: {})", "setClaimDetailView(input: { view: TABLE })" })
        {
            var name = mutation[..mutation.IndexOf('(')];
            (await client.SendAsync($"mutation {{ {mutation} {{ errors {{ ... on Error {{ code }} }} }} }}")).PayloadCodes(name).ShouldBe(["TERMS_NOT_ACCEPTED"], name);
        }
        const string accept = "mutation($v: String!) { acceptTerms(input: { version: $v }) { user { userName } errors { ... on Error { code } ... on TermsNotAcceptedError { termsVersion } } } }";
        (await client.SendAsync(accept, new { v = "2025-1" })).PayloadCodes("acceptTerms").ShouldBe(["TERMS_NOT_ACCEPTED"]);
        (await client.SendAsync(accept, new { v = "2026-1" })).PayloadCodes("acceptTerms").ShouldBeEmpty();
        (await client.SendAsync("{ viewer { termsDue { version } } claimDrafts { totalCount } }")).ErrorCodes.ShouldBeEmpty();
        var leaving = await _portal.SignInAsync("demo.clinical");
        (await leaving.SendAsync("mutation { signOut { signedOut errors { ... on Error { code } } } }")).Data("signOut", "signedOut").GetBoolean().ShouldBeTrue();
    }
}
