using Portal.Graph.Domain.Demo;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Schema.Tests.Work;

namespace Portal.Graph.Schema.Tests.Platform;

public sealed class PermissionTests(DemoPortal demo) : IClassFixture<DemoPortal>
{
    private const string Claims = "{ claims(where: { receivedDates: { from: \"2025-10-01\" } }) { totalCount } }";
    private const string Claim = "{ claim(number: \"C2501010000001\") { number } }";
    private const string Submissions = "{ claimSubmissions { totalCount } }";
    private const string Drafts = "{ claimDrafts { totalCount } }";
    private const string Eligibility = "{ eligibility(search: { careSourceId: \"123456789\", dateOfService: \"2025-12-01\" }) { member { careSourceId } } }";
    private const string EligibilityMany = "{ eligibilityMany(search: { careSourceIds: \"123456789\", dateOfService: \"2025-12-01\" }) { outcome } }";

    private readonly TestPortal _portal = demo.Portal;

    [Theory, Requirement("CLM-21", "MBR-28")]
    [InlineData("demo.frontdesk", Claims, "claims.read")]
    [InlineData("demo.frontdesk", Claim, "claims.read")]
    [InlineData("demo.frontdesk", Submissions, "claims.read")]
    [InlineData("demo.frontdesk", Drafts, "claims.submit")]
    [InlineData("demo.clinical", Claims, "claims.read")]
    [InlineData("demo.credentialing", Eligibility, "eligibility.read")]
    [InlineData("demo.credentialing", EligibilityMany, "eligibility.read")]
    [InlineData("demo.credentialing", Claims, "claims.read")]
    public async Task A_role_without_the_permission_is_told_which_one_is_missing(string user, string document, string permission)
    {
        var refused = await (await _portal.SignInAsync(user)).SendAsync(document);
        refused.ErrorCodes.ShouldBe(["FORBIDDEN"]);
        refused.Root.GetProperty("errors")[0].GetProperty("message").GetString()!.ShouldContain(permission);
        (await (await _portal.SignInAsync("demo.admin")).SendAsync(document)).ErrorCodes.ShouldNotContain("FORBIDDEN");
        (await _portal.Anonymous().SendAsync(document)).ErrorCodes.ShouldBe(["NOT_SIGNED_IN"]);
    }

    [Theory, Requirement("PLT-19")]
    [InlineData(Submissions)]
    [InlineData(Drafts)]
    [InlineData(Eligibility)]
    public async Task Lists_of_portal_users_are_not_for_staff(string document) =>
        (await (await _portal.SignInStaffAsync(StaffRole.ClaimsAnalyst)).SendAsync(document)).ErrorCodes.ShouldBe(["FORBIDDEN"]);

    [Fact, Requirement("MBR-28")]
    public async Task A_member_is_found_by_id_in_the_markets_that_enrolled_it_and_looks_like_nobody_elsewhere()
    {
        var (ohio, georgia) = (await _portal.SignInAsync("demo.admin"), await _portal.SignInAsync("demo.admin", Domain.Platform.Market.GA));
        var id = (await georgia.SendAsync("query($m: String) { eligibility(search: { careSourceId: $m, dateOfService: \"2025-12-01\" }) { member { id } } }", new { m = DemoCast.GeorgiaMedicaid }))
            .Data("eligibility", 0, "member", "id").GetString()!;
        var nobody = _portal.IdOf("Member");
        foreach (var document in new[]
        {
            "query($id: ID!) { member(id: $id) { firstName } }", "query($id: ID!) { node(id: $id) { ... on Member { firstName } } }",
            "query($id: ID!) { nodes(ids: [$id]) { ... on Member { firstName eligibilitySpans { effective } } } }", "query($id: ID!) { cobRecords(memberId: $id) { carrier } }",
        })
        {
            var elsewhere = await ohio.SendAsync(document, new { id });
            elsewhere.Text.ShouldBe((await ohio.SendAsync(document, new { id = nobody })).Text);
            (await georgia.SendAsync(document, new { id })).Text.ShouldNotBe(elsewhere.Text);
        }
        var credentialing = await _portal.SignInAsync("demo.credentialing", Domain.Platform.Market.GA);
        (await credentialing.SendAsync("query($id: ID!) { node(id: $id) { id } }", new { id })).Data("node").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [Fact, Requirement("PLT-19")]
    public async Task A_mutation_without_the_permission_answers_in_its_payload()
    {
        var frontDesk = await _portal.SignInAsync("demo.frontdesk");
        const string create = "mutation { createClaimDraft(input: { type: HCFA }) { draft { id } errors { ... on ForbiddenError { code permission } ... on NotSignedInError { code } } } }";
        var refused = await frontDesk.SendAsync(create);
        refused.PayloadCodes("createClaimDraft").ShouldBe(["FORBIDDEN"]);
        refused.Data("createClaimDraft", "errors", 0, "permission").GetString().ShouldBe("claims.submit");
        (await _portal.Anonymous().SendAsync(create)).PayloadCodes("createClaimDraft").ShouldBe(["NOT_SIGNED_IN"]);
    }
}
