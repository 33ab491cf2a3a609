using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Storage;
using Portal.Graph.Schema.Tests.Claims;

namespace Portal.Graph.Schema.Tests.Platform;

public sealed class ReadAuditTests(DemoPortal demo) : IClassFixture<DemoPortal>
{
    private const string Member = "query($id: ID!) { member(id: $id) { careSourceId information { address { city } } cob { carrier } } }";

    private readonly TestPortal _portal = demo.Portal;

    private static async Task<string> MemberIdAsync(ApiClient client) =>
        (await client.SendAsync("{ eligibility(search: { careSourceId: \"123456789\", dateOfService: \"2025-12-01\" }) { member { id } } }")).Data("eligibility", 0, "member", "id").GetString()!;

    private static Task<T> AuditAsync<T>(TestPortal portal, Func<IQueryable<AuditEvent>, Task<T>> ask) =>
        portal.AsAsync(Actor.System("test"), s => ask(s.GetRequiredService<PortalDb>().Set<AuditEvent>().AsNoTracking()));

    [Fact, Requirement("PLT-06", "MBR-30")]
    public async Task Scenario_62_what_was_read_stands_in_the_audit_when_the_answer_is_there()
    {
        var client = await _portal.SignInAsync("demo.clinical");
        var id = await MemberIdAsync(client);
        var before = await AuditAsync(_portal, rows => rows.MaxAsync(e => e.Seq));
        (await client.SendAsync(Member, new { id })).Data("member", "careSourceId").GetString().ShouldBe("123456789-00");
        var rows = await AuditAsync(_portal, rows => rows.Where(e => e.Seq > before && e.Action == "read").ToListAsync());
        rows.Select(r => r.FieldGroup).ShouldContain("demographics");
        rows.Select(r => r.FieldGroup).ShouldContain("information");
        rows.ShouldAllBe(r => r.MemberId != null && r.ActorId != null && r.ActorKind == ActorKind.PortalUser && r.CorrelationId != "");
    }

    [Fact, Requirement("PLT-06")]
    public async Task Every_claim_of_a_page_is_noted_and_those_of_other_pages_are_not()
    {
        var biller = await Biller.SignInAsync(_portal);
        var before = await AuditAsync(_portal, rows => rows.MaxAsync(e => e.Seq));
        (await biller.Client.SendAsync("{ claims(first: 7, where: { receivedDates: { from: \"2025-10-01\" } }) { nodes { number } } }")).Data("claims", "nodes").GetArrayLength().ShouldBe(7);
        (await AuditAsync(_portal, rows => rows.CountAsync(e => e.Seq > before && e.Entity == "Claim" && e.FieldGroup == "summary"))).ShouldBe(7);
    }

    [Fact, Requirement("PLT-06")]
    public async Task When_the_audit_cannot_be_written_no_data_leave()
    {
        await using var portal = await TestPortal.StartAsync();
        var client = await portal.SignInAsync("demo.clinical");
        var id = await MemberIdAsync(client);
        var (fill, empty) = TestData.IsOnServer
            ? ("""ALTER TABLE "AuditEvents" ADD CONSTRAINT "the audit disk is full" CHECK (false) NOT VALID""", """ALTER TABLE "AuditEvents" DROP CONSTRAINT "the audit disk is full" """)
            : ("""CREATE TRIGGER full BEFORE INSERT ON "AuditEvents" BEGIN SELECT RAISE(ABORT, 'the audit disk is full'); END""", "DROP TRIGGER full");
        await ExecuteAsync(portal, fill);
        var refused = await client.SendAsync(Member, new { id });
        refused.Text.ShouldNotContain("123456789");
        refused.Text.ShouldNotContain("audit disk");
        refused.ErrorCodes.ShouldBe(["INTERNAL_ERROR"]);

        await ExecuteAsync(portal, empty);
        (await client.SendAsync(Member, new { id })).Data("member", "careSourceId").GetString().ShouldBe("123456789-00");
    }

    internal static Task<int> ExecuteAsync(TestPortal portal, string sql) =>
        portal.AsAsync(Actor.System("test"), s => s.GetRequiredService<PortalDb>().Database.ExecuteSqlRawAsync(sql));
}
