using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Schema.Tests.Work;

namespace Portal.Graph.Schema.Tests.Claims;

public sealed class ClaimReviewTests(DemoPortal demo) : IClassFixture<DemoPortal>
{
    private const string Fields = "claim { id version state status allowed paid patientShare checkNumber history { to note } } errors { ... on Error { code path } }";

    [Fact, Requirement("CLM-24", "CLM-25")]
    public async Task A_claim_is_pended_resumed_and_decided_and_the_provider_sees_what_is_for_providers()
    {
        var biller = await Biller.SignInAsync(demo.Portal);
        var analyst = await demo.Portal.SignInStaffAsync(StaffRole.ClaimsAnalyst);
        var submitted = await biller.ClaimAsync(biller.Form("2025-11-18"));
        var id = submitted.GetProperty("id").GetString();
        var number = submitted.GetProperty("number").GetString();

        var pended = await analyst.SendAsync(
            $"mutation($id: ID!, $v: Int!) {{ pendClaim(input: {{ id: $id, version: $v, reason: DOCUMENTS, note: \"Ask for the chart\" }}) {{ {Fields} }} }}", new { id, v = submitted.GetProperty("version").GetInt32() });
        pended.PayloadCodes("pendClaim").ShouldBeEmpty(pended.Text);
        pended.Data("pendClaim", "claim", "status").GetString().ShouldBe("WAITING_FOR_DOCUMENTS");
        pended.Data("pendClaim", "claim", "history").EnumerateArray().Last().GetProperty("note").GetString().ShouldBe("Ask for the chart");
        var seen = await biller.Client.SendAsync("query($n: String!) { claim(number: $n) { status history { note } } }", new { n = number });
        seen.Data("claim", "status").GetString().ShouldBe("WAITING_FOR_DOCUMENTS");
        seen.Text.ShouldNotContain("Ask for the chart");

        var version = pended.Data("pendClaim", "claim", "version").GetInt32();
        var resume = $"mutation($id: ID!, $v: Int!) {{ resumeClaim(input: {{ id: $id, version: $v }}) {{ {Fields} }} }}";
        (await analyst.SendAsync(resume, new { id, v = version - 1 })).PayloadCodes("resumeClaim").ShouldBe(["CONCURRENT_CHANGE"]);
        var resumed = await analyst.SendAsync(resume, new { id, v = version });
        resumed.Data("resumeClaim", "claim", "state").GetString().ShouldBe("IN_PROCESS");
        await DecideAsync(analyst, id!, resumed.Data("resumeClaim", "claim", "version").GetInt32());
    }

    private static async Task DecideAsync(ApiClient analyst, string id, int version)
    {
        async Task<ApiAnswer> PostAsync(decimal paid, decimal adjusted, int line = 1) => await analyst.SendAsync(
            $"mutation($id: ID!, $v: Int!, $r: AdjudicationInput!) {{ postAdjudication(input: {{ id: $id, version: $v, result: $r }}) {{ {Fields} }} }}",
            new
            {
                id,
                v = version,
                r = new
                {
                    paid, checkNumber = "0000771",
                    reasons = Array.Empty<object>(),
                    lines = new[] { new { line, allowed = paid, paid, reasons = new[] { new { kind = "ADJUSTMENT", code = "45", group = "CO", amount = adjusted } } } },
                },
            });
        (await PostAsync(100m, 20m)).PayloadCodes("postAdjudication").ShouldContain("ADJUDICATION_UNBALANCED");
        (await PostAsync(100m, 20.50m, line: 2)).PayloadCodes("postAdjudication").ShouldContain("ADJUDICATION_LINES_MISMATCH");
        var decided = await PostAsync(100m, 20.50m);
        decided.PayloadCodes("postAdjudication").ShouldBeEmpty(decided.Text);
        decided.Data("postAdjudication", "claim", "state").GetString().ShouldBe("PAID");
        decided.Data("postAdjudication", "claim", "paid").GetDecimal().ShouldBe(100m);
    }

    [Fact, Requirement("CLM-25")]
    public async Task Portal_users_decide_nothing_and_learn_of_no_claim()
    {
        var biller = await Biller.SignInAsync(demo.Portal);
        var claim = await biller.ClaimAsync(biller.Form("2025-11-19"));
        var answer = await biller.Client.SendAsync(
            "mutation($id: ID!) { pendClaim(input: { id: $id, version: 1, reason: REVIEW }) { errors { ... on ForbiddenError { code permission } } } }", new { id = claim.GetProperty("id").GetString() });
        answer.Data("pendClaim", "errors", 0, "code").GetString().ShouldBe("FORBIDDEN");
        answer.Data("pendClaim", "errors", 0, "permission").GetString().ShouldBe("staff.claims.decide");
    }

    [Fact, Requirement("CLM-18")]
    public async Task The_view_of_claim_lines_is_remembered_for_the_user()
    {
        var client = await demo.Portal.SignInAsync("demo.admin");
        (await client.SendAsync("mutation { setClaimDetailView(input: { view: TABLE }) { user { claimDetailView } errors { ... on Error { code } } } }"))
            .Data("setClaimDetailView", "user", "claimDetailView").GetString().ShouldBe("TABLE");
        (await (await demo.Portal.SignInAsync("demo.admin")).SendAsync("{ viewer { user { claimDetailView } } }")).Data("viewer", "user", "claimDetailView").GetString().ShouldBe("TABLE");
        (await (await demo.Portal.SignInAsync("demo.billing")).SendAsync("{ viewer { user { claimDetailView } } }")).Data("viewer", "user", "claimDetailView").GetString().ShouldBe("LIST");
    }
}
