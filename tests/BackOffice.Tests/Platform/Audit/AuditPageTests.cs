using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.BackOffice.Tests.Hosting;
using Portal.Graph.BackOffice.Tests.Http;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Storage;
using Portal.Graph.Testing;

namespace Portal.Graph.BackOffice.Tests.Platform.Audit;

[Collection(OneHost.Name)]
public sealed class AuditPageTests(BackOfficeHost host)
{
    private const string Trail = "/staff/audit";
    private const string Member = "100000001-00";

    private async Task<T> AskAsync<T>(Func<IQueryable<AuditEvent>, Task<T>> ask)
    {
        await using var scope = host.Scope(Actor.System("test"));
        return await ask(scope.ServiceProvider.GetRequiredService<PortalDb>().Set<AuditEvent>().AsNoTracking());
    }

    private async Task<int> ExecuteAsync(string sql)
    {
        await using var scope = host.Scope(Actor.System("test"));
        return await scope.ServiceProvider.GetRequiredService<PortalDb>().Database.ExecuteSqlRawAsync(sql);
    }

    private static IReadOnlyList<IElement> Rows(StaffAnswer page) => [.. page.Document.QuerySelectorAll("tr[data-seq]")];

    private static List<long> Numbers(StaffAnswer page) => [.. Rows(page).Select(row => long.Parse(row.GetAttribute("data-seq")!))];

    /// <summary>Seventy readings of one member by an analyst, so that there is more than one page.</summary>
    private async Task ReadingsAsync()
    {
        long analyst, member;
        await using (var scope = host.Scope(Actor.System("test")))
        {
            var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
            analyst = await db.Set<Domain.Accounts.Users.User>().Where(u => u.UserName == StaffPlan.Analyst).Select(u => u.Id).SingleAsync();
            member = await db.Set<Domain.Members.Member>().Where(m => m.SubscriberNumber == Member.Substring(0, 9)).Select(m => m.Id).SingleAsync();
        }
        await using var request = host.Scope(new Actor { Kind = ActorKind.Staff, UserId = analyst, Name = "analyst" });
        var audit = request.ServiceProvider.GetRequiredService<AuditLog>();
        for (var i = 0; i < 70; i++) audit.Read("Claim", i, member, "summary");
        await audit.FlushReadsAsync(default);
    }

    [Theory, Requirement("PLT-18")]
    [InlineData(StaffPlan.Auditor, true)]
    [InlineData(StaffPlan.Compliance, true)]
    [InlineData(StaffPlan.Analyst, false)]
    [InlineData(StaffPlan.Supervisor, false)]
    [InlineData(StaffPlan.Admin, false)]
    public async Task It_is_in_the_menu_and_open_for_auditors_and_compliance_only(string username, bool allowed)
    {
        using var client = await host.SignedInAsync(username);
        ((await client.GetAsync("/staff")).Document.QuerySelector($".side a[href='{Trail}']") is not null).ShouldBe(allowed);
        foreach (var path in new[] { Trail, $"{Trail}/1" })
            (await client.GetAsync(path)).Status.ShouldBe(allowed ? HttpStatusCode.OK : HttpStatusCode.Forbidden, path);
    }

