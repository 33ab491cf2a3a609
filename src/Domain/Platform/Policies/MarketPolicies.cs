using System.Collections.Frozen;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Policies;

/// <summary>
/// The market rules of section 0.3 and F by their catalogue key, such as <c>claims.timelyFilingDays</c>, as in force on a day.
/// Kept in memory for the process; <see cref="Forget"/> after a change of the table.
/// </summary>
public sealed class MarketPolicies(IServiceScopeFactory scopes)
{
    private volatile FrozenDictionary<string, PolicySetting[]>? _rows;

    public async ValueTask<PolicyValue<int>> IntAsync(string key, PolicyScope scope, DateOnly on, CancellationToken ct) =>
        Read(await RowAsync(key, scope, on, ct), text => int.Parse(text, CultureInfo.InvariantCulture));

    public async ValueTask<PolicyValue<long>> LongAsync(string key, PolicyScope scope, DateOnly on, CancellationToken ct) =>
        Read(await RowAsync(key, scope, on, ct), text => long.Parse(text, CultureInfo.InvariantCulture));

    public async ValueTask<PolicyValue<bool>> BoolAsync(string key, PolicyScope scope, DateOnly on, CancellationToken ct) =>
        Read(await RowAsync(key, scope, on, ct), bool.Parse);

    public async ValueTask<PolicyValue<string>> TextAsync(string key, PolicyScope scope, DateOnly on, CancellationToken ct) =>
        Read(await RowAsync(key, scope, on, ct), text => text);

    public async ValueTask<PolicyValue<IReadOnlyList<string>>> ListAsync(string key, PolicyScope scope, DateOnly on, CancellationToken ct) =>
        Read<IReadOnlyList<string>>(await RowAsync(key, scope, on, ct),
            text => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    public void Forget() => _rows = null;

    private static PolicyValue<T> Read<T>(PolicySetting row, Func<string, T> read) => new(read(row.Value), row.Id, row.Source);

    private async ValueTask<PolicySetting> RowAsync(string key, PolicyScope scope, DateOnly on, CancellationToken ct)
    {
        var rows = _rows ??= await LoadAsync(ct);
        return rows.TryGetValue(key, out var ofKey) && PolicyResolver.Resolve(ofKey, scope, on) is { } row
            ? row
            : throw new InvalidOperationException($"No policy row for {key} in {scope} on {on:yyyy-MM-dd}.");
    }

    private async Task<FrozenDictionary<string, PolicySetting[]>> LoadAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var rows = await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<PolicySetting>().AsNoTracking().ToListAsync(ct);
        return rows.GroupBy(r => r.Key).ToFrozenDictionary(g => g.Key, g => g.ToArray());
    }
}
