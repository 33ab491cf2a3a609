using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Content;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Resources;

/// <summary>ACC-17: content editors write the library.</summary>
public sealed class ResourceDesk(ContentWriter writer)
{
    private static readonly ContentKind<Resource> Kind = new("resource", "resource.saved",
        item => new { item.Title, item.Section, item.Kind, item.Url, item.Markets, item.Position, item.Status });

    /// <summary>Writes a new item, or an item anew.</summary>
    /// <param name="version">The version that was read; needed to write an item anew.</param>
    public Task<Outcome<Resource>> SaveAsync(long? id, int? version, ResourceDraft draft, CancellationToken ct) =>
        writer.SaveAsync(Kind, id, version, draft, _ => ResourcePolicy.Faults(draft), ct);
}

/// <summary>ACC-17: the library for everybody who is signed in. Nobody's data, so reads are not audited.</summary>
public sealed class ResourceReads(PortalDb db, ActorScope scope)
{
    /// <summary>What the session's market shows, section by section.</summary>
    /// <param name="section">Only this section; case does not matter.</param>
    public async Task<IReadOnlyList<Resource>> ShownAsync(string? section, CancellationToken ct)
    {
        var items = await db.Set<Resource>().AsNoTracking().Where(r => r.Status != ResourceStatus.Hidden).ToListAsync(ct);
        return ResourcePolicy.InOrder(items.Where(r => r.IsShownIn(scope.Actor.Market)
            && (section is null || r.Section.Equals(section.Trim(), StringComparison.OrdinalIgnoreCase))));
    }

    public async Task<Outcome<string>> AddressAsync(long id, CancellationToken ct) => ResourcePolicy.Address(await FindAsync(id, ct), scope.Actor.Market);

    /// <summary>An item that the actor may know of; null for others.</summary>
    public async Task<Resource?> ShownAsync(long id, CancellationToken ct) =>
        scope.Actor.IsSignedIn && await FindAsync(id, ct) is { } item && (item.IsShownIn(scope.Actor.Market) || scope.Actor.Has(Permission.StaffContentEdit)) ? item : null;

    /// <summary>Every item for those who edit them; empty for others.</summary>
    public async Task<IReadOnlyList<Resource>> AllAsync(ResourceStatus? status, Market? market, CancellationToken ct)
    {
        if (!scope.Actor.Has(Permission.StaffContentEdit)) return [];
        var items = await db.Set<Resource>().AsNoTracking().Where(r => status == null || r.Status == status).ToListAsync(ct);
        return ResourcePolicy.InOrder(items.Where(r => r.IsFor(market)));
    }

    private Task<Resource?> FindAsync(long id, CancellationToken ct) => db.Set<Resource>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct);
}
