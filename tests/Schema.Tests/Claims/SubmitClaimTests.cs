using System.Text.Json;

namespace Portal.Graph.Schema.Tests.Claims;

/// <summary>The main story of a biller, from the form to the claim, through the API.</summary>
public sealed class SubmitClaimTests(DemoPortal demo) : IClassFixture<DemoPortal>
{
    private readonly TestPortal _portal = demo.Portal;

    [Fact, Requirement("CLM-01", "CLM-04", "CLM-08", "CLM-17")]
    public async Task A_draft_is_keyed_checked_submitted_and_found_again()
    {
        var biller = await Biller.SignInAsync(_portal);
        var draft = await biller.StartAsync();
        var half = biller.Form("2025-11-03");
        half.Remove("billingNpi");
        half["totalCharge"] = 99.00m;
        draft = Biller.Draft(await biller.SaveAsync(draft, half), "saveClaimDraft");

        var details = await biller.Client.SendAsync(
            "query($id: ID!) { claimDraft(id: $id) { lastDay endsSoon missingFields { code label box path } faults { code path } draft { state totalCharge form { lines { code charge } } billingProvider { id } claim { number } } } }", new { id = draft.Id });
        details.Data("claimDraft", "missingFields").EnumerateArray().Select(f => f.GetProperty("box").GetString()).ShouldBe(["33a"]);
        details.Data("claimDraft", "faults").EnumerateArray().Select(f => f.GetProperty("code").GetString()).ShouldBe(["CHARGES_UNBALANCED"]);
        details.Data("claimDraft", "draft", "form", "lines", 0, "charge").GetDecimal().ShouldBe(120.50m);
        details.Data("claimDraft", "draft", "billingProvider", "id").GetString().ShouldBe(biller.AccountId);
        details.Data("claimDraft", "lastDay").GetString().ShouldBe("2026-03-01");

        draft = Biller.Draft(await biller.SaveAsync(draft, biller.Form("2025-11-03")), "saveClaimDraft");
        var submitted = await biller.SubmitAsync(draft, "story-1");
        submitted.PayloadCodes("submitClaim").ShouldBeEmpty(submitted.Text);
        var claim = submitted.Data("submitClaim", "claim");
        var number = claim.GetProperty("number").GetString()!;
        number.ShouldMatch("^C251201[0-9]{7}$");
        claim.GetProperty("state").GetString().ShouldBe("IN_PROCESS");

        await FoundAsync(biller, number);
    }

    private static async Task FoundAsync(Biller biller, string number)
    {
        var found = await biller.Client.SendAsync("query($n: [String!]) { claims(where: { numbers: $n }) { totalCount notFoundNumbers nodes { number } } }", new { n = new[] { number } });
        found.Data("claims", "totalCount").GetInt32().ShouldBe(1);
        found.Data("claims", "nodes", 0, "number").GetString().ShouldBe(number);

        var one = await biller.Client.SendAsync(
            "query($n: String!) { claim(number: $n) { totalCharge receivedDate status lines { no code charge diagnosisPointer state } diagnoses { letter code displayCode title } member { careSourceId } billingProvider { id } history { from to note } rejections { code } reasons { code } } }", new { n = number });
        var claim = one.Data("claim");
        claim.GetProperty("totalCharge").GetDecimal().ShouldBe(120.50m);
        claim.GetProperty("receivedDate").GetString().ShouldBe("2025-12-01");
        claim.GetProperty("lines").EnumerateArray().Select(l => l.GetProperty("code").GetString()).ShouldBe(["G0439"]);
        claim.GetProperty("diagnoses").EnumerateArray().Select(d => d.GetProperty("letter").GetString() + d.GetProperty("displayCode").GetString()).ShouldBe(["AE11.9", "BI10"]);
        claim.GetProperty("member").GetProperty("careSourceId").GetString().ShouldBe("123456789-00");
        claim.GetProperty("history").EnumerateArray().Select(h => $"{h.GetProperty("from").GetString()}>{h.GetProperty("to").GetString()}")
            .ShouldBe(["DRAFT>SUBMITTED", "SUBMITTED>IN_PROCESS"]);
        claim.GetProperty("rejections").GetArrayLength().ShouldBe(0);
    }

