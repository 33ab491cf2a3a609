using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.BackOffice.Tests.Hosting;
using Portal.Graph.Domain.Accounts.Registration;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Mail;
using Portal.Graph.Domain.Platform.Storage;
using Portal.Graph.Testing;

namespace Portal.Graph.BackOffice.Tests.Accounts;

[Collection(OneHost.Name), Requirement("ACC-01", "PLT-08")]
public sealed class RegistrationsTests(BackOfficeHost host)
{
    [Fact]
    public async Task Support_sees_what_was_tried_takes_the_item_and_unlocks_the_Provider_ID()
    {
        using var sam = await SupportAsync("sam.support");
        for (var i = 0; i < 5; i++) await TryAsync("777777777777", "10.9.0.1");
        var all = await sam.GetAsync("/staff/registrations");
        var queue = await sam.SubmitAsync(all, ".filters button", ("Filter.Text", "777777777777"));
        queue.Document.QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        queue.Texts("tbody td").ShouldContain("777777777777");
        queue.Texts("tbody td.amount").ShouldBe(["5", "1"]);
        (await sam.SubmitAsync(all, ".filters button", ("Filter.Text", "888888888888"))).Text.ShouldContain("No item fits this filter");
        var early = await sam.SubmitAsync(all, ".filters button", ("Filter.Own[to]", "2025-01-01"));
        early.Address.ShouldBe("/staff/registrations?to=2025-01-01");
        early.Text.ShouldContain("No item fits this filter");
        (await sam.GetAsync("/staff/registrations?from=2025-01-01&to=tomorrow")).Document.QuerySelectorAll("tbody tr").Length.ShouldBe(1, "what is no date is no filter");

        var item = await sam.GetAsync(queue.Document.QuerySelector("tbody a")!.GetAttribute("href")!);
        item.Document.QuerySelectorAll("table tbody tr").Length.ShouldBe(5);
        item.Document.QuerySelector("#decide").ShouldBeNull("nobody has taken it");
        var mine = await sam.SubmitAsync(queue, "#take-next");
        mine.Address.ShouldBe(item.Address);
        var sams = queue.Document.QuerySelectorAll("#Filter_Assignee option").Single(option => option.TextContent == "sam.support").GetAttribute("value");
        (await sam.GetAsync($"/staff/registrations?Assignee={sams}")).Document.QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        (await sam.SubmitAsync(queue, "#take-next")).Texts("#refusals li").ShouldHaveSingleItem().ShouldContain("Nothing is left to take");
        var empty = await sam.SubmitAsync(mine, "#decide", ("Form.Decision", "Unlocked"), ("Form.Reason", " "));
        empty.Document.QuerySelectorAll("#refusals a").Select(a => a.GetAttribute("href")).ShouldBe(["#Form_Reason"]);
        var done = await sam.SubmitAsync(empty, "#decide", ("Form.Decision", "Unlocked"), ("Form.Reason", "the practice moved"));
        done.Text.ShouldContain("The item is done.");
        done.Text.ShouldContain("the practice moved");
        done.Texts("table .badge").ShouldAllBe(text => text == "Unlocked");
        (await TryAsync("777777777777", "10.9.0.2")).Refusals.ShouldHaveSingleItem().ShouldBeOfType<RegistrationNoMatch>();
    }

    [Theory]
    [InlineData("/staff/registrations")]
    [InlineData("/staff/registrations/1")]
    [InlineData("/staff/mail")]
    public async Task Others_are_refused(string path)
    {
        using var ana = await host.SignedInAsync(StaffPlan.Analyst);
        (await ana.GetAsync(path)).Status.ShouldBe(System.Net.HttpStatusCode.Forbidden);
    }

    private async Task<Outcome<ProvedRegistration>> TryAsync(string providerId, string ip)
    {
        await using var scope = host.Scope(Actor.Anonymous);
        return await scope.ServiceProvider.GetRequiredService<RegistrationDesk>().VerifyAsync(new("Nobody Known", "999999999", providerId, "99999"), Market.OH, ip, default);
    }

    private async Task<Http.StaffClient> SupportAsync(string username)
    {
        await using (var scope = host.Scope(Actor.System("test")))
        {
            var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
            await using var write = await db.BeginWriteAsync(default);
            (await scope.ServiceProvider.GetRequiredService<UserDesk>().AddAsync(
                new(username, StaffPlan.Password, $"{username}@plan.example", username, UserKind.Staff, EmailVerified: true, IsDemo: true))).Value!
                .Grant(StaffRole.SupportAgent, null, host.Clock.GetUtcNow());
            await write.CommitAsync(default);
        }
        return await host.SignedInAsync(username);
    }
}
