using Portal.Graph.Domain.Demo;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Schema.Tests.Platform;
using Portal.Graph.Schema.Tests.Work;

namespace Portal.Graph.Schema.Tests.Audit;

public sealed class AuditQueryTests(DemoPortal demo) : IClassFixture<DemoPortal>
{
    private const string Events = "query($where: AuditEventFilterInput, $after: String) { auditEvents(first: 3, after: $after, where: $where) { nodes { seq at actorKind actor impersonator provider { name } action entity entityId memberId memberCareSourceId fieldGroup before after correlationId } pageInfo { hasNextPage endCursor } } }";
    private const string Disclosures = "query($id: ID!, $from: Date, $to: Date) { accountingOfDisclosures(memberId: $id, from: $from, to: $to, first: 200) { nodes { seq action memberCareSourceId fieldGroup } } }";
    private const string Verify = "{ verifyAuditChain { rows firstBroken fault } }";

    private readonly TestPortal _portal = demo.Portal;

    private async Task ReadMemberAsync() =>
        (await (await _portal.SignInAsync("demo.clinical")).SendAsync("{ eligibility(search: { careSourceId: \"123456789\", dateOfService: \"2025-12-01\" }) { member { firstName } } }")).ErrorCodes.ShouldBeEmpty();

    [Fact, Requirement("PLT-04", "PLT-06")]
    public async Task The_trail_is_filtered_paged_and_names_who_saw_whom()
    {
        for (var i = 0; i < 4; i++) await ReadMemberAsync();
        var auditor = await _portal.SignInStaffAsync(StaffRole.Auditor);
        var where = new { member = "123456789-00", actor = "demo.clinical", action = "read" };
        var seen = new List<long>();
        for (string? after = null; ;)
        {
            var page = await auditor.SendAsync(Events, new { where, after });
            page.ErrorCodes.ShouldBeEmpty(page.Text);
            foreach (var row in page.Data("auditEvents", "nodes").EnumerateArray())
            {
                seen.Add(row.GetProperty("seq").GetInt64());
                row.GetProperty("actor").GetString().ShouldBe("demo.clinical");
                row.GetProperty("memberCareSourceId").GetString().ShouldBe("123456789-00");
                row.GetProperty("action").GetString().ShouldBe("read");
                row.GetProperty("provider").GetProperty("name").GetString().ShouldNotBeNullOrEmpty();
            }
            if (!page.Data("auditEvents", "pageInfo", "hasNextPage").GetBoolean()) break;
            after = page.Data("auditEvents", "pageInfo", "endCursor").GetString();
        }
        seen.Count.ShouldBeGreaterThan(3);
        seen.ShouldBe(seen.Distinct().OrderDescending());

        var own = (await auditor.SendAsync(Events)).Data("auditEvents", "nodes", 0);
        (own.GetProperty("actor").GetString(), own.GetProperty("entity").GetString()).ShouldBe((DemoUsers.StaffName(StaffRole.Auditor), "AuditEvent"));
    }

    [Fact, Requirement("PLT-25")]
    public async Task Disclosures_of_a_member_are_accounted_for_and_dates_not_reversed()
    {
        await ReadMemberAsync();
        var compliance = await _portal.SignInStaffAsync(StaffRole.Compliance);
        var id = (await compliance.SendAsync(Events, new { where = new { member = "123456789" } })).Data("auditEvents", "nodes", 0, "memberId").GetString();
        var account = await compliance.SendAsync(Disclosures, new { id });
        account.ErrorCodes.ShouldBeEmpty(account.Text);
        account.Data("accountingOfDisclosures", "nodes").EnumerateArray().ShouldAllBe(row => row.GetProperty("memberCareSourceId").GetString() == "123456789-00");
        account.Data("accountingOfDisclosures", "nodes").EnumerateArray().Select(row => row.GetProperty("seq").GetInt64()).ShouldBeInOrder();
        (await compliance.SendAsync(Disclosures, new { id, from = "2025-11-02", to = "2025-11-01" })).ErrorCodes.ShouldBe(["DATE_RANGE_REVERSED"]);
        (await compliance.SendAsync(Disclosures, new { id, from = "2025-11-02", to = "2025-11-02" })).ErrorCodes.ShouldBeEmpty();
        (await compliance.SendAsync(Disclosures, new { id = _portal.IdOf("Member") })).ErrorCodes.ShouldBe(["NOT_FOUND"]);
        (await compliance.SendAsync(Disclosures, new { id })).Data("accountingOfDisclosures", "nodes").EnumerateArray().Last().GetProperty("fieldGroup").GetString().ShouldBe("disclosures");
    }

    [Theory, Requirement("PLT-04", "PLT-25")]
    [InlineData("{ auditEvents { nodes { seq } } }")]
    [InlineData(Verify)]
    [InlineData("query($id: ID!) { accountingOfDisclosures(memberId: $id) { nodes { seq } } }")]
    public async Task The_trail_is_for_auditors_and_compliance(string document)
    {
        object? variables = document.Contains("$id") ? new { id = _portal.IdOf("Member") } : null;
        foreach (var role in new[] { StaffRole.Auditor, StaffRole.Compliance })
            (await (await _portal.SignInStaffAsync(role)).SendAsync(document, variables)).ErrorCodes.ShouldNotContain("FORBIDDEN");
        foreach (var role in new[] { StaffRole.SystemAdmin, StaffRole.ClaimsAnalyst, StaffRole.PolicyAdmin })
            (await (await _portal.SignInStaffAsync(role)).SendAsync(document, variables)).ErrorCodes.ShouldBe(["FORBIDDEN"]);
        (await (await _portal.SignInAsync("demo.admin")).SendAsync(document, variables)).ErrorCodes.ShouldBe(["FORBIDDEN"]);
        (await _portal.Anonymous().SendAsync(document, variables)).ErrorCodes.ShouldBe(["NOT_SIGNED_IN"]);
    }

    [Fact, Requirement("PLT-04")]
    public async Task One_changed_row_is_named()
    {
        await using var portal = await TestPortal.StartAsync();
        var auditor = await portal.SignInStaffAsync(StaffRole.Auditor);
        for (var i = 0; i < 4; i++) (await auditor.SendAsync(Events)).ErrorCodes.ShouldBeEmpty();
        var whole = await auditor.SendAsync(Verify);
        whole.Data("verifyAuditChain", "firstBroken").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null, whole.Text);
        var rows = whole.Data("verifyAuditChain", "rows").GetInt64();
        await ReadAuditTests.ExecuteAsync(portal, $"""UPDATE "AuditEvents" SET "FieldGroup" = 'trbil' WHERE "Seq" = {rows - 1}""");
        var broken = await auditor.SendAsync(Verify);
        broken.Data("verifyAuditChain", "firstBroken").GetInt64().ShouldBe(rows - 1);
        broken.Data("verifyAuditChain", "fault").GetString().ShouldBe("FIELDS");
        broken.Data("verifyAuditChain", "rows").GetInt64().ShouldBe(rows - 2);
    }
}
