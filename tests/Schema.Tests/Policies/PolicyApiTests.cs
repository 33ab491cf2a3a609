using System.Text.Json;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Schema.Tests.Work;

namespace Portal.Graph.Schema.Tests.Policies;

public sealed class PolicyApiTests(DemoPortal demo) : IClassFixture<DemoPortal>
{
    private const string Errors = "errors { __typename ... on Error { code message path } ... on PolicyOverlapError { rowId days } ... on PolicyValueInvalidError { key allowed } }";
    private const string StepErrors = "errors { __typename ... on Error { code message path } }";
    private const string EndErrors = "errors { __typename ... on Error { code message path } ... on PolicyApprovalRequiredError { rowId } }";
    private const string Setting = "setting { id version rowNumber key value state from to author approver proposedEnd changes { kind byName before after } }";

    private readonly TestPortal _portal = demo.Portal;

    private static Task<ApiAnswer> SaveAsync(ApiClient client, object input) =>
        client.SendAsync($"mutation($input: SavePolicySettingInput!) {{ savePolicySetting(input: $input) {{ {Setting} {Errors} }} }}", new { input });

    private static Task<ApiAnswer> StepAsync(ApiClient client, string mutation, JsonElement setting, string? more = null) => client.SendAsync(
        $"mutation($id: ID!, $version: Int!) {{ {mutation}(input: {{ id: $id, version: $version{more} }}) {{ {Setting} {(mutation == "endPolicySetting" ? EndErrors : StepErrors)} }} }}",
        new { id = setting.GetProperty("id").GetString(), version = setting.GetProperty("version").GetInt32() });

    private static JsonElement Saved(ApiAnswer answer, string mutation = "savePolicySetting")
    {
        answer.PayloadCodes(mutation).ShouldBeEmpty(answer.Text);
        return answer.Data(mutation, "setting");
    }

    private static Task<ApiAnswer> EffectiveAsync(ApiClient client, string key, string on, object? scope = null) => client.SendAsync(
        "query($key: String!, $on: Date!, $market: Market, $lob: Lob, $program: String) { effectivePolicy(key: $key, on: $on, market: $market, lob: $lob, program: $program) { key { name kind allowed } setting { value source rowNumber } candidates { verdict because setting { value market lob program } } } }",
        scope is null ? new { key, on } : JsonSerializer.Deserialize<Dictionary<string, object>>(JsonSerializer.Serialize(scope))!.Append(new("key", key)).Append(new("on", on)).ToDictionary());

    // Scenario 62.
    [Fact, Requirement("PLT-02")]
    public async Task One_writes_another_approves_and_from_its_day_on_the_row_applies()
    {
        var (ada, bob) = (await _portal.SignInStaffAsync(StaffRole.PolicyAdmin), await _portal.HireAsync("staff.policy.second", StaffRole.PolicyAdmin));
        var georgia = new { market = "GA", lob = "MEDICAID" };
        var draft = Saved(await SaveAsync(ada, new { key = "dispute.days", market = "GA", lob = "MEDICAID", from = "2026-01-01", value = "60", source = "Contract 7" }));
        (draft.GetProperty("state").GetString(), draft.GetProperty("value").GetString()).ShouldBe(("DRAFT", "60 days"));
        (await EffectiveAsync(ada, "dispute.days", "2026-01-01", georgia)).Data("effectivePolicy", "setting", "value").GetString().ShouldBe("90 days");

        (await StepAsync(ada, "approvePolicySetting", draft)).PayloadCodes("approvePolicySetting").ShouldBe(["APPROVAL_BY_AUTHOR_FORBIDDEN"]);
        var refused = await StepAsync(ada, "endPolicySetting", draft, ", lastDay: \"2026-12-31\"");
        refused.PayloadCodes("endPolicySetting").ShouldBe(["POLICY_APPROVAL_REQUIRED"]);
        refused.Data("endPolicySetting", "errors", 0, "rowId").GetInt64().ShouldBe(draft.GetProperty("rowNumber").GetInt64());
        var approved = Saved(await StepAsync(bob, "approvePolicySetting", draft), "approvePolicySetting");
        approved.GetProperty("state").GetString().ShouldBe("APPROVED");
        approved.GetProperty("changes").EnumerateArray().Select(c => c.GetProperty("kind").GetString()).ShouldBe(["DRAFTED", "APPROVED"]);

        (await EffectiveAsync(ada, "dispute.days", "2025-12-31", georgia)).Data("effectivePolicy", "setting", "value").GetString().ShouldBe("90 days");
        var applies = await EffectiveAsync(ada, "dispute.days", "2026-01-01", georgia);
        applies.Data("effectivePolicy", "setting", "value").GetString().ShouldBe("60 days");
        applies.Data("effectivePolicy", "candidates", 0, "verdict").GetString().ShouldBe("APPLIES");
        applies.Data("effectivePolicy", "candidates", 1, "because").GetString()!.ShouldContain("more specific");

        var overlap = await SaveAsync(ada, new { key = "dispute.days", market = "GA", lob = "MEDICAID", from = "2026-01-01", value = "45", source = "Contract 8" });
        overlap.PayloadCodes("savePolicySetting").ShouldBe(["POLICY_OVERLAP"]);
        overlap.Data("savePolicySetting", "errors", 0, "rowId").GetInt64().ShouldBe(draft.GetProperty("rowNumber").GetInt64());

        var proposed = Saved(await StepAsync(bob, "endPolicySetting", approved, ", lastDay: \"2026-12-31\""), "endPolicySetting");
        proposed.GetProperty("proposedEnd").GetString().ShouldBe("2026-12-31");
        (await StepAsync(bob, "approvePolicySetting", proposed)).PayloadCodes("approvePolicySetting").ShouldBe(["APPROVAL_BY_AUTHOR_FORBIDDEN"]);
        Saved(await StepAsync(ada, "approvePolicySetting", proposed), "approvePolicySetting").GetProperty("to").GetString().ShouldBe("2026-12-31");
        (await EffectiveAsync(ada, "dispute.days", "2027-01-01", georgia)).Data("effectivePolicy", "setting", "value").GetString().ShouldBe("90 days");
    }

