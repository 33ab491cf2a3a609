using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Calendars;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Platform.Calendars;

public class HolidayDeskTests
{
    private static readonly Actor Editor = new() { Kind = ActorKind.Staff, UserId = 1, Name = "Ada", Permissions = [Permission.StaffPolicyEdit] };
    private static readonly DateOnly NevadaDay = new(2025, 10, 31);

    [Fact, Requirement("PLT-10")]
    public async Task A_day_added_to_one_market_is_no_business_day_there_and_one_taken_out_is()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var scope = database.Scope(Editor);
        var (desk, calendar) = (scope.Get<HolidayDesk>(), scope.Get<HolidayCalendar>());
        (await calendar.AddBusinessDaysAsync(new(2025, 10, 30), 1, Market.NV, default)).ShouldBe(NevadaDay);
        var added = (await desk.AddAsync(Market.NV, NevadaDay, " Nevada Day ", default)).Value.ShouldNotBeNull();
        added.Name.ShouldBe("Nevada Day");
        (await calendar.AddBusinessDaysAsync(new(2025, 10, 30), 1, Market.NV, default)).ShouldBe(new(2025, 11, 3));
        (await calendar.AddBusinessDaysAsync(new(2025, 10, 30), 1, Market.OH, default)).ShouldBe(NevadaDay);

        // A federal holiday on which the market works.
        var columbus = (await scope.Get<HolidayReads>().OfAsync(Market.NV, 2025, default)).Single(h => h.Date == new DateOnly(2025, 10, 13));
        (await desk.RemoveAsync(columbus.Id, default)).Refusals.ShouldBeEmpty();
        (await calendar.AddBusinessDaysAsync(new(2025, 10, 10), 1, Market.NV, default)).ShouldBe(new(2025, 10, 13));
        (await calendar.AddBusinessDaysAsync(new(2025, 10, 10), 1, Market.OH, default)).ShouldBe(new(2025, 10, 14));
        (await desk.RemoveAsync(columbus.Id, default)).Refusals.Single().ShouldBeOfType<NotFound>();
        (await scope.Db.Set<AuditEvent>().Where(e => e.Entity == nameof(Holiday)).OrderBy(e => e.Seq).Select(e => e.Action).ToListAsync())
            .ShouldBe(["holiday.added", "holiday.removed"]);
    }

    [Fact, Requirement("PLT-10")]
    public async Task A_day_is_there_once_has_a_name_and_needs_the_permission()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var scope = database.Scope(Editor);
        var desk = scope.Get<HolidayDesk>();
        (await desk.AddAsync(Market.NV, new(2025, 12, 25), "Christmas", default)).Refusals.Single().ShouldBeOfType<HolidayExists>().Name.ShouldBe("Christmas Day");
        (await desk.AddAsync(Market.NV, NevadaDay, " ", default)).Refusals.Single().ShouldBeOfType<RequiredFieldMissing>().Path.ShouldBe(["name"]);
        (await desk.AddAsync(Market.NV, NevadaDay, new('x', 81), default)).Refusals.Single().ShouldBeOfType<InvalidFormat>();
        (await desk.AddAsync(Market.NV, new(1999, 12, 31), "Old", default)).Refusals.Single().ShouldBeOfType<InvalidFormat>().Path.ShouldBe(["date"]);
        (await desk.AddAsync(Market.NV, new(2000, 1, 1), new('x', 80), default)).Refusals.ShouldBeEmpty();
        await using var analyst = database.Scope(Editor with { Permissions = [Permission.StaffClaimsDecide] });
        (await analyst.Get<HolidayDesk>().AddAsync(Market.NV, NevadaDay, "Nevada Day", default)).Refusals.Single().ShouldBeOfType<Forbidden>();
        (await analyst.Get<HolidayDesk>().RemoveAsync(1, default)).Refusals.Single().ShouldBeOfType<Forbidden>();
        (await analyst.Get<HolidayReads>().OfAsync(Market.NV, 2025, default)).ShouldBeEmpty();
    }
}
