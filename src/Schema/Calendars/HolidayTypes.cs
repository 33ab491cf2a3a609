using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Calendars;
using Portal.Graph.Schema.Platform;
using Portal.GraphQL.Building;

namespace Portal.Graph.Schema.Calendars;

[ObjectType<Holiday>(Fields = [nameof(Holiday.Market), nameof(Holiday.Date), nameof(Holiday.Name)])]
public static class HolidayType
{
    [ID<Holiday>]
    public static long GetId([Parent] Holiday holiday) => holiday.Id;
}

[QueryType, RequiresPermission(Permission.StaffPolicyEdit, Permission.StaffSupervise)]
public static class HolidayQueries
{
    // PLT-10
    /// <summary>The days of a year on which a market does no business, in order.</summary>
    /// <param name="market">The market.</param>
    /// <param name="year">The calendar year.</param>
    public static Task<IReadOnlyList<Holiday>> GetHolidaysAsync(Market market, int year, HolidayReads reads, CancellationToken ct) => reads.OfAsync(market, year, ct);
}

[MutationType, ClosedForMaintenance, RequiresPermission(Permission.StaffPolicyEdit)]
public static class HolidayMutations
{
    // PLT-10
    /// <summary>Adds a day on which the market does no business.</summary>
    /// <param name="market">The market.</param>
    /// <param name="date">The calendar date.</param>
    /// <param name="name">What it is called, at most 80 characters.</param>
    [Error<HolidayExists>]
    public static Task<Outcome<Holiday>> AddHolidayAsync(Market market, DateOnly date, string name, HolidayDesk desk, CancellationToken ct) =>
        desk.AddAsync(market, date, name, ct);

    /// <summary>Takes a day out of the market's calendar: business is done on it.</summary>
    public static Task<Outcome<Holiday>> RemoveHolidayAsync([ID<Holiday>] long id, HolidayDesk desk, CancellationToken ct) => desk.RemoveAsync(id, ct);
}
