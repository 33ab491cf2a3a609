using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Schema.Tests.Work;

namespace Portal.Graph.Schema.Tests.Accounts.Staff;

[Requirement("ACC-23")]
public sealed class StaffUserTests : IAsyncLifetime
{
    private const string Payload = "{ change { user { staffRoles } request { id state requestedBy { userName } } } errors { __typename ... on Error { code } HELD } }";
    private const string List = "query($w: StaffUserFilterInput) { staffUsers(where: $w, first: 100) { totalCount nodes { id userName staffRoles } } }";

    private TestPortal _portal = null!;

    public async Task InitializeAsync() => _portal = await TestPortal.StartAsync();

    public Task DisposeAsync() => _portal.DisposeAsync().AsTask();

    [Fact]
    public async Task Roles_are_granted_by_others_and_a_system_administrator_by_two()
    {
        var first = await _portal.SignInStaffAsync(StaffRole.SystemAdmin);
        async Task<string> IdAsync(StaffRole role) => (await first.SendAsync(List, new { w = new { role = Name(role) } })).Data("staffUsers", "nodes", 0, "id").GetString()!;
        var (me, editor, policy) = (await IdAsync(StaffRole.SystemAdmin), await IdAsync(StaffRole.ContentEditor), await IdAsync(StaffRole.PolicyAdmin));
        async Task<ApiAnswer> GrantAsync(string userId, string role, string mutation = "grantStaffRole") =>
            await first.SendAsync($"mutation($id: ID!, $r: StaffRole!) {{ {mutation}(input: {{ userId: $id, role: $r }}) {Payload.Replace("HELD", mutation == "grantStaffRole" ? "... on RolesConflictError { held }" : "")} }}", new { id = userId, r = role });
        (await GrantAsync(me, "AUDITOR")).PayloadCodes("grantStaffRole").ShouldBe(["SELF_GRANT_FORBIDDEN"]);
        (await GrantAsync(await IdAsync(StaffRole.ClaimsAnalyst), "SYSTEM_ADMIN")).Data("grantStaffRole", "errors", 0, "held")[0].GetString().ShouldBe("CLAIMS_ANALYST");
        (await GrantAsync(editor, "POLICY_ADMIN")).Data("grantStaffRole", "change", "user", "staffRoles").GetArrayLength().ShouldBe(2);
        (await GrantAsync(editor, "POLICY_ADMIN", "revokeStaffRole")).Data("revokeStaffRole", "change", "user", "staffRoles").GetArrayLength().ShouldBe(1);

        // The only system administrator asks for a second one; nobody but another person can approve.
        var asked = await GrantAsync(policy, "SYSTEM_ADMIN");
        var request = asked.Data("grantStaffRole", "change", "request", "id").GetString();
        asked.Data("grantStaffRole", "change", "user", "staffRoles").GetArrayLength().ShouldBe(1);
        async Task<ApiAnswer> DecideAsync(ApiClient client, bool approve) =>
            await client.SendAsync($"mutation($id: ID!, $a: Boolean!) {{ decideStaffRole(input: {{ requestId: $id, approve: $a }}) {Payload.Replace("HELD", "")} }}", new { id = request, a = approve });
        (await DecideAsync(first, true)).PayloadCodes("decideStaffRole").ShouldBe(["APPROVAL_BY_AUTHOR_FORBIDDEN"]);
        (await DecideAsync(await _portal.SignInStaffAsync(StaffRole.PolicyAdmin), true)).PayloadCodes("decideStaffRole").ShouldBe(["FORBIDDEN"]);
        (await first.SendAsync("{ staffRoleRequests { role change user { userName } } }")).Data("staffRoleRequests", 0, "role").GetString().ShouldBe("SYSTEM_ADMIN");
        (await DecideAsync(first, false)).Data("decideStaffRole", "change", "request", "state").GetString().ShouldBe("DECLINED");
        (await first.SendAsync("{ staffRoleRequests { role } }")).Data("staffRoleRequests").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Support_decides_about_portal_users_with_a_reason_and_others_do_not_see_them()
    {
        var support = await _portal.SignInStaffAsync(StaffRole.SupportAgent);
        const string find = "query($w: PortalUserFilterInput) { portalUsers(where: $w) { nodes { id userName state memberships { account { label } permissions } } } }";
        var found = await support.SendAsync(find, new { w = new { text = "demo.billing" } });
        var id = found.Data("portalUsers", "nodes", 0, "id").GetString();
        found.Data("portalUsers", "nodes", 0, "memberships", 0, "permissions").GetArrayLength().ShouldBeGreaterThan(3);
        const string set = "mutation($id: ID!, $s: UserState!, $r: String!) { setPortalUserState(input: { userId: $id, state: $s, reason: $r }) { user { state } errors { ... on Error { code } } } }";
        (await support.SendAsync(set, new { id, s = "DISABLED", r = "" })).PayloadCodes("setPortalUserState").ShouldBe(["DECISION_REASON_REQUIRED"]);
        (await support.SendAsync(set, new { id, s = "REJECTED", r = "left" })).PayloadCodes("setPortalUserState").ShouldBe(["INVALID_STATE_TRANSITION"]);
        var biller = await _portal.SignInAsync("demo.billing");
        (await support.SendAsync(set, new { id, s = "DISABLED", r = "left" })).Data("setPortalUserState", "user", "state").GetString().ShouldBe("DISABLED");
        (await biller.SendAsync("{ viewer { market } }")).ErrorCodes.ShouldBe(["NOT_SIGNED_IN"]);
        (await support.SendAsync("mutation($id: ID!) { unlockUser(input: { userId: $id }) { errors { ... on Error { code } } } }", new { id })).PayloadCodes("unlockUser").ShouldBe(["INVALID_STATE_TRANSITION"]);
        foreach (var client in new[] { await _portal.SignInStaffAsync(StaffRole.SystemAdmin), await _portal.SignInStaffAsync(StaffRole.Auditor), await _portal.SignInAsync("demo.admin") })
        {
            (await client.SendAsync(find)).ErrorCodes.ShouldBe(["FORBIDDEN"]);
            (await client.SendAsync(set, new { id, s = "ACTIVE", r = "back" })).PayloadCodes("setPortalUserState").ShouldBe(["FORBIDDEN"]);
        }
        (await support.SendAsync(List)).ErrorCodes.ShouldBe(["FORBIDDEN"]);
    }

    [Fact]
    public async Task A_staff_user_is_invited_disabled_and_told_apart_by_state()
    {
        var admin = await _portal.SignInStaffAsync(StaffRole.SystemAdmin);
        var invited = await admin.SendAsync("mutation { inviteStaffUser(input: { name: \"Ann Smith\", username: \"ann.smith\", email: \"ann@plan.example\" }) { user { id state kind staffRoles } errors { ... on Error { code } } } }");
        invited.Data("inviteStaffUser", "user", "kind").GetString().ShouldBe("STAFF");
        (await new Visitor(_portal).Mail.LastToAsync("ann@plan.example")).Token.ShouldNotBeEmpty();
        (await admin.SendAsync(List, new { w = new { state = "PENDING" } })).Data("staffUsers", "nodes", 0, "userName").GetString().ShouldBe("ann.smith");
        const string set = "mutation($id: ID!, $s: UserState!) { setStaffUserState(input: { userId: $id, state: $s, reason: \"left\" }) { user { state } errors { ... on Error { code } } } }";
        (await admin.SendAsync(set, new { id = invited.Data("inviteStaffUser", "user", "id").GetString(), s = "REJECTED" })).Data("setStaffUserState", "user", "state").GetString().ShouldBe("REJECTED");
        var me = (await admin.SendAsync(List, new { w = new { role = "SYSTEM_ADMIN" } })).Data("staffUsers", "nodes", 0, "id").GetString();
        (await admin.SendAsync(set, new { id = me, s = "DISABLED" })).PayloadCodes("setStaffUserState").ShouldBe(["SELF_GRANT_FORBIDDEN"]);
    }

    private static string Name(StaffRole role) => System.Text.Json.JsonNamingPolicy.SnakeCaseUpper.ConvertName(role.ToString());
}
