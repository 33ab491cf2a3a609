using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Schema.Tests.Work;

namespace Portal.Graph.Schema.Tests.Accounts;

public sealed class PriceTests(DemoPortal demo) : IClassFixture<DemoPortal>
{
    private readonly TestPortal _portal = demo.Portal;

    [Fact, Requirement("ACC-18")]
    public async Task A_biller_looks_a_price_up_by_code_modifier_and_day()
    {
        const string rows = "query($s: ID!, $c: String!, $m: String, $on: Date) { feeScheduleRows(schedule: $s, code: $c, modifier: $m, on: $on) { code modifier amount unit from to } }";
        var biller = await _portal.SignInAsync("demo.billing");
        var schedules = await biller.SendAsync("{ feeSchedules { id name market lob documentUrl } }");
        var s = schedules.Data("feeSchedules", 0, "id").GetString();
        schedules.Data("feeSchedules", 0, "documentUrl").GetString()!.ShouldEndWith(".pdf");
        var today = await biller.SendAsync(rows, new { s, c = "H0031", m = "HO" });
        today.Data("feeScheduleRows", 0, "amount").GetDecimal().ShouldBe(171.10m);
        (await biller.SendAsync(rows, new { s, c = "H0031", m = "HO", on = "2024-12-31" })).Data("feeScheduleRows", 0, "amount").GetDecimal().ShouldBe(168.60m);
        (await biller.SendAsync(rows, new { s, c = "99213" })).ErrorCodes.ShouldBe(["FEE_NOT_FOUND"]);
        (await biller.SendAsync(rows, new { s, c = "A0000" })).ErrorCodes.ShouldBe(["INVALID_PROCEDURE_CODE"]);
        (await biller.SendAsync(rows, new { s = _portal.IdOf("FeeSchedule"), c = "H0031" })).ErrorCodes.ShouldBe(["NOT_FOUND"]);
        (await (await _portal.SignInAsync("demo.frontdesk")).SendAsync(rows, new { s, c = "H0031" })).ErrorCodes.ShouldBe(["FORBIDDEN"]);
        const string save = "mutation($input: SaveFeeScheduleInput!) { saveFeeSchedule(input: $input) { schedule { id name } errors { ... on Error { code path } } } }";
        var editor = await _portal.SignInStaffAsync(StaffRole.ContentEditor);
        var input = new { name = "Indiana", market = "IN", lob = "MARKETPLACE", state = "PUBLISHED" };
        (await editor.SendAsync(save, new { input })).PayloadCodes("saveFeeSchedule").ShouldBeEmpty();
        (await editor.SendAsync(save, new { input = input with { name = "<i>" } })).PayloadCodes("saveFeeSchedule").ShouldBe(["CONTENT_UNSAFE_MARKUP"]);
        (await biller.SendAsync(save, new { input })).PayloadCodes("saveFeeSchedule").ShouldBe(["FORBIDDEN"]);
        (await biller.SendAsync("{ feeSchedules { name } }")).Data("feeSchedules").GetArrayLength().ShouldBe(1);
    }

    [Fact, Requirement("ACC-19")]
    public async Task A_visitor_asks_whether_a_procedure_needs_authorization()
    {
        const string ask = "query($c: String!, $pos: String, $lob: Lob!) { procedureCode(code: $c, market: OH, lob: $lob, pos: $pos) { notice rule { authRule limit policyUrl from } } }";
        var visitor = _portal.Anonymous();
        var answer = await visitor.SendAsync(ask, new { c = "97110", lob = "MEDICAID" });
        answer.Data("procedureCode", "rule", "authRule").GetString().ShouldBe("AUTH_REQUIRED");
        answer.Data("procedureCode", "rule", "policyUrl").GetString()!.ShouldStartWith("https://");
        answer.Data("procedureCode", "notice").GetString()!.ShouldContain("not a promise of payment");
        (await visitor.SendAsync(ask, new { c = "97110", lob = "MEDICAID", pos = "12" })).Data("procedureCode", "rule", "authRule").GetString().ShouldBe("CALL");
        (await visitor.SendAsync(ask, new { c = "s9970", lob = "MEDICAID" })).Data("procedureCode", "rule", "authRule").GetString().ShouldBe("NOT_COVERED");
        var unknown = await visitor.SendAsync(ask, new { c = "97110", lob = "DUAL" });
        unknown.ErrorCodes.ShouldBe(["PROCEDURE_NOT_FOUND"]);
        unknown.Text.ShouldContain("Utilization Management");
    }
}