    [Fact, Requirement("PLT-02")]
    public async Task Bad_values_and_keys_are_told_with_what_would_do()
    {
        var ada = await _portal.SignInStaffAsync(StaffRole.PolicyAdmin);
        var invalid = await SaveAsync(ada, new { key = "dispute.ackLetter", from = "2026-01-01", value = "perhaps", source = "x" });
        invalid.PayloadCodes("savePolicySetting").ShouldBe(["POLICY_VALUE_INVALID"]);
        invalid.Data("savePolicySetting", "errors", 0, "allowed").GetString().ShouldBe("true or false");
        invalid.Data("savePolicySetting", "errors", 0, "path", 0).GetString().ShouldBe("value");
        (await SaveAsync(ada, new { key = "dispute.weeks", from = "2026-01-01", value = "1", source = "x" })).PayloadCodes("savePolicySetting").ShouldBe(["POLICY_KEY_UNKNOWN"]);
        (await EffectiveAsync(ada, "dispute.weeks", "2026-01-01")).ErrorCodes.ShouldBe(["POLICY_KEY_UNKNOWN"]);
        var everyone = (await EffectiveAsync(ada, "newborn.maxAgeDays", "2026-01-01")).Data("effectivePolicy", "setting", "rowNumber").GetInt64();
        var end = await ada.SendAsync("mutation($id: ID!) { endPolicySetting(input: { id: $id, version: 1, lastDay: \"2026-12-31\" }) { errors { ... on Error { code } } } }", new { id = _portal.IdOf("PolicySetting", everyone) });
        end.PayloadCodes("endPolicySetting").ShouldBe(["POLICY_DEFAULT_REQUIRED"]);

        var draft = Saved(await SaveAsync(ada, new { key = "dispute.maxClaims", market = "NV", from = "2026-01-01", value = "10", source = "x" }));
        Saved(await StepAsync(ada, "withdrawPolicySetting", draft), "withdrawPolicySetting").GetProperty("state").GetString().ShouldBe("WITHDRAWN");
        (await StepAsync(ada, "withdrawPolicySetting", draft)).PayloadCodes("withdrawPolicySetting").ShouldBe(["CONCURRENT_CHANGE"]);
    }

    [Fact, Requirement("PLT-02")]
    public async Task The_table_is_listed_by_key_market_and_state_page_after_page()
    {
        var ada = await _portal.SignInStaffAsync(StaffRole.PolicyAdmin);
        const string list = "query($key: String, $market: Market, $where: PolicySettingFilterInput) { policySettings(key: $key, market: $market, where: $where, first: 200) { totalCount nodes { id key market program value source state definition { allowed } } } }";
        var kentucky = await ada.SendAsync(list, new { key = "DISPUTE.", market = "KY" });
        kentucky.Data("policySettings", "nodes").EnumerateArray().Select(n => (n.GetProperty("key").GetString(), n.GetProperty("value").GetString()))
            .ShouldBe([("dispute.days", "24 months from PAYMENT_OR_DENIAL_DATE"), ("dispute.decisionDays", "30")]);
        var all = await ada.SendAsync(list, new { });
        all.Data("policySettings", "totalCount").GetInt32().ShouldBeGreaterThan(100);
        (await ada.SendAsync(list, new { where = new { state = "DRAFT" }, market = "WV" })).Data("policySettings", "totalCount").GetInt32().ShouldBe(0);
        var one = all.Data("policySettings", "nodes", 0, "id").GetString();
        (await ada.SendAsync("query($id: ID!) { policySetting(id: $id) { id } node(id: $id) { ... on PolicySetting { id } } policyKeys { name kind unit allowed default requirement } }", new { id = one }))
            .Data("node", "id").GetString().ShouldBe(one);
    }

