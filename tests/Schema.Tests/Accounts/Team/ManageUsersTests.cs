using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Schema.Tests.Work;

namespace Portal.Graph.Schema.Tests.Accounts.Team;

[Requirement("ACC-12")]
public sealed class ManageUsersTests : IAsyncLifetime
{
    private const string List = "query($w: UserFilterInput) { users(where: $w) { totalCount nodes { id displayName userName email state lastSignInAt memberships { version role state permissions account { name } } } } }";
    private const string Update = "mutation($input: UpdateUserPermissionsInput!) { updateUserPermissions(input: $input) { user { memberships { role permissions version } } errors { __typename ... on Error { code path } ... on PermissionNotAvailableError { permissions } ... on LastAdminError { accountName } } } }";
    private const string SetState = "mutation($id: ID!, $s: UserState!) { setUserState(input: { userId: $id, state: $s }) { user { state } errors { ... on Error { code } } } }";

    private TestPortal _portal = null!;

    public async Task InitializeAsync() => _portal = await TestPortal.StartAsync();

    public Task DisposeAsync() => _portal.DisposeAsync().AsTask();

    [Fact]
    public async Task The_list_has_the_columns_and_the_filters_of_the_page()
    {
        var admin = await _portal.SignInAsync("demo.admin");
        var all = await admin.SendAsync(List);
        all.Data("users", "totalCount").GetInt32().ShouldBe(5);
        var me = all.Data("users", "nodes").EnumerateArray().Single(u => u.GetProperty("userName").GetString() == "demo.admin");
        me.GetProperty("lastSignInAt").GetDateTimeOffset().ShouldBe(_portal.Clock.GetUtcNow());
        me.GetProperty("memberships")[0].GetProperty("role").GetString().ShouldBe("ADMIN");
        async Task<string[]> NamesAsync(object where) =>
            [.. (await admin.SendAsync(List, new { w = where })).Data("users", "nodes").EnumerateArray().Select(u => u.GetProperty("userName").GetString()!).Order()];
        (await NamesAsync(new { permission = "maintenance.submit" })).ShouldBe(["demo.admin", "demo.credentialing"]);
        (await NamesAsync(new { text = "FRONT" })).ShouldBe(["demo.frontdesk"]);
        (await NamesAsync(new { state = "DISABLED" })).ShouldBeEmpty();
        (await admin.SendAsync(List, new { w = new { permission = "claims.fly" } })).ErrorCodes.ShouldBe(["INVALID_FORMAT"]);
    }

    [Fact]
    public async Task Only_who_manages_users_sees_them_and_only_those_of_the_own_account()
    {
        foreach (var username in new[] { "demo.billing", "demo.clinical", "demo.frontdesk", "demo.credentialing" })
            (await (await _portal.SignInAsync(username)).SendAsync(List)).ErrorCodes.ShouldBe(["FORBIDDEN"], username);
        (await _portal.Anonymous().SendAsync(List)).ErrorCodes.ShouldBe(["NOT_SIGNED_IN"]);
        (await (await _portal.SignInStaffAsync(StaffRole.SystemAdmin)).SendAsync(List)).ErrorCodes.ShouldBe(["FORBIDDEN"]);
        var other = await _portal.SignInAsync("other.admin");
        var seen = await other.SendAsync(List);
        seen.Data("users", "totalCount").GetInt32().ShouldBe(1);
        var stranger = (await (await _portal.SignInAsync("demo.admin")).SendAsync(List, new { w = new { text = "demo.billing" } })).Data("users", "nodes", 0, "id").GetString()!;
        (await other.SendAsync(SetState, new { id = stranger, s = "DISABLED" })).PayloadCodes("setUserState").ShouldBe(["NOT_FOUND"]);
        (await other.SendAsync(Update, new { input = new { userId = stranger, version = 1, permissions = Array.Empty<string>() } })).PayloadCodes("updateUserPermissions").ShouldBe(["NOT_FOUND"]);
        (await other.SendAsync("mutation($id: ID!) { resendInvite(input: { userId: $id }) { errors { ... on Error { code } } } }", new { id = stranger })).PayloadCodes("resendInvite").ShouldBe(["NOT_FOUND"]);
    }