    [Fact, Requirement("CLM-04")]
    public async Task Scenario_23_everything_missing_is_told_at_once_with_box_numbers()
    {
        var biller = await Biller.SignInAsync(_portal);
        var form = biller.Form("2025-11-04");
        form.Remove("billingNpi");
        form.Remove("renderingNpi");
        form["diagnoses"] = Array.Empty<string>();
        var answer = await biller.SubmitAsync(form);
        var errors = answer.Data("submitClaim", "errors").EnumerateArray().ToList();
        errors.Where(e => e.GetProperty("code").GetString() == "REQUIRED_FIELD_MISSING").Select(e => e.GetProperty("box").GetString()).ShouldBe(["21", "24J", "33a"]);
        errors[0].GetProperty("__typename").GetString().ShouldBe("RequiredFieldMissingError");
        errors[0].GetProperty("path").EnumerateArray().Select(p => p.GetString()).ShouldBe(["form", "diagnoses"]);
        answer.Data("submitClaim", "claim").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact, Requirement("CLM-23")]
    public async Task Scenario_32_the_same_claim_sent_again_names_the_first_one()
    {
        var biller = await Biller.SignInAsync(_portal);
        var first = await biller.ClaimAsync(biller.Form("2025-11-05"));
        var again = await biller.SubmitAsync(biller.Form("2025-11-05"));
        again.PayloadCodes("submitClaim").ShouldBe(["CLAIM_DUPLICATE"]);
        again.Data("submitClaim", "errors", 0, "claimNumber").GetString().ShouldBe(first.GetProperty("number").GetString());
        (await biller.ClaimAsync(biller.Form("2025-11-06"))).GetProperty("state").GetString().ShouldBe("IN_PROCESS");
    }

    [Fact, Requirement("CLM-09")]
    public async Task What_only_the_plan_can_know_makes_a_rejected_claim()
    {
        var biller = await Biller.SignInAsync(_portal);
        var form = biller.Form("2025-11-07", memberId: "999999999-00");
        form["taxId"] = "999999999";
        var claim = await biller.ClaimAsync(form);
        claim.GetProperty("state").GetString().ShouldBe("REJECTED");
        var answer = await biller.Client.SendAsync("query($id: ID!) { node(id: $id) { ... on Claim { member { careSourceId } rejections { code field text } } } }", new { id = claim.GetProperty("id").GetString() });
        answer.Data("node", "rejections").EnumerateArray().Select(r => r.GetProperty("code").GetString()).ShouldBe(["MEMBER_NOT_FOUND", "TAX_ID_MISMATCH"]);
        answer.Data("node", "member").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact, Requirement("PLT-05")]
    public async Task A_repeat_gives_the_first_answer_and_other_content_under_its_id_is_refused()
    {
        var biller = await Biller.SignInAsync(_portal);
        var draft = await biller.KeyAsync(biller.Form("2025-11-10"));
        var first = await biller.SubmitAsync(draft, "repeat-1");
        first.PayloadCodes("submitClaim").ShouldBeEmpty(first.Text);
        (await biller.SubmitAsync(draft, "repeat-1")).Text.ShouldBe(first.Text);

        var other = await biller.KeyAsync(biller.Form("2025-11-11"));
        (await biller.SubmitAsync(other, "repeat-1")).PayloadCodes("submitClaim").ShouldBe(["IDEMPOTENCY_MISMATCH"]);
        (await biller.SubmitAsync(other, "repeat-2")).PayloadCodes("submitClaim").ShouldBeEmpty();
        (await biller.SubmitAsync(draft, "repeat-3")).PayloadCodes("submitClaim").ShouldBe(["INVALID_STATE_TRANSITION"]);
    }

    [Fact, Requirement("PLT-05")]
    public async Task A_version_that_is_not_the_present_one_is_refused()
    {
        var biller = await Biller.SignInAsync(_portal);
        var first = await biller.StartAsync();
        var second = Biller.Draft(await biller.SaveAsync(first, biller.Form("2025-11-12")), "saveClaimDraft");
        second.Version.ShouldBeGreaterThan(first.Version);
        (await biller.SaveAsync(first, biller.Form("2025-11-13"))).PayloadCodes("saveClaimDraft").ShouldBe(["CONCURRENT_CHANGE"]);
        (await biller.SubmitAsync(first, "stale-1")).PayloadCodes("submitClaim").ShouldBe(["CONCURRENT_CHANGE"]);
        (await biller.SubmitAsync(second, "stale-1")).PayloadCodes("submitClaim").ShouldBeEmpty();
    }

    [Fact, Requirement("CLM-02", "CLM-03")]
    public async Task A_draft_needs_a_linked_provider_and_a_form_that_it_may_send()
    {
        var biller = await Biller.SignInAsync(_portal);
        var other = await Biller.OtherAsync(_portal);
        async Task<IReadOnlyList<string>> CodesAsync(string? type, string? provider) => (await biller.Client.SendAsync(
            "mutation($type: ClaimType, $provider: ID) { createClaimDraft(input: { type: $type, providerId: $provider }) { errors { ... on Error { code } } } }", new { type, provider })).PayloadCodes("createClaimDraft");
        (await CodesAsync("HCFA", null)).ShouldBeEmpty();
        (await CodesAsync("HCFA", other.AccountId)).ShouldBe(["PROVIDER_NOT_LINKED"]);
        (await CodesAsync(null, null)).ShouldBe(["DOC_TYPE_REQUIRED"]);
        (await CodesAsync("UB", null)).ShouldBe(["DOC_TYPE_NOT_ALLOWED"]);
    }
}
