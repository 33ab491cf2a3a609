using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.BackOffice.Tests.Hosting;
using Portal.Graph.BackOffice.Tests.Http;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Storage;
using Portal.Graph.Testing;

namespace Portal.Graph.BackOffice.Tests.Claims;

[Collection(OneHost.Name)]
public sealed class ClaimRecordTests(BackOfficeHost host)
{
    private const string Range = "/staff/claims?receivedFrom=2025-08-01&receivedTo=2025-10-10";

    [Fact, Requirement("CLM-13")]
    public async Task A_search_by_dates_is_paged_and_leads_to_the_record()
    {
        using var ana = await host.SignedInAsync(StaffPlan.Analyst);
        var found = await ana.GetAsync(Range);
        found.Document.QuerySelectorAll("tbody tr").Length.ShouldBe(25);
        var next = await ana.GetAsync(found.Document.QuerySelector(".pager a[rel=next]")!.GetAttribute("href")!);
        next.Texts(".pager-range").ShouldHaveSingleItem().ShouldStartWith("26–");

        var link = found.Document.QuerySelector("tbody th a")!;
        (await ana.GetAsync(link.GetAttribute("href")!)).Heading.ShouldBe($"Claim {link.TextContent}");
    }

    [Fact, Requirement("CLM-13", "PLT-17")]
    public async Task Too_broad_a_search_is_refused_and_a_member_s_number_is_sealed()
    {
        using var ana = await host.SignedInAsync(StaffPlan.Analyst);
        var form = await ana.GetAsync("/staff/claims");
        (await ana.SubmitAsync(form, "#run", ("Form.Npi", "1234567893"))).Texts("#refusals li").ShouldHaveSingleItem().ShouldContain("claim number");
        (await ana.SubmitAsync(form, "#run", ("Form.ReceivedFrom", "2025-01-01"), ("Form.ReceivedTo", "2025-06-01")))
            .Document.QuerySelector("#refusals a")!.GetAttribute("href").ShouldBe("#Form_ReceivedFrom");

        var member = await ana.SubmitAsync(form, "#run", ("Form.Member", "100000001-00"));
        member.Address.ShouldNotContain("100000001");
        member.Document.QuerySelectorAll("tbody tr").ShouldAllBe(row => row.TextContent.Contains("Joan Ferris"));
        (await ana.SubmitAsync(form, "#run", ("Form.Member", "12"))).Document.QuerySelector("#refusals a")!.GetAttribute("href").ShouldBe("#Form_Member");
    }

    [Fact, Requirement("CLM-18")]
    public async Task Lines_show_as_a_table_and_as_a_list()
    {
        using var ana = await host.SignedInAsync(StaffPlan.Analyst);
        var address = await FirstRecordAsync(ana);
        var table = await ana.GetAsync(address);
        var list = await ana.GetAsync(address + "?view=list");
        list.Document.QuerySelectorAll(".line-block").Length
            .ShouldBe(table.Document.QuerySelectorAll("[aria-label='Service lines'] tbody tr").Length);
    }

    [Fact, Requirement("PLT-06")]
    public async Task Reading_a_record_is_on_file_when_the_answer_arrives()
    {
        using var ana = await host.SignedInAsync(StaffPlan.Analyst);
        var address = await FirstRecordAsync(ana);
        var before = await LastAuditAsync();
        var record = await ana.GetAsync(address);
        var rows = await AuditAfterAsync(before);
        rows.ShouldContain(row => row.Action == "read" && row.Entity == "Claim" && row.FieldGroup == "lines");
        rows.ShouldContain(row => row.Action == "read" && row.Entity == "Member" && row.MemberId != null);
        rows.ShouldAllBe(row => row.ActorKind == ActorKind.Staff && row.ActorId != null);
        record.Text.ShouldContain("This reading was noted in the audit log.");
    }

    [Fact]
    public async Task An_unknown_number_is_not_found()
    {
        using var ana = await host.SignedInAsync(StaffPlan.Analyst);
        (await ana.GetAsync("/staff/claims/C0000000000000")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await ana.GetAsync("/staff/claims/pended/999999")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<string> FirstRecordAsync(StaffClient client) =>
        (await client.GetAsync(Range)).Document.QuerySelector("tbody th a")!.GetAttribute("href")!;

    private async Task<long> LastAuditAsync()
    {
        await using var scope = host.Scope(Actor.System("test"));
        return await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<AuditEvent>().MaxAsync(row => row.Seq);
    }

    private async Task<List<AuditEvent>> AuditAfterAsync(long seq)
    {
        await using var scope = host.Scope(Actor.System("test"));
        return await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<AuditEvent>().AsNoTracking().Where(row => row.Seq > seq).ToListAsync();
    }
}