    [Fact]
    public async Task From_the_invitation_to_the_first_session()
    {
        var visitor = new Visitor(_portal);
        var admin = await _portal.SignInAsync("demo.admin");
        const string invite = "mutation($input: InviteUserInput!) { inviteUser(input: $input) { user { id state memberships { role permissions } } errors { __typename ... on Error { code path } ... on PermissionNotAvailableError { permissions } } } }";
        object Input(string username, params string[] permissions) => new { input = new { name = "Jane Doe", username, email = "jane.doe@example.org", permissions } };
        (await admin.SendAsync(invite, Input("DEMO.billing", "claims.read"))).PayloadCodes("inviteUser").ShouldBe(["USERNAME_TAKEN"]);
        var refused = await admin.SendAsync(invite, Input("jane.doe", "staff.support"));
        refused.PayloadCodes("inviteUser").ShouldBe(["PERMISSION_NOT_AVAILABLE"]);
        refused.Data("inviteUser", "errors", 0, "permissions", 0).GetString().ShouldBe("staff.support");
        var invited = await admin.SendAsync(invite, Input("jane.doe", "claims.read", "training.attest"));
        invited.Data("inviteUser", "user", "state").GetString().ShouldBe("PENDING");
        invited.Data("inviteUser", "user", "memberships", 0, "permissions").EnumerateArray().Select(p => p.GetString()).ShouldBe(["claims.read", "training.attest"]);
        // An invitation is no registration that waits for approval.
        (await admin.SendAsync("{ pendingUsers { id } }")).Data("pendingUsers").GetArrayLength().ShouldBe(0);
        var token = (await visitor.Mail.LastToAsync("jane.doe@example.org")).Token;
        (await visitor.CallAsync("acceptInvite", new { token, password = "jane.doe" })).PayloadCodes("acceptInvite").ShouldBe(["PASSWORD_TOO_WEAK"]);
        (await visitor.CallAsync("acceptInvite", new { token, username = "jane.d", password = Visitor.Password })).PayloadCodes("acceptInvite").ShouldBeEmpty();
        var jane = await _portal.SignInAsync("jane.d", password: Visitor.Password);
        (await jane.SendAsync("{ claims(where: { receivedDates: { from: \"2025-10-01\" } }) { totalCount } }")).ErrorCodes.ShouldBe(["TERMS_NOT_ACCEPTED"]);
        (await jane.SendAsync("mutation { acceptTerms(input: { version: \"2025-1\" }) { errors { ... on Error { code } } } }")).PayloadCodes("acceptTerms").ShouldBeEmpty();
        (await jane.SendAsync("{ viewer { permissions } }")).Data("viewer", "permissions").EnumerateArray().Select(p => p.GetString()).ShouldBe(["claims.read", "training.attest"]);
    }

    [Fact]
    public async Task The_last_administrator_stays_and_a_disabled_user_is_out_at_once()
    {
        var admin = await _portal.SignInAsync("demo.admin");
        async Task<string> IdAsync(string name) => (await admin.SendAsync(List, new { w = new { text = name } })).Data("users", "nodes", 0, "id").GetString()!;
        var last = await admin.SendAsync(Update, new { input = new { userId = await IdAsync("demo.admin"), version = 1, permissions = new[] { "claims.read" }, role = "USER" } });
        last.PayloadCodes("updateUserPermissions").ShouldBe(["LAST_ADMIN"]);
        last.Data("updateUserPermissions", "errors", 0, "accountName").GetString().ShouldBe("Blue River Family Practice");
        var billing = await IdAsync("demo.billing");
        var biller = await _portal.SignInAsync("demo.billing");
        (await admin.SendAsync(Update, new { input = new { userId = billing, version = 1, permissions = new[] { "claims.read" } } })).Data("updateUserPermissions", "user", "memberships", 0, "version").GetInt32().ShouldBe(2);
        (await biller.SendAsync("{ viewer { permissions } }")).Data("viewer", "permissions").GetArrayLength().ShouldBe(1);
        (await admin.SendAsync(Update, new { input = new { userId = billing, version = 1, permissions = Array.Empty<string>() } })).PayloadCodes("updateUserPermissions").ShouldBe(["CONCURRENT_CHANGE"]);
        (await admin.SendAsync(SetState, new { id = billing, s = "DISABLED" })).Data("setUserState", "user", "state").GetString().ShouldBe("DISABLED");
        (await biller.SendAsync("{ viewer { permissions } }")).ErrorCodes.ShouldBe(["NOT_SIGNED_IN"]);
        (await admin.SendAsync(SetState, new { id = billing, s = "REJECTED" })).PayloadCodes("setUserState").ShouldBe(["INVALID_STATE_TRANSITION"]);
        (await admin.SendAsync(SetState, new { id = billing, s = "ACTIVE" })).PayloadCodes("setUserState").ShouldBeEmpty();
    }
}
