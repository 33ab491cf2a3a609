using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.BackOffice.Tests.Hosting;
using Portal.Graph.BackOffice.Tests.Http;
using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Accounts.Sessions;
using Portal.Graph.Domain.Accounts.Terms;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Storage;
using Portal.Graph.Testing;

namespace Portal.Graph.BackOffice.Tests.Accounts.Users;

[Collection(OneHost.Name)]
public sealed class UsersTests(BackOfficeHost host)
{
    private static int _next;

    [Fact, Requirement("ACC-23")]
    public async Task Roles_are_granted_and_taken_back_and_never_by_oneself()
    {
        var person = await StaffAsync("rory.role");
        using var adam = await host.SignedInAsync(StaffPlan.Admin);
        var list = await adam.GetAsync("/staff/users?Kind=Staff&Text=RORY");
        list.Heading.ShouldBe("Staff users");
        var page = await adam.GetAsync(list.Document.QuerySelector("#users tbody a")!.GetAttribute("href")!);
        (await adam.SubmitAsync(page, "#grant")).Document.QuerySelectorAll("#refusals a").Select(a => a.GetAttribute("href")).ShouldBe(["#Role"]);
        var granted = await adam.SubmitAsync(page, "#grant", ("Role", nameof(StaffRole.ContentEditor)));
        granted.Text.ShouldContain("Content editor is granted.");
        granted.Texts("#role-list tbody th").ShouldBe(["Content editor"]);
        var refused = await adam.SubmitAsync(await adam.SubmitAsync(granted, "#grant", ("Role", nameof(StaffRole.Auditor))), "#grant", ("Role", nameof(StaffRole.SystemAdmin)));
        refused.Document.QuerySelector("#refusals").ShouldNotBeNull().TextContent.ShouldContain("no member data");
        var sure = await adam.SubmitAsync(refused, "[data-role=Auditor]");
        sure.Heading.ShouldBe("Take the role Auditor from this user?");
        (await adam.SubmitAsync(sure, "#confirm")).Texts("#role-list tbody th").ShouldBe(["Content editor"]);

        var own = await adam.GetAsync($"/staff/users/staff/{await IdAsync(StaffPlan.Admin)}");
        own.Document.QuerySelector("#grant").ShouldBeNull();
        own.Document.QuerySelector("#set-state").ShouldBeNull();
        person.ShouldBeGreaterThan(0);
    }

    [Fact, Requirement("ACC-23")]
    public async Task A_system_administrator_is_made_by_two_people()
    {
        var person = await StaffAsync("sid.second", StaffRole.SystemAdmin);
        var next = await StaffAsync("nia.next");
        using (var adam = await host.SignedInAsync(StaffPlan.Admin))
        {
            var asked = await adam.SubmitAsync(await adam.GetAsync($"/staff/users/staff/{next}"), "#grant", ("Role", nameof(StaffRole.SystemAdmin)));
            asked.Text.ShouldContain("The change waits for a second person.");
            var requests = await adam.GetAsync("/staff/users?Kind=Staff");
            requests.Document.QuerySelector("#role-requests button[value=true]").ShouldBeNull("who asked cannot approve");
        }
        using var sid = await host.SignedInAsync("sid.second");
        var done = await sid.SubmitAsync(await sid.GetAsync("/staff/users?Kind=Staff"), "#role-requests button[value=true]");
        done.Text.ShouldContain("is made");
        (await sid.GetAsync($"/staff/users/staff/{next}")).Texts("#role-list tbody th").ShouldBe(["System admin"]);
        person.ShouldNotBe(next);
    }