    [Fact, Requirement("PLT-04", "PLT-17")]
    public async Task Filters_stand_in_the_address_and_the_member_is_not_readable_there()
    {
        await ReadingsAsync();
        using var aude = await host.SignedInAsync(StaffPlan.Auditor);
        var all = await aude.GetAsync(Trail);
        var filtered = await aude.SubmitAsync(all, "#apply", ("Filter.Actor", StaffPlan.Analyst), ("Filter.Member", Member), ("Filter.Event", "read"), ("Filter.From", "2025-01-01"));
        filtered.Address.ShouldContain("actor=ana.lindqvist");
        filtered.Address.ShouldContain("event=read");
        filtered.Address.ShouldContain("from=2025-01-01");
        filtered.Address.ShouldNotContain("100000001");
        Rows(filtered).Count.ShouldBe(50);
        Rows(filtered).ShouldAllBe(row => row.TextContent.Contains(StaffPlan.Analyst) && row.TextContent.Contains(Member));
        filtered.Document.QuerySelector("#Filter_Member")!.GetAttribute("value").ShouldBe(Member);

        var older = await aude.GetAsync(filtered.Document.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        Rows(older).ShouldNotBeEmpty();
        Rows(older).ShouldAllBe(row => row.TextContent.Contains(Member));
        Numbers(older).Max().ShouldBeLessThan(Numbers(filtered).Min());
        var newer = await aude.GetAsync(older.Document.QuerySelector("a[rel=prev]")!.GetAttribute("href")!);
        Numbers(newer).ShouldBe(Numbers(filtered));
        Rows(await aude.GetAsync($"{Trail}?event=nothing.such")).ShouldBeEmpty();
    }

    [Fact, Requirement("PLT-04")]
    public async Task What_nobody_has_is_said_beside_its_field()
    {
        using var aude = await host.SignedInAsync(StaffPlan.Auditor);
        var page = await aude.GetAsync($"{Trail}?actor=nobody.such&from=2025-02-02&to=2025-02-01");
        page.Document.QuerySelector("#Filter_Actor")!.GetAttribute("aria-invalid").ShouldBe("true");
        page.Document.QuerySelector("#Filter_To")!.GetAttribute("aria-invalid").ShouldBe("true");
        Rows(page).ShouldBeEmpty();
        (await aude.SubmitAsync(page, "#apply", ("Filter.From", "yesterday"))).Document.QuerySelector("#Filter_From")!.GetAttribute("aria-invalid").ShouldBe("true");
    }

    [Fact, Requirement("PLT-03")]
    public async Task A_row_opens_with_what_was_before_and_after()
    {
        var seq = await AskAsync(rows => rows.Where(e => e.Action == "user.created" || e.After != null).OrderBy(e => e.Seq).Select(e => e.Seq).FirstAsync());
        var stored = await AskAsync(rows => rows.SingleAsync(e => e.Seq == seq));
        using var cora = await host.SignedInAsync(StaffPlan.Compliance);
        var page = await cora.GetAsync($"{Trail}/{seq}");
        page.Heading.ShouldBe($"Audit row {seq}");
        page.Text.ShouldContain(stored.Action);
        page.Document.QuerySelectorAll("[aria-labelledby=values] tbody tr").Length.ShouldBe(System.Text.Json.JsonDocument.Parse(stored.After!).RootElement.EnumerateObject().Count());
        (await cora.GetAsync($"{Trail}/999999999")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact, Requirement("PLT-06")]
    public async Task Reading_the_trail_leaves_a_row()
    {
        using var aude = await host.SignedInAsync(StaffPlan.Auditor);
        var before = await AskAsync(rows => rows.MaxAsync(e => e.Seq));
        await aude.GetAsync(Trail);
        await aude.GetAsync($"{Trail}/1");
        var noted = await AskAsync(rows => rows.Where(e => e.Seq > before && e.Entity == nameof(AuditEvent)).OrderBy(e => e.Seq).ToListAsync());
        noted.Select(e => (e.Action, e.FieldGroup)).ShouldBe([("read", "trail"), ("read", "row")]);
    }

    [Fact, Requirement("PLT-04")]
    public async Task The_check_names_the_row_that_was_changed()
    {
        await ReadingsAsync();
        using var aude = await host.SignedInAsync(StaffPlan.Auditor);
        var page = await aude.GetAsync(Trail);
        (await aude.SubmitAsync(page, "#verify")).Texts("#chain-result").ShouldHaveSingleItem().ShouldContain("The chain is whole");
        var seq = await AskAsync(rows => rows.Where(e => e.Entity == "Claim" && e.EntityId == 5 && e.FieldGroup == "summary").MaxAsync(e => e.Seq));
        (await ExecuteAsync($"""UPDATE "AuditEvents" SET "EntityId" = 6 WHERE "Seq" = {seq}""")).ShouldBe(1);
        var broken = (await aude.SubmitAsync(page, "#verify")).Texts("#chain-result").ShouldHaveSingleItem();
        await ExecuteAsync($"""UPDATE "AuditEvents" SET "EntityId" = 5 WHERE "Seq" = {seq}""");
        broken.ShouldContain($"The chain breaks at row {seq}.");
        broken.ShouldContain("A field of it");
    }

    [Fact, Requirement("PLT-25", "PLT-17")]
    public async Task Disclosures_of_one_member_come_as_a_file_and_leave_a_row()
    {
        await ReadingsAsync();
        using var cora = await host.SignedInAsync(StaffPlan.Compliance);
        var page = await cora.GetAsync(Trail);
        var refused = await cora.SubmitAsync(page, "#export");
        refused.Document.QuerySelector("#Export_Member")!.GetAttribute("aria-invalid").ShouldBe("true");
        (await cora.SubmitAsync(page, "#export", ("Export.Member", "999999999"))).Document.QuerySelector("#Export_Member")!.GetAttribute("aria-invalid").ShouldBe("true");

        var before = await AskAsync(rows => rows.MaxAsync(e => e.Seq));
        var file = await cora.SubmitAsync(page, "#export", ("Export.Member", Member));
        file.Status.ShouldBe(HttpStatusCode.OK);
        file.Response.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        file.Response.Content.Headers.ContentDisposition!.FileName!.Trim('"').ShouldBe("disclosures-2019-12-01-2025-12-01.csv");
        file.Response.Content.Headers.ContentDisposition.DispositionType.ShouldBe("attachment");
        file.Response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var lines = (await file.Response.Content.ReadAsStringAsync()).TrimEnd().Split("\r\n");
        lines[0].ShouldStartWith("Row,At (UTC),Member ID,Action");
        lines.Length.ShouldBe(1 + await AskAsync(async rows =>
        {
            var id = await rows.Where(e => e.Seq > before && e.FieldGroup == "disclosures").Select(e => e.MemberId).SingleAsync();
            return await rows.CountAsync(e => e.Seq <= before && e.MemberId == id);
        }));
        lines.Skip(1).ShouldAllBe(line => line.Contains(Member));
    }
}
