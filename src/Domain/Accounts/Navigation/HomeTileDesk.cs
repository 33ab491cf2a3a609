using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Content;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Navigation;

/// <summary>ACC-09: content editors write the tiles of the home page.</summary>
public sealed class HomeTileDesk(PortalDb db, ContentWriter writer)
{
    private static readonly ContentKind<HomeTile> Kind = new("tile", "homeTile.saved", t => new { t.Key, t.Market, t.Label, t.PageKey, t.AnyOf, t.Position, t.State });

    /// <summary>Writes a new tile, or a tile anew; its key and market stay what they were.</summary>
    /// <param name="version">The version that was read; needed to write a tile anew.</param>
    public Task<Outcome<HomeTile>> SaveAsync(long? id, int? version, HomeTileDraft draft, CancellationToken ct) => writer.SaveAsync(Kind, id, version, draft, async row =>
    {
        var faults = HomeTilePolicy.Faults(row is null ? draft : draft with { Key = row.Key, Market = row.Market });
        var key = draft.Key.Trim();
        if (row is null && await db.Set<HomeTile>().AnyAsync(t => t.Key == key && t.Market == draft.Market, ct)) faults.Add(new ContentKeyTaken(key) { Path = ["key"] });
        return faults;
    }, ct);
}

/// <summary>ACC-09: the tiles of the home page. Nobody's data, so reads are not audited.</summary>
public sealed class HomeTileReads(PortalDb db, ActorScope scope)
{
    /// <summary>What the home page shows to the actor.</summary>
    public async Task<IReadOnlyList<Tile>> ShownAsync(CancellationToken ct)
    {
        var market = scope.Actor.Market;
        return HomeTilePolicy.Shown(await db.Set<HomeTile>().AsNoTracking().Where(t => t.Market == null || t.Market == market).ToListAsync(ct), market, scope.Actor);
    }

    /// <summary>Every tile for those who edit them, in the order of the home page; empty for others.</summary>
    public async Task<IReadOnlyList<HomeTile>> AllAsync(Market? market, CancellationToken ct)
    {
        if (!MayEdit) return [];
        var tiles = await db.Set<HomeTile>().AsNoTracking().Where(t => market == null || t.Market == null || t.Market == market).ToListAsync(ct);
        return [.. tiles.OrderBy(t => t.Position).ThenBy(t => t.Key, StringComparer.Ordinal).ThenBy(t => t.Market)];
    }

    public async Task<HomeTile?> EditedAsync(long id, CancellationToken ct) => MayEdit ? await db.Set<HomeTile>().AsNoTracking().SingleOrDefaultAsync(t => t.Id == id, ct) : null;

    private bool MayEdit => scope.Actor.Has(Permission.StaffContentEdit);
}
