using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Schema.Tests.Work;

namespace Portal.Graph.Schema.Tests.Calendars;

public sealed class HolidayApiTests(DemoPortal demo) : IClassFixture<DemoPortal>
{
    private const string Days = "{ holidays(market: NV, year: 2026) { id date name market } }";
    private readonly TestPortal _portal = demo.Portal;

    [Fact, Requirement("PLT-10")]
    public async Task A_market_adds_its_own_day_and_takes_a_federal_one_out()
    {
        var ada = await _portal.SignInStaffAsync(StaffRole.PolicyAdmin);
        (await ada.SendAsync(Days)).Data("holidays").GetArrayLength().ShouldBe(11);
        const string add = "mutation { addHoliday(input: { market: NV, date: \"2026-10-30\", name: \"Nevada Day\" }) { holiday { id name } errors { ... on Error { code path } ... on HolidayExistsError { name } } } }";
        (await ada.SendAsync(add)).Data("addHoliday", "holiday", "name").GetString().ShouldBe("Nevada Day");
        var twice = await ada.SendAsync(add);
        twice.PayloadCodes("addHoliday").ShouldBe(["HOLIDAY_EXISTS"]);
        twice.Data("addHoliday", "errors", 0, "name").GetString().ShouldBe("Nevada Day");

        var columbus = (await ada.SendAsync(Days)).Data("holidays").EnumerateArray().Single(d => d.GetProperty("date").GetString() == "2026-10-12").GetProperty("id").GetString();
        const string remove = "mutation($id: ID!) { removeHoliday(input: { id: $id }) { holiday { name } errors { ... on Error { code } } } }";
        (await ada.SendAsync(remove, new { id = columbus })).PayloadCodes("removeHoliday").ShouldBeEmpty();
        (await ada.SendAsync(remove, new { id = columbus })).PayloadCodes("removeHoliday").ShouldBe(["NOT_FOUND"]);
        (await ada.SendAsync(Days)).Data("holidays").EnumerateArray().Select(d => d.GetProperty("date").GetString()).ShouldNotContain("2026-10-12");
        (await ada.SendAsync(Days.Replace("NV", "OH"))).Data("holidays").GetArrayLength().ShouldBe(11);

        var supervisor = await _portal.SignInStaffAsync(StaffRole.Supervisor);
        (await supervisor.SendAsync(add)).PayloadCodes("addHoliday").ShouldBe(["FORBIDDEN"]);
    }
}
