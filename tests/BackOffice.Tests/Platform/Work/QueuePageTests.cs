using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.BackOffice.Tests.Hosting;
using Portal.Graph.BackOffice.Tests.Http;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Testing;

namespace Portal.Graph.BackOffice.Tests.Platform.Work;

/// <summary>What a queue gets for being registered.</summary>
[Collection(OneHost.Name), Requirement("PLT-08", "PLT-09")]
public sealed class QueuePageTests(BackOfficeHost host)
{
    [Fact]
    public async Task A_registered_queue_has_menu_dashboard_list_items_and_limit_without_further_code()
    {
        using var cole = await SignedInAsync("cole.toys", StaffRole.CobAnalyst);
        var item = await host.OpenAsync(ToyQueue.Key, "T-1");
        var dashboard = await cole.GetAsync("/staff");
        dashboard.Texts("nav[aria-label=Main] a").ShouldContain("Toys");
        dashboard.Texts($"[data-queue='{ToyQueue.Key}'] .tile-total strong").ShouldHaveSingleItem();

        var list = await cole.GetAsync(ToyQueue.Page);
        list.Heading.ShouldBe("Toys");
        var row = list.Document.QuerySelector($"tr[data-item='{item.Id}']").ShouldNotBeNull();
        // Two business days from Monday, to the end of Wednesday in Ohio.
        row.TextContent.ShouldContain("Dec 3, 11:59 PM");
        row.TextContent.ShouldContain("On time");

        var mine = await cole.SubmitAsync(list, $"tr[data-item='{item.Id}'] button");
        mine.Address.ShouldBe($"{ToyQueue.Page}/{item.Id}");
        mine.Heading.ShouldBe("Contact text T-1");
        var noted = await cole.SubmitAsync(mine, "#add-note", ("Note.Text", "Looks new"));
        noted.Text.ShouldContain("Looks new");
        var done = await cole.SubmitAsync(noted, "#complete");
        done.Text.ShouldContain("The item is done.");
        done.Text.ShouldContain("This item is closed since");
        (await cole.GetAsync($"{ToyQueue.Page}?state=Done&text=")).Document.QuerySelector($"tr[data-item='{item.Id}']").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_queue_without_a_page_of_its_own_is_worked_on_the_general_one_by_its_role_alone()
    {
        using var ana = await host.SignedInAsync(StaffPlan.Analyst);
        (await ana.GetAsync("/staff/documents/review")).Text.ShouldContain("The queue is empty");
        (await ana.SubmitAsync(await ana.GetAsync("/staff/documents/review"), "#take-next")).Texts("#refusals li").ShouldHaveSingleItem().ShouldContain("Nothing is left to take in Document review");
        var strange = await host.OpenAsync(ToyQueue.Key, "T-2");
        (await ana.GetAsync(ToyQueue.Page)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await ana.GetAsync($"{ToyQueue.Page}/{strange.Id}")).Text.ShouldContain("The permission staff.cob.work is missing.");
        // An item of another queue is not found under this one's address.
        (await ana.GetAsync($"/staff/documents/review/{strange.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await ana.GetAsync("/staff/toy-shop")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Filters_stand_in_the_address_free_text_sealed_and_pages_follow_one_another()
    {
        using var cole = await SignedInAsync("cole.filters", StaffRole.CobAnalyst);
        for (var i = 0; i < 30; i++) await host.OpenAsync("Q-COB", $"CB-{i:00}", i % 2 == 0 ? Market.OH : Market.NV);
        var all = await cole.GetAsync("/staff/cob");
        var nevada = await cole.SubmitAsync(all, ".filters button", ("Filter.Market", "NV"), ("Filter.Assignee", "nobody"));
        nevada.Address.ShouldBe("/staff/cob?market=NV&assignee=nobody");
        Rows(nevada).Count.ShouldBe(15);
        var one = await cole.SubmitAsync(all, ".filters button", ("Filter.Text", "cb-07"));
        one.Address.ShouldNotContain("cb-07");
        Rows(one).ShouldHaveSingleItem().TextContent.ShouldContain("CB-07");

        var first = await cole.GetAsync("/staff/cob?sort=-number");
        Rows(first).Count.ShouldBe(25);
        first.Text.ShouldContain("25 of 30 items");
        var second = await cole.GetAsync(first.Document.QuerySelector(".pager a[rel=next]")!.GetAttribute("href")!);
        Rows(second).Count.ShouldBe(5);
        second.Document.QuerySelector(".pager a[rel=next]").ShouldBeNull();
        Ids(first).Concat(Ids(second)).ShouldBe(Ids(first).Concat(Ids(second)).Distinct().OrderDescending());
        // What comes in meanwhile moves no page.
        await host.OpenAsync("Q-COB", "CB-30");
        var back = await cole.GetAsync(second.Document.QuerySelector(".pager a[rel=prev]")!.GetAttribute("href")!);
        Ids(back).ShouldBe(Ids(first));
    }

    [Fact]
    public async Task A_question_stops_the_clock_and_its_answer_starts_it()
    {
        using var cole = await SignedInAsync("cole.asks", StaffRole.CobAnalyst);
        var item = await host.OpenAsync(ToyQueue.Key, "T-3");
        var mine = await cole.SubmitAsync(await cole.GetAsync($"{ToyQueue.Page}/{item.Id}"), "#take");
        var faulty = await cole.SubmitAsync(mine, "#ask", ("Ask.Text", " "), ("Ask.DueInDays", "0"));
        faulty.Document.QuerySelectorAll("#refusals a").Select(a => a.GetAttribute("href")).ShouldBe(["#Ask_Text", "#Ask_DueInDays"]);
        var asked = await cole.SubmitAsync(faulty, "#ask", ("Ask.Text", "Which colour?"), ("Ask.DueInDays", "7"));
        asked.Texts(".head-badges .badge").ShouldBe(["Pending info: you", "On time, 2 days left, clock paused"]);
        asked.Document.QuerySelector("#complete").ShouldBeNull();
        var answered = await cole.SubmitAsync(asked, "#record", ("Reply.Answer", "Red"));
        answered.Text.ShouldContain("Answer: Red");
        answered.Texts(".head-badges .badge")[0].ShouldBe("Assigned: you");
        answered.Texts("[aria-labelledby=item-history] li").Select(step => step.Split(' ')[0]).ShouldBe(["Information", "Information", "Taken", "Received"]);
    }

    [Fact]
    public async Task A_supervisor_assigns_and_sets_the_priority_and_others_do_not_see_how()
    {
        using var ana = await host.SignedInAsync(StaffPlan.Analyst);
        using var sue = await host.SignedInAsync(StaffPlan.Supervisor);
        var item = await host.OpenAsync("Q-CONSENT", "K-1");
        (await ana.GetAsync($"/staff/consent/{item.Id}")).Document.QuerySelector("#assign").ShouldBeNull();
        var page = await sue.GetAsync($"/staff/consent/{item.Id}");
        page.Texts("#Give_AssigneeId option").ShouldContain("Ben Okafor");
        page.Texts("#Give_AssigneeId option").ShouldNotContain("Nora Quinn");
        (await sue.SubmitAsync(page, "#assign", ("Give.AssigneeId", ""))).Document.QuerySelectorAll("#refusals a").Select(a => a.GetAttribute("href")).ShouldBe(["#Give_AssigneeId"]);
        var ben = page.Document.QuerySelectorAll("#Give_AssigneeId option").Single(option => option.TextContent == "Ben Okafor").GetAttribute("value")!;
        var given = await sue.SubmitAsync(page, "#assign", ("Give.AssigneeId", ben));
        given.Texts(".head-badges .badge")[0].ShouldBe("Assigned: Ben Okafor");
        var urgent = await sue.SubmitAsync(given, "#prioritize", ("Urgency.Priority", "7"));
        urgent.Texts(".head-badges .badge").ShouldContain("Priority 7");
        // The page that was read before is too old by now.
        (await sue.SubmitAsync(page, "#prioritize", ("Urgency.Priority", "1"))).Texts("#refusals li").ShouldHaveSingleItem().ShouldContain("was changed by someone else");
    }

    [Fact, Requirement("PLT-06")]
    public async Task An_item_about_a_claim_shows_what_was_billed_and_for_whom_in_any_queue()
    {
        using var ana = await host.SignedInAsync(StaffPlan.Analyst);
        Portal.Graph.Domain.Claims.Claim claim;
        Portal.Graph.Domain.Platform.Work.WorkItem item;
        await using (var scope = host.Scope(Actor.System("test")))
        {
            var db = scope.ServiceProvider.GetRequiredService<Portal.Graph.Domain.Platform.Storage.PortalDb>();
            await using var write = await db.BeginWriteAsync(default);
            claim = await db.Set<Portal.Graph.Domain.Claims.Claim>().FirstAsync(c => c.State == Portal.Graph.Domain.Claims.ClaimState.Paid);
            item = await scope.ServiceProvider.GetRequiredService<Portal.Graph.Domain.Platform.Work.WorkIntake>().OpenAsync(
                "Q-ADJUST", claim, new(claim.Market, "An appeal was granted", claim.Number, claim.Lob, claim.BillingAccountId), default);
            await write.CommitAsync(default);
        }
        var page = await ana.GetAsync($"/staff/claims/adjust/{item.Id}");
        page.Heading.ShouldBe($"Claim {claim.Number}");
        page.Document.QuerySelector("[aria-labelledby=lines] table").ShouldNotBeNull();
        page.Texts("[aria-labelledby=letters]").ShouldHaveSingleItem().ShouldContain("Nothing was written about this yet.");
        page.Text.ShouldContain(claim.MemberIdGiven);
        page.Document.QuerySelector("a[href^='/staff/audit']").ShouldBeNull("an analyst reads no trail");
        await using var check = host.Scope(Actor.System("test"));
        var reads = check.ServiceProvider.GetRequiredService<Portal.Graph.Domain.Platform.Storage.PortalDb>().Set<Portal.Graph.Domain.Platform.Audit.AuditEvent>();
        (await reads.CountAsync(e => e.Entity == "Claim" && e.EntityId == claim.Id && e.Action == "read")).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Who_reads_the_trail_is_led_to_the_rows_of_the_item()
    {
        await host.HireAsync("cora.toys", StaffRole.CobAnalyst, StaffRole.Auditor);
        using var cora = await host.SignedInAsync("cora.toys");
        var item = await host.OpenAsync(ToyQueue.Key, "T-9");
        var page = await cora.SubmitAsync(await cora.GetAsync($"{ToyQueue.Page}/{item.Id}"), "#take");
        var trail = await cora.GetAsync(page.Document.QuerySelector("main a[href^='/staff/audit?record=WorkItem']")!.GetAttribute("href")!);
        trail.Document.QuerySelector("#Filter_Record")!.GetAttribute("value").ShouldBe($"WorkItem {item.Id}");
        trail.Document.QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        trail.Text.ShouldContain("work.taken");
    }

    private static List<IElement> Rows(StaffAnswer page) => [.. page.Document.QuerySelectorAll("tbody tr")];

    private static IReadOnlyList<long> Ids(StaffAnswer page) => [.. Rows(page).Select(row => long.Parse(row.GetAttribute("data-item")!))];

    private async Task<StaffClient> SignedInAsync(string username, StaffRole role)
    {
        await host.HireAsync(username, role);
        return await host.SignedInAsync(username);
    }
}
