using System.Collections.Concurrent;
using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Calendars;

/// <summary>A day on which a market does no business (PLT-10).</summary>
public sealed class Holiday : IEntity
{
    public long Id { get; private set; }
    public required Market Market { get; init; }
    public required DateOnly Date { get; init; }
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

/// <summary>The holidays of each market, kept in memory; <see cref="Forget"/> after a change of the table.</summary>
public sealed class HolidayCalendar(IServiceScopeFactory scopes)
{
    private readonly ConcurrentDictionary<Market, FrozenSet<DateOnly>> _markets = new();

    public async ValueTask<FrozenSet<DateOnly>> OfAsync(Market market, CancellationToken ct)
    {
        if (_markets.TryGetValue(market, out var known)) return known;
        await using var scope = scopes.CreateAsyncScope();
        var dates = await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<Holiday>()
            .Where(h => h.Market == market).Select(h => h.Date).ToListAsync(ct);
        return _markets[market] = dates.ToFrozenSet();
    }

    public async ValueTask<DateOnly> AddBusinessDaysAsync(DateOnly date, int n, Market market, CancellationToken ct) =>
        BusinessDays.Add(date, n, await OfAsync(market, ct));

    public void Forget() => _markets.Clear();
}

/// <summary>Federal holidays 2020 to 2035 for each market. A market that has rows keeps them as people left them.</summary>
internal static class HolidaySeed
{
    public static async Task AddMissingAsync(PortalDb db, CancellationToken ct)
    {
        var known = await db.Set<Holiday>().Select(h => h.Market).Distinct().ToListAsync(ct);
        foreach (var market in Enum.GetValues<Market>().Except(known))
            db.AddRange(Enumerable.Range(2020, 17).SelectMany(FederalHolidays.Of).Where(h => h.Observed.Year is >= 2020 and <= 2035)
                .Select(h => new Holiday { Market = market, Date = h.Observed, Name = h.Name }));
    }
}
