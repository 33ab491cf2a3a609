using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.BackOffice.Tests.Hosting;
using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Accounts.Grievances;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Storage;
using Portal.Graph.Testing;

namespace Portal.Graph.BackOffice.Tests.Accounts;

[Collection(OneHost.Name), Requirement("ACC-22")]
public sealed class GrievancePageTests(BackOfficeHost host)
{
    [Fact]
    public async Task A_coordinator_takes_acknowledges_answers_and_closes_a_grievance()
    {
        var number = await FileAsync();
        using var carla = await host.SignedInAsync(StaffPlan.Coordinator);
        var queue = await carla.GetAsync("/staff/grievances");
        var row = queue.Document.QuerySelectorAll("tbody tr").Single(row => row.TextContent.Contains(number));
        row.TextContent.ShouldContain("Quality of care");
        row.QuerySelectorAll(".due .badge").Select(badge => badge.TextContent).ShouldAllBe(text => text.StartsWith("On time"));
        row.QuerySelectorAll(".due .badge").Length.ShouldBe(2, "the acknowledgement is due before the answer");
        (await carla.GetAsync("/staff/grievances?category=QualityOfCare")).Text.ShouldContain(number);
        (await carla.GetAsync("/staff/grievances?category=Portal")).Text.ShouldNotContain(number);
        (await carla.GetAsync("/staff/grievances?acknowledge=open")).Text.ShouldContain(number);
        (await carla.GetAsync("/staff/grievances?acknowledge=overdue")).Text.ShouldNotContain(number);
        var item = queue.Document.QuerySelectorAll("tbody tr").Single(row => row.TextContent.Contains(number)).QuerySelector("a")!.GetAttribute("href")!;
        var page = await carla.GetAsync(item);
        page.Texts("#narrative").ShouldBe(["A <b>bad</b> outcome."]);
        page.Document.QuerySelector("#acknowledge").ShouldBeNull();
        page = await carla.SubmitAsync(page, "#take");
        page = await carla.SubmitAsync(page, "#acknowledge");
        page.Texts(".toast").ShouldBe(["The provider is told that the plan has it."]);
        page.Texts("#state").ShouldBe(["Acknowledged"]);
        (await carla.GetAsync("/staff/grievances?acknowledge=open")).Text.ShouldNotContain(number);
        (await carla.SubmitAsync(page, "#resolve")).Texts("#refusals li").ShouldBe(["Write the answer that the provider gets."]);
        page = await carla.SubmitAsync(page, "#resolve", ("Form.Reason", "We looked into it."));
        page.Texts("#state").ShouldBe(["Resolved"]);
        page = await carla.SubmitAsync(page, "#close");
        page.Texts("#state").ShouldBe(["Closed"]);
        page.Text.ShouldContain("We looked into it.");
        using var ana = await host.SignedInAsync(StaffPlan.Analyst);
        (await ana.GetAsync(item)).Status.ShouldBe(System.Net.HttpStatusCode.Forbidden);
    }

    [Fact, Requirement("PLT-09")]
    public async Task The_time_to_acknowledge_turns_amber_and_red_in_the_list_and_on_the_item()
    {
        var number = await FileAsync();
        var at = host.Clock.GetUtcNow();
        try
        {
            // From Monday to the end of the fifth business day, Monday the 8th in Ohio.
            foreach (var (passed, css) in new[] { (TimeSpan.FromDays(5), "green"), (TimeSpan.FromDays(6), "amber"), (TimeSpan.FromDays(8), "red") })
            {
                host.Clock.Set(at + passed);
                using var carla = await host.SignedInAsync(StaffPlan.Coordinator);
                var row = (await carla.GetAsync("/staff/grievances?acknowledge=open")).Document.QuerySelectorAll("tbody tr").Single(row => row.TextContent.Contains(number));
                row.QuerySelector(".due .badge")!.ClassName.ShouldBe($"badge badge-{css}");
                (await carla.GetAsync(row.QuerySelector("a")!.GetAttribute("href")!)).Document.QuerySelector("#ack-clock")!.ClassName.ShouldBe($"badge badge-{css}");
            }
        }
        finally
        {
            host.Clock.Set(at);
        }
    }

    private async Task<string> FileAsync()
    {
        await using var system = host.Scope(Actor.System("test"));
        var db = system.ServiceProvider.GetRequiredService<PortalDb>();
        var account = await db.Set<ProviderAccount>().AsNoTracking().FirstAsync(a => a.Name == "Riverside Family Practice");
        var user = (await system.ServiceProvider.GetRequiredService<UserDesk>().CreateAsync(
            new($"gina.{Guid.NewGuid():n}", StaffPlan.Password, "gina@example.org", "Gina", UserKind.Portal, EmailVerified: true, IsDemo: true), default)).Value!;
        await using var scope = host.Scope(new Actor { Kind = ActorKind.PortalUser, UserId = user.Id, Name = "gina", Market = Market.OH, DefaultAccountId = account.Id, AccountIds = [account.Id] });
        return (await scope.ServiceProvider.GetRequiredService<GrievanceDesk>().FileAsync(new(GrievanceCategory.QualityOfCare, "A <b>bad</b> outcome.", null, []), $"{Guid.NewGuid():n}", default)).Value!.Number;
    }
}
