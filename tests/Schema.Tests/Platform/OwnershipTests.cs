using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Schema.Tests.Work;

namespace Portal.Graph.Schema.Tests.Platform;

/// <summary>Type × entry path: what belongs to another practice looks like what does not exist, and the owner sees it.</summary>
public sealed class OwnershipTests(TwoPractices practices) : IClassFixture<TwoPractices>
{
    private sealed record Entry(string Document, Func<Belongings, object> Variables);

    private static readonly Dictionary<string, Entry> Entries = new()
    {
        ["claim, single"] = new("query($n: String!) { claim(number: $n) { id number totalCharge lines { code } } }", b => new { n = b.ClaimNumber }),
        ["claim, node"] = new("query($id: ID!) { node(id: $id) { id ... on Claim { number member { careSourceId } history { to } } } }", b => new { id = b.ClaimId }),
        ["claim, nodes"] = new("query($ids: [ID!]!) { nodes(ids: $ids) { id ... on Claim { number diagnoses { code } } } }", b => new { ids = new[] { b.ClaimId } }),
        ["claim, list by number"] = new("query($n: [String!]) { claims(where: { numbers: $n }) { totalCount notFoundNumbers olderNumbers nodes { number } } }", b => new { n = new[] { b.ClaimNumber } }),
        ["claim, list by check"] = new("query($c: String) { claims(where: { checkNumber: $c }) { totalCount nodes { number } } }", b => new { c = b.CheckNumber }),
        ["claim, list by provider"] = new("query($p: ID) { claims(where: { billingProviderId: $p, receivedDates: { from: \"2025-10-01\" } }) { totalCount nodes { number } } }", b => new { p = b.AccountId }),
        ["claim, list by NPI"] = new("query($n: String) { claims(where: { billingNpi: $n, serviceDates: { from: \"2025-10-01\" } }) { totalCount nodes { number } } }", b => new { n = b.Npi }),
        ["draft, single"] = new("query($id: ID!) { claimDraft(id: $id) { draft { id form { memberId } } missingFields { box } } }", b => new { id = b.DraftId }),
        ["draft, save"] = new("mutation($id: ID!) { saveClaimDraft(input: { id: $id, version: 77, form: {} }) { draft { id } errors { __typename ... on Error { code message path } } } }", b => new { id = b.DraftId }),
        ["draft, discard"] = new("mutation($id: ID!) { discardClaimDraft(input: { id: $id, version: 77 }) { draft { id } errors { __typename ... on Error { code message path } } } }", b => new { id = b.DraftId }),
        ["draft, submit"] = new("mutation($id: ID!) { submitClaim(input: { draftId: $id, version: 77, clientRequestId: \"theirs\" }) { claim { id } errors { __typename ... on Error { code message path } } } }", b => new { id = b.DraftId }),
        ["provider, draft for it"] = new("mutation($id: ID) { createClaimDraft(input: { type: HCFA, providerId: $id }) { draft { billingProvider { name } } errors { __typename ... on Error { code message path } } } }", b => new { id = b.AccountId }),
    };

    public static TheoryData<string, string, string> Matrix()
    {
        var rows = new TheoryData<string, string, string>();
        foreach (var entry in Entries.Keys)
        {
            rows.Add(entry, "demo", "other");
            rows.Add(entry, "other", "demo");
        }
        return rows;
    }

    [Theory, MemberData(nameof(Matrix)), Requirement("CLM-21", "PLT-19")]
    public async Task What_another_practice_has_looks_like_nothing(string entry, string owner, string stranger)
    {
        var (document, variables) = (Entries[entry].Document, Entries[entry].Variables);
        var own = practices.Own(owner);
        var theirs = own.Strike(await practices.Client(stranger).SendAsync(document, variables(own)));
        var nothing = Belongings.Nobodys(practices.Portal);
        theirs.ShouldBe(nothing.Strike(await practices.Client(stranger).SendAsync(document, variables(nothing))));
        own.Strike(await practices.Client(owner).SendAsync(document, variables(own))).ShouldNotBe(theirs, "the owner must get another answer, or this row proves nothing");
    }

    [Fact, Requirement("CLM-21", "PLT-19")]
    public async Task Lists_of_two_practices_have_nothing_in_common()
    {
        const string lists = """
            {
              claims(first: 200, where: { receivedDates: { from: "2025-09-02" } }) { nodes { number billingProvider { id } } }
              claimSubmissions(first: 200) { nodes { number billingProvider { id } } }
              claimDrafts(first: 200) { nodes { id billingProvider { id } claim { number } } }
              viewer { accounts { id } defaultAccount { id } }
            }
            """;
        var demo = await practices.Client("demo").SendAsync(lists);
        var other = await practices.Client("other").SendAsync(lists);
        foreach (var (list, key) in new[] { ("claims", "number"), ("claimSubmissions", "number"), ("claimDrafts", "id") })
        {
            var (mine, theirs) = (Values(demo, list, key), Values(other, list, key));
            mine.ShouldNotBeEmpty(list);
            theirs.ShouldNotBeEmpty(list);
            mine.Intersect(theirs).ShouldBeEmpty(list);
        }
        demo.Text.ShouldNotContain(practices.Own("other").AccountId);
        other.Text.ShouldNotContain(practices.Own("demo").AccountId);
    }

    private static IReadOnlyList<string?> Values(ApiAnswer answer, string list, string key) =>
        [.. answer.Data(list, "nodes").EnumerateArray().Select(n => n.GetProperty(key).GetString())];

    [Theory, Requirement("PLT-08", "PLT-19")]
    [InlineData("query($id: ID!) { workItem(id: $id) { id } }")]
    [InlineData("query($id: ID!) { node(id: $id) { id ... on WorkItem { claim { number } } } }")]
    [InlineData("query($id: ID!) { nodes(ids: [$id]) { id } }")]
    public async Task Work_items_look_like_nothing_to_portal_users(string document)
    {
        var analyst = await practices.Portal.SignInStaffAsync(StaffRole.ClaimsAnalyst);
        var id = (await analyst.SendAsync("{ workItems(queue: \"Q-CLAIM-PEND\", first: 1) { nodes { id } } }")).Data("workItems", "nodes", 0, "id").GetString()!;
        var theirs = await practices.Client("demo").SendAsync(document, new { id });
        theirs.Text.ShouldBe((await practices.Client("demo").SendAsync(document, new { id = practices.Portal.IdOf("WorkItem") })).Text);
        (await analyst.SendAsync(document, new { id })).Text.ShouldNotBe(theirs.Text);
    }

    [Fact, Requirement("PLT-19")]
    public async Task Nested_paths_of_staff_lead_to_claims_only_with_the_permission_for_them()
    {
        const string nested = "query($id: ID!) { node(id: $id) { ... on Claim { number member { careSourceId } } } }";
        var id = practices.Own("demo").ClaimId;
        (await (await practices.Portal.SignInStaffAsync(StaffRole.ClaimsAnalyst)).SendAsync(nested, new { id })).Data("node", "number").GetString().ShouldBe(practices.Own("demo").ClaimNumber);
        var admin = await (await practices.Portal.SignInStaffAsync(StaffRole.SystemAdmin)).SendAsync(nested, new { id });
        admin.Data("node").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }
}