    [Fact, Requirement("ACC-12", "ACC-05")]
    public async Task Support_unlocks_and_disables_a_portal_user_with_a_reason()
    {
        var (id, username) = await PortalAsync();
        for (var i = 0; i < 5; i++)
            await using (var scope = host.Scope(Actor.Anonymous))
                await scope.ServiceProvider.GetRequiredService<SignInDesk>().SignInAsync(username, "wrong", Market.OH, null, null, default);
        using var sam = await SupportAsync();
        var list = await sam.GetAsync($"/staff/users?Text={username}");
        list.Heading.ShouldBe("Portal users");
        list.Document.QuerySelector("#invite").ShouldBeNull();
        var page = await sam.GetAsync($"/staff/users/portal/{id}");
        page = await sam.SubmitAsync(page, "#unlock");
        page.Text.ShouldContain("The user name is unlocked.");
        page.Document.QuerySelector("#unlock").ShouldBeNull();
        var empty = await sam.SubmitAsync(await sam.SubmitAsync(page, "#set-state", ("Form.State", "Disabled")), "#confirm");
        empty.Document.QuerySelectorAll("#refusals a").Select(a => a.GetAttribute("href")).ShouldBe(["#Form_Reason"]);
        var sure = await sam.SubmitAsync(empty, "#set-state", ("Form.State", "Disabled"), ("Form.Reason", "Left the practice"));
        sure.Heading.ShouldBe("Set this user to Disabled?");
        var done = await sam.SubmitAsync(sure, "#confirm");
        done.Texts(".head .badge").ShouldBe(["Disabled"]);
        done.Text.ShouldContain("Left the practice");
        done.Document.QuerySelector("#start-impersonation").ShouldBeNull("there is nothing to look on at");
    }

    [Fact, Requirement("ACC-14")]
    public async Task An_impersonation_is_started_from_the_users_page_and_ended_from_the_list()
    {
        var (id, username) = await PortalAsync();
        using var sam = await SupportAsync();
        var page = await sam.GetAsync($"/staff/users/portal/{id}");
        var refused = await sam.SubmitAsync(page, "#start-impersonation", ("LookOn.Ticket", "T-1"), ("LookOn.Reason", "too short"));
        refused.Document.QuerySelectorAll("#refusals a").Select(a => a.GetAttribute("href")).ShouldBe(["#LookOn_Reason"]);
        var started = await sam.SubmitAsync(refused, "#start-impersonation", ("LookOn.Ticket", "T-4711"), ("LookOn.Reason", "Cannot find a claim"));
        started.Response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var link = started.Document.QuerySelector("#open-portal")!.GetAttribute("href")!;
        var api = new ApiClient(new HttpClient { BaseAddress = host.Address }, link[(link.IndexOf("#token=", StringComparison.Ordinal) + 7)..]);
        var viewer = await api.SendAsync("{ viewer { user { userName } impersonation { ticket } } }");
        viewer.Data("viewer", "user", "userName").GetString().ShouldBe(username);
        viewer.Data("viewer", "impersonation", "ticket").GetString().ShouldBe("T-4711");
        (await sam.GetAsync($"/staff/users/portal/{id}")).Text.ShouldContain("T-4711");
        var list = await sam.GetAsync("/staff/users");
        list.Text.ShouldContain($"You look on as {username}");
        (await sam.SubmitAsync(list, "#end-impersonation")).Text.ShouldContain("The impersonation is ended.");
        (await api.SendAsync("{ viewer { market } }")).ErrorCodes.ShouldBe(["IMPERSONATION_EXPIRED"]);
    }

    [Fact, Requirement("ACC-23")]
    public async Task A_staff_user_is_invited_with_every_fault_beside_its_field()
    {
        using var adam = await host.SignedInAsync(StaffPlan.Admin);
        var form = await adam.GetAsync("/staff/users/invite");
        var refused = await adam.SubmitAsync(form, "#send", ("Form.Name", ""), ("Form.Username", StaffPlan.Analyst), ("Form.Email", "nowhere"));
        refused.Document.QuerySelectorAll("#refusals a").Select(a => a.GetAttribute("href")).ShouldBe(["#Form_Name", "#Form_Email", "#Form_Username"], ignoreOrder: true);
        var sent = await adam.SubmitAsync(refused, "#send", ("Form.Name", "Ivy Invited"), ("Form.Username", "ivy.invited"), ("Form.Email", "ivy@plan.example"));
        sent.Heading.ShouldBe("Ivy Invited");
        sent.Texts(".head .badge").ShouldBe(["Pending"]);
        (await adam.SubmitAsync(sent, "#invite-again")).Text.ShouldContain("A new invitation is on its way.");
    }

