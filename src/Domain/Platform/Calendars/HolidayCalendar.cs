using System.Collections.Concurrent;
using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.Domain.Platform.Policies;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Calendars;

// PLT-10
/// <summary>A day on which a market does no business.</summary>
public sealed class Holiday : IEntity, IRuleRow
{
    public long Id { get; private set; }

    /// <summary>The market.</summary>
    public required Market Market { get; init; }

    /// <summary>The calendar date.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>What it is called.</summary>
    public required string Name { get; init; }
}

internal sealed class HolidayMapping : IEntityTypeConfiguration<Holiday>
{
    public void Configure(EntityTypeBuilder<Holiday> row)
    {
        row.Property(h => h.Name).HasMaxLength(80);
        row.HasIndex(h => new { h.Market, h.Date }).IsUnique();
    }
}

/// <summary>
/// The holidays of each market, kept in memory; a change of another process is seen after <see cref="RuleRevision.Bound"/> at the latest.
/// </summary>
public sealed class HolidayCalendar(IServiceScopeFactory scopes, RuleRevision revision)
{
    private readonly ConcurrentDictionary<Market, (long Revision, FrozenSet<DateOnly> Days)> _markets = new();

    public async ValueTask<FrozenSet<DateOnly>> OfAsync(Market market, CancellationToken ct)
    {
        var now = await revision.CurrentAsync(ct);
        if (_markets.TryGetValue(market, out var known) && known.Revision == now) return known.Days;
        await using var scope = scopes.CreateAsyncScope();
        var dates = await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<Holiday>()
            .Where(h => h.Market == market).Select(h => h.Date).ToListAsync(ct);
        var days = dates.ToFrozenSet();
        _markets[market] = (now, days);
        return days;
    }

    public async ValueTask<DateOnly> AddBusinessDaysAsync(DateOnly date, int n, Market market, CancellationToken ct) =>
        BusinessDays.Add(date, n, await OfAsync(market, ct));

    public void Forget()
    {
        _markets.Clear();
        revision.Forget();
    }
}

/// <summary>Federal holidays 2020 to 2035 for each market. A market that has rows keeps them as people left them.</summary>
internal static class HolidaySeed
{
    public static async Task AddMissingAsync(PortalDb db, CancellationToken ct)
    {
        await db.LockAsync(RuleRevision.Name, ct);
        var known = await db.Set<Holiday>().Select(h => h.Market).Distinct().ToListAsync(ct);
        foreach (var market in Enum.GetValues<Market>().Except(known))
            db.AddRange(Enumerable.Range(2020, 17).SelectMany(FederalHolidays.Of).Where(h => h.Observed.Year is >= 2020 and <= 2035)
                .Select(h => new Holiday { Market = market, Date = h.Observed, Name = h.Name }));
    }
}
