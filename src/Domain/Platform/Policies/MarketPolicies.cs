using System.Collections.Frozen;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Policies;

/// <summary>
/// The market rules of section 0.3 and F by their catalogue key, such as <c>claims.maxNumbers</c>, as in force on a day. Kept in memory; a change
/// approved in another process is seen after <see cref="RuleRevision.Bound"/> at the latest, one of this process at once. What counts days to
/// a last day asks <see cref="Deadlines"/>.
/// </summary>
public sealed class MarketPolicies(IServiceScopeFactory scopes, RuleRevision revision)
{
    private volatile Loaded? _loaded;

    public async ValueTask<PolicyValue<int>> IntAsync(string key, PolicyScope scope, DateOnly on, CancellationToken ct) =>
        Read(await RowAsync(key, scope, on, ct, PolicyKind.Number), text => int.Parse(text, CultureInfo.InvariantCulture));

    public async ValueTask<PolicyValue<long>> LongAsync(string key, PolicyScope scope, DateOnly on, CancellationToken ct) =>
        Read(await RowAsync(key, scope, on, ct, PolicyKind.Number), text => long.Parse(text, CultureInfo.InvariantCulture));

    public async ValueTask<PolicyValue<decimal>> AmountAsync(string key, PolicyScope scope, DateOnly on, CancellationToken ct) =>
        Read(await RowAsync(key, scope, on, ct, PolicyKind.Amount), text => decimal.Parse(text, CultureInfo.InvariantCulture));

    public async ValueTask<PolicyValue<bool>> BoolAsync(string key, PolicyScope scope, DateOnly on, CancellationToken ct) =>
        Read(await RowAsync(key, scope, on, ct, PolicyKind.Boolean), bool.Parse);

    public async ValueTask<PolicyValue<string>> TextAsync(string key, PolicyScope scope, DateOnly on, CancellationToken ct) =>
        Read(await RowAsync(key, scope, on, ct, PolicyKind.Choice), text => text);

    public async ValueTask<PolicyValue<IReadOnlyList<string>>> ListAsync(string key, PolicyScope scope, DateOnly on, CancellationToken ct) =>
        Read<IReadOnlyList<string>>(await RowAsync(key, scope, on, ct, PolicyKind.List),
            text => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    internal async ValueTask<PolicyValue<DeadlineAnchor>> AnchorAsync(string key, PolicyScope scope, DateOnly on, CancellationToken ct) =>
        Read(await RowAsync(key, scope, on, ct, PolicyKind.Anchor), text =>
            DeadlineAnchors.TryParse(text, out var anchor) ? anchor : throw new InvalidOperationException($"{key}: {text} is no anchor."));

    internal async ValueTask<PolicyValue<DeadlineRule>> DeadlineAsync(string key, PolicyScope scope, DateOnly on, CancellationToken ct)
    {
        var known = PolicyCatalogue.ByName(key);
        if (!known.IsDeadline) throw new InvalidOperationException($"{key} counts no days from an event.");
        return Read(await RowAsync(key, scope, on, ct, known.Kind), text =>
            DeadlineRule.TryParse(text, known.DeadlineUnit, out var rule) ? rule : throw new InvalidOperationException($"{key}: {text} is no deadline."));
    }

    public void Forget()
    {
        _loaded = null;
        revision.Forget();
    }

    private static PolicyValue<T> Read<T>(PolicySetting row, Func<string, T> read) => new(read(row.Value), row);

    private async ValueTask<PolicySetting> RowAsync(string key, PolicyScope scope, DateOnly on, CancellationToken ct, PolicyKind kind)
    {
        // A key asked for as another kind would work until somebody enters a value of its own kind.
        if (PolicyCatalogue.ByName(key).Kind is var its && its != kind)
            throw new InvalidOperationException($"{key} is a {its}, asked for as a {kind}.");
        var now = await revision.CurrentAsync(ct);
        var loaded = _loaded;
        if (loaded is null || loaded.Revision != now) _loaded = loaded = await LoadAsync(now, ct);
        return loaded.Rows.TryGetValue(key, out var ofKey) && PolicyResolver.Resolve(ofKey, scope, on) is { } row
            ? row
            : throw new InvalidOperationException($"No policy row for {key} in {scope} on {on:yyyy-MM-dd}.");
    }

    // The revision was read before the rows: they are at least as new.
    private async Task<Loaded> LoadAsync(long now, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var rows = await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<PolicySetting>().AsNoTracking()
            .Where(p => p.State == PolicyState.Approved).ToListAsync(ct);
        return new(now, rows.GroupBy(r => r.Key).ToFrozenDictionary(g => g.Key, g => g.ToArray()));
    }

    private sealed record Loaded(long Revision, FrozenDictionary<string, PolicySetting[]> Rows);
}
