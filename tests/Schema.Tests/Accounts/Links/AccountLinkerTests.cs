using Portal.Graph.Domain.Demo;

namespace Portal.Graph.Schema.Tests.Accounts.Links;

public sealed class AccountLinkerTests : IAsyncLifetime
{
    private const string Link = "mutation($input: LinkAccountInput!) { linkAccount(input: $input) { link { id state account { label } } errors { __typename ... on Error { code } ... on LinkLimitError { limit } } } }";
    private const string Unlink = "mutation($id: ID!) { unlinkAccount(input: { linkId: $id }) { link { state } errors { ... on Error { code } } } }";

    private TestPortal _portal = null!;

    public async Task InitializeAsync() => _portal = await TestPortal.StartAsync();

    public Task DisposeAsync() => _portal.DisposeAsync().AsTask();

    [Fact, Requirement("ACC-11")]
    public async Task A_further_account_is_linked_chosen_as_default_and_taken_back_by_its_administrator()
    {
        var (other, admin) = (await _portal.SignInAsync("other.admin"), await _portal.SignInAsync("demo.admin"));
        object Proofs(string zip = "45401") => new { input = new { providerName = DemoCast.PracticeName, taxId = DemoCast.PracticeTaxId, careSourceProviderId = DemoCast.PracticeProviderId, zip } };
        (await other.SendAsync(Link, Proofs("45402"))).PayloadCodes("linkAccount").ShouldBe(["REGISTRATION_NO_MATCH"]);
        var linked = await other.SendAsync(Link, Proofs());
        linked.Data("linkAccount", "link", "account", "label").GetString().ShouldBe($"{DemoCast.PracticeName} - {DemoCast.PracticeProviderId}");
        (await other.SendAsync(Link, Proofs())).PayloadCodes("linkAccount").ShouldBe(["ALREADY_LINKED"]);

        // The Providers list has the default provider first, whatever the alphabet says.
        const string list = "{ viewer { accounts { id label } defaultAccount { label } } linkedAccounts { state account { name } } }";
        var providers = await other.SendAsync(list);
        providers.Data("viewer", "accounts").EnumerateArray().Select(a => a.GetProperty("label").GetString()).ShouldBe(
            [$"{DemoCast.OtherPracticeName} - {DemoCast.OtherPracticeProviderId}", $"{DemoCast.PracticeName} - {DemoCast.PracticeProviderId}"]);
        providers.Data("linkedAccounts", 0, "state").GetString().ShouldBe("ACTIVE");
        var id = providers.Data("viewer", "accounts", 1, "id").GetString();
        (await other.SendAsync("mutation($id: ID!) { updateMyAccount(input: { defaultAccountId: $id }) { user { id } errors { ... on Error { code } } } }", new { id })).PayloadCodes("updateMyAccount").ShouldBeEmpty();
        (await other.SendAsync(list)).Data("viewer", "defaultAccount", "label").GetString()!.ShouldStartWith(DemoCast.PracticeName);

        var links = await admin.SendAsync("{ accountLinks(state: ACTIVE) { nodes { id user { userName } account { name } } } }");
        links.Data("accountLinks", "nodes", 0, "user", "userName").GetString().ShouldBe("other.admin");
        (await other.SendAsync("{ accountLinks { totalCount } }")).Data("accountLinks", "totalCount").GetInt32().ShouldBe(0);
        (await admin.SendAsync(Unlink, new { id = links.Data("accountLinks", "nodes", 0, "id").GetString() })).Data("unlinkAccount", "link", "state").GetString().ShouldBe("REVOKED");
        (await other.SendAsync(list)).Data("viewer", "defaultAccount", "label").GetString()!.ShouldStartWith(DemoCast.OtherPracticeName);
        (await other.SendAsync(Link, Proofs())).PayloadCodes("linkAccount").ShouldBe(["LINK_TAKEN_BACK"]);
    }

    [Fact, Requirement("ACC-11")]
    public async Task Others_may_not_link_and_a_made_up_link_is_not_found()
    {
        var biller = await _portal.SignInAsync("demo.billing");
        (await biller.SendAsync(Link, new { input = new { providerName = "A", taxId = "1", careSourceProviderId = "2", zip = "3" } })).PayloadCodes("linkAccount").ShouldBe(["FORBIDDEN"]);
        (await biller.SendAsync("{ accountLinks { totalCount } }")).ErrorCodes.ShouldBe(["FORBIDDEN"]);
        (await biller.SendAsync("{ linkedAccounts { id } }")).Data("linkedAccounts").GetArrayLength().ShouldBe(0);
        (await (await _portal.SignInAsync("demo.admin")).SendAsync(Unlink, new { id = _portal.IdOf("AccountLink") })).PayloadCodes("unlinkAccount").ShouldBe(["NOT_FOUND"]);
    }

    [Fact, Requirement("ACC-13")]
    public async Task A_user_updates_the_own_account_and_password()
    {
        var biller = await _portal.SignInAsync("demo.billing");
        var update = await biller.SendAsync("mutation($input: UpdateMyAccountInput!) { updateMyAccount(input: $input) { user { displayName email phone notifications } emailToConfirm errors { ... on Error { code path } } } }",
            new { input = new { name = "Bill Biller", email = "bill@new.example.org", phone = "937-555-0142", notifications = new[] { "LETTERS" } } });
        var user = update.Data("updateMyAccount", "user");
        (user.GetProperty("displayName").GetString(), user.GetProperty("email").GetString(), user.GetProperty("phone").GetString()).ShouldBe(("Bill Biller", "demo.billing@example.org", "937-555-0142"));
        user.GetProperty("notifications").EnumerateArray().Select(n => n.GetString()).ShouldBe(["LETTERS"]);
        update.Data("updateMyAccount", "emailToConfirm").GetString().ShouldBe("bill@new.example.org");
        var visitor = new Visitor(_portal);
        var token = (await visitor.Mail.LastToAsync("bill@new.example.org")).Token;
        (await visitor.CallAsync("verifyEmail", new { token })).PayloadCodes("verifyEmail").ShouldBeEmpty();
        (await biller.SendAsync("{ viewer { user { email } } }")).Data("viewer", "user", "email").GetString().ShouldBe("bill@new.example.org");

        const string change = "mutation($o: String!, $n: String!) { changePassword(input: { oldPassword: $o, newPassword: $n }) { user { userName } errors { ... on Error { code path } } } }";
        (await biller.SendAsync(change, new { o = "wrong", n = Visitor.Password })).PayloadCodes("changePassword").ShouldBe(["OLD_PASSWORD_WRONG"]);
        (await biller.SendAsync(change, new { o = DemoCast.Password, n = "short" })).PayloadCodes("changePassword").ShouldBe(["PASSWORD_TOO_WEAK"]);
        (await biller.SendAsync(change, new { o = DemoCast.Password, n = Visitor.Password })).PayloadCodes("changePassword").ShouldBeEmpty();
        (await biller.SendAsync("{ viewer { market } }")).ErrorCodes.ShouldBeEmpty();
        (await visitor.SignInAsync("demo.billing", DemoCast.Password)).PayloadCodes("signIn").ShouldBe(["LOGIN_FAILED"]);
        (await _portal.Anonymous().SendAsync(change, new { o = "a", n = "b" })).PayloadCodes("changePassword").ShouldBe(["NOT_SIGNED_IN"]);
    }
}
