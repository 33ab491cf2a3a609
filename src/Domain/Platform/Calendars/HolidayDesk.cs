using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Policies;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Calendars;

/// <summary>The market has that day already.</summary>
/// <param name="Name">What it is called there.</param>
public sealed record HolidayExists(string Name) : Refusal($"The market has this day already: {Name}.");

/// <summary>PLT-10: people add days on which a market does no business, and take out those on which it does.</summary>
public sealed class HolidayDesk(PortalDb db, ActorScope scope, AuditLog audit, HolidayCalendar calendar)
{
    public const int NameLength = 80;

    /// <summary>Years that a calendar may hold: outside of them nothing counts business days.</summary>
    public static readonly (int First, int Last) Years = (2000, 2099);

    public async Task<Outcome<Holiday>> AddAsync(Market market, DateOnly date, string name, CancellationToken ct)
    {
        if (scope.Actor.Lacks(Permission.StaffPolicyEdit) is { } lacks) return lacks;
        name = name.Trim();
        if (name.Length == 0) return new RequiredFieldMissing("Name") { Path = ["name"] };
        if (name.Length > NameLength) return new InvalidFormat("Name", $"at most {NameLength} characters", "Nevada Day") { Path = ["name"] };
        if (date.Year < Years.First || date.Year > Years.Last)
            return new InvalidFormat("Date", $"in the years {Years.First} to {Years.Last}", "2026-10-30") { Path = ["date"] };
        await using var write = await BeginAsync(ct);
        if (await db.Set<Holiday>().AsNoTracking().FirstOrDefaultAsync(h => h.Market == market && h.Date == date, ct) is { } there)
            return new HolidayExists(there.Name) { Path = ["date"] };
        var holiday = new Holiday { Market = market, Date = date, Name = name };
        db.Add(holiday);
        audit.Changed("holiday.added", holiday, after: new { market, date, name });
        return await CommitAsync(write, holiday, ct);
    }

    public async Task<Outcome<Holiday>> RemoveAsync(long id, CancellationToken ct)
    {
        if (scope.Actor.Lacks(Permission.StaffPolicyEdit) is { } lacks) return lacks;
        await using var write = await BeginAsync(ct);
        if (await db.Set<Holiday>().SingleOrDefaultAsync(h => h.Id == id, ct) is not { } holiday) return new NotFound("holiday");
        db.Remove(holiday);
        audit.Changed("holiday.removed", holiday, before: new { holiday.Market, holiday.Date, holiday.Name });
        return await CommitAsync(write, holiday, ct);
    }

    private async Task<WriteScope> BeginAsync(CancellationToken ct)
    {
        var write = await db.BeginWriteAsync(ct);
        await db.LockAsync(RuleRevision.Name, ct);
        return write;
    }

    private async Task<Outcome<Holiday>> CommitAsync(WriteScope write, Holiday holiday, CancellationToken ct)
    {
        await write.CommitAsync(ct);
        calendar.Forget();
        return holiday;
    }
}

/// <summary>The calendars for those who edit them and for supervisors.</summary>
public sealed class HolidayReads(PortalDb db, ActorScope scope)
{
    /// <summary>A market's days of a year in order; empty for others than readers.</summary>
    public async Task<IReadOnlyList<Holiday>> OfAsync(Market market, int year, CancellationToken ct)
    {
        if (!PolicyReads.Readers.Any(scope.Actor.Has)) return [];
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        return await db.Set<Holiday>().AsNoTracking().Where(h => h.Market == market && h.Date >= first && h.Date <= last).OrderBy(h => h.Date).ToListAsync(ct);
    }
}