    [Fact, Requirement("PLT-02")]
    public async Task A_last_day_says_why()
    {
        var ada = await _portal.SignInStaffAsync(StaffRole.PolicyAdmin);
        static object Dates(params (string Anchor, string Date)[] dates) => dates.Select(d => new { anchor = d.Anchor, date = d.Date }).ToArray();
        Task<ApiAnswer> AskAsync(string key, object dates, string on = "2025-12-01") => ada.SendAsync(
            "query($key: String!, $on: Date!, $dates: [DeadlineDateInput!]!) { deadline(key: $key, market: OH, lob: MEDICAID, on: $on, dates: $dates) { lastDay because value rolledFrom requirement decisive { anchor anchorDate count unit } parts { lastDay } row { source } } }",
            new { key, on, dates });
        var answer = await AskAsync("dispute.days", Dates(("DATE_OF_SERVICE", "2025-01-15"), ("PAYMENT_OR_DENIAL_DATE", "2025-12-01")));
        answer.Data("deadline", "lastDay").GetString().ShouldBe("2026-01-30");
        answer.Data("deadline", "decisive", "anchor").GetString().ShouldBe("PAYMENT_OR_DENIAL_DATE");
        answer.Data("deadline", "parts").EnumerateArray().Select(p => p.GetProperty("lastDay").GetString()).ShouldBe(["2026-01-15", "2026-01-30"]);
        answer.Data("deadline", "because").GetString()!.ShouldContain("dispute.days for OH Medicaid");
        (await AskAsync("maintenance.days", Dates(("RECEIPT_DATE", "2025-12-01")))).Data("deadline", "lastDay").GetString().ShouldBe("2025-12-31");
        (await AskAsync("auth.urgentNotificationBusinessDays", Dates(("ADMISSION_DATE", "2025-12-24")))).Data("deadline", "lastDay").GetString().ShouldBe("2025-12-29");
        (await AskAsync("dispute.days", Dates(("LETTER_DATE", "2025-12-01")))).ErrorCodes.ShouldBe(["REQUIRED_FIELD_MISSING"]);
        (await AskAsync("dispute.maxClaims", Dates())).ErrorCodes.ShouldBe(["INVALID_FORMAT"]);
        (await AskAsync("dispute.weeks", Dates())).ErrorCodes.ShouldBe(["POLICY_KEY_UNKNOWN"]);
        (await AskAsync("dispute.days", Dates(), "1999-12-31")).ErrorCodes.ShouldBe(["NOT_FOUND"]);
    }

    [Theory, Requirement("PLT-02", "PLT-18")]
    [InlineData("{ policySettings { totalCount } }")]
    [InlineData("{ effectivePolicy(key: \"dispute.days\", on: \"2026-01-01\") { on } }")]
    [InlineData("{ policyKeys { name } }")]
    [InlineData("{ holidays(market: NV, year: 2026) { name } }")]
    public async Task Policies_are_for_editors_and_supervisors(string document)
    {
        (await (await _portal.SignInStaffAsync(StaffRole.PolicyAdmin)).SendAsync(document)).ErrorCodes.ShouldBeEmpty();
        (await (await _portal.SignInStaffAsync(StaffRole.Supervisor)).SendAsync(document)).ErrorCodes.ShouldBeEmpty();
        (await (await _portal.SignInStaffAsync(StaffRole.ClaimsAnalyst)).SendAsync(document)).ErrorCodes.ShouldBe(["FORBIDDEN"]);
        (await (await _portal.SignInAsync("demo.admin")).SendAsync(document)).ErrorCodes.ShouldBe(["FORBIDDEN"]);
        (await _portal.Anonymous().SendAsync(document)).ErrorCodes.ShouldBe(["NOT_SIGNED_IN"]);
        var supervisor = await _portal.SignInStaffAsync(StaffRole.Supervisor);
        (await SaveAsync(supervisor, new { key = "dispute.days", from = "2026-01-01", value = "60", source = "x" })).PayloadCodes("savePolicySetting").ShouldBe(["FORBIDDEN"]);
    }
}