    [Fact, Requirement("ACC-05")]
    public async Task A_lost_authenticator_app_is_reset_with_a_reason_and_after_a_question()
    {
        var id = await StaffAsync("lost.app");
        using var adam = await host.SignedInAsync(StaffPlan.Admin);
        (await adam.GetAsync($"/staff/users/staff/{id}")).Document.QuerySelector("#reset-second-factor").ShouldBeNull("there is no app");
        await using (var scope = host.Scope(Actor.System("test")))
            await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<User>().Where(u => u.Id == id).ExecuteUpdateAsync(set => set.SetProperty(u => u.TotpSecret, "sealed"));
        var page = await adam.GetAsync($"/staff/users/staff/{id}");
        var empty = await adam.SubmitAsync(await adam.SubmitAsync(page, "#reset-second-factor"), "#confirm");
        empty.Document.QuerySelectorAll("#refusals a").Select(a => a.GetAttribute("href")).ShouldBe(["#SecondFactor_Reason"]);
        var sure = await adam.SubmitAsync(empty, "#reset-second-factor", ("SecondFactor.Reason", "Called back"));
        sure.Heading.ShouldBe("Reset the authenticator app of this user?");
        var done = await adam.SubmitAsync(sure, "#confirm");
        done.Text.ShouldContain("The authenticator app is reset.");
        done.Text.ShouldContain("Authenticator app reset");
        done.Document.QuerySelector("#reset-second-factor").ShouldBeNull();
    }

    [Theory, Requirement("ACC-23")]
    [InlineData(StaffPlan.Analyst, "/staff/users")]
    [InlineData(StaffPlan.Analyst, "/staff/users/portal/1")]
    [InlineData(StaffPlan.Auditor, "/staff/users/staff/1")]
    [InlineData(StaffPlan.Compliance, "/staff/users/invite")]
    [InlineData(StaffPlan.Admin, "/staff/users/portal/1")]
    public async Task Others_are_refused(string username, string path)
    {
        using var client = await host.SignedInAsync(username);
        (await client.GetAsync(path)).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private async Task<StaffClient> SupportAsync()
    {
        var username = $"sam.users{Interlocked.Increment(ref _next)}";
        await StaffAsync(username, StaffRole.SupportAgent);
        return await host.SignedInAsync(username);
    }

    private async Task<long> StaffAsync(string username, params StaffRole[] roles)
    {
        await using var scope = host.Scope(Actor.System("test"));
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        await using var write = await db.BeginWriteAsync(default);
        var user = (await scope.ServiceProvider.GetRequiredService<UserDesk>().AddAsync(
            new(username, StaffPlan.Password, $"{username}@plan.example", username, UserKind.Staff, EmailVerified: true, IsDemo: true))).Value!;
        foreach (var role in roles) user.Grant(role, null, host.Clock.GetUtcNow());
        await write.CommitAsync(default);
        return user.Id;
    }

    private async Task<(long Id, string Username)> PortalAsync()
    {
        await using var scope = host.Scope(Actor.System("test"));
        var (db, number) = (scope.ServiceProvider.GetRequiredService<PortalDb>(), Interlocked.Increment(ref _next));
        var username = $"pat.portal{number}";
        await using var write = await db.BeginWriteAsync(default);
        var user = (await scope.ServiceProvider.GetRequiredService<UserDesk>().AddAsync(
            new(username, StaffPlan.Password, $"{username}@example.org", username, EmailVerified: true))).Value!;
        var account = new ProviderAccount { Name = $"Practice {number}", TaxId = $"{900000000 + number}", CareSourceProviderId = $"{900000000000 + number}", Npi = "1234567893" }
            .Enroll(Market.OH, Lob.Medicaid, new(2020, 1, 1));
        db.Add(account);
        db.Add(Membership.Of(user, account, PortalRole.ProviderAdmin, host.Clock.GetUtcNow()));
        scope.ServiceProvider.GetRequiredService<TermsDesk>().Accept(user, await scope.ServiceProvider.GetRequiredService<TermsReads>().CurrentAsync(default));
        await write.CommitAsync(default);
        return (user.Id, username);
    }

    private async Task<long> IdAsync(string username)
    {
        await using var scope = host.Scope(Actor.System("test"));
        return await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<User>().Where(u => u.UserName == username).Select(u => u.Id).SingleAsync();
    }
}
