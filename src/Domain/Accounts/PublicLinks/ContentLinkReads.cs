using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Content;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.PublicLinks;

/// <summary>The links of one place on the public pages.</summary>
/// <param name="Group">Where they stand.</param>
/// <param name="Links">The links in their order; never empty.</param>
public sealed record PublicLinkGroup(LinkGroup Group, IReadOnlyList<ContentLink> Links);

/// <summary>A notice that stands above every page of a market.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Text">What it says.</param>
/// <param name="Url">Where there is more information; null when there is none.</param>
public sealed record Banner(string Title, string Text, string? Url);

/// <summary>Which links and texts a market's public pages show. Nobody's data, so anyone may read them.</summary>
public sealed class ContentLinkReads(PortalDb db, ActorScope scope, TimeProvider clock)
{
    private static readonly LinkGroup[] Texts = [LinkGroup.Banner, LinkGroup.Note];

    // ACC-20
    public async Task<IReadOnlyList<PublicLinkGroup>> GroupsAsync(Market? market, CancellationToken ct) =>
        [.. (await ShownAsync(market, null, ct)).Where(l => !Texts.Contains(l.Group)).GroupBy(l => l.Group).Select(g => new PublicLinkGroup(g.Key, [.. g]))];

    /// <summary>The market's row of that key, else that for all markets; null when neither is shown.</summary>
    public async Task<ContentLink?> FindAsync(string key, Market? market, CancellationToken ct) => (await ShownAsync(market, key, ct)).SingleOrDefault();

    // COM-05
    /// <summary>The first banner of the market that is in force; null when none is.</summary>
    public async Task<Banner?> BannerAsync(Market? market, CancellationToken ct) =>
        (await ShownAsync(market, null, ct)).FirstOrDefault(l => l.Group is LinkGroup.Banner) is { } row ? new(row.Label, row.Body ?? "", row.Url) : null;

    /// <summary>Every row for those who edit them, by place and key; empty for others.</summary>
    public async Task<IReadOnlyList<ContentLink>> AllAsync(LinkGroup? group, Market? market, CancellationToken ct)
    {
        if (!scope.Actor.Has(Permission.StaffContentEdit)) return [];
        var rows = await db.Set<ContentLink>().AsNoTracking().Where(l => (group == null || l.Group == group) && (market == null || l.Market == market)).ToListAsync(ct);
        return [.. rows.OrderBy(l => l.Group).ThenBy(l => l.Position).ThenBy(l => l.Key, StringComparer.Ordinal).ThenBy(l => l.Market)];
    }

    public async Task<ContentLink?> EditedAsync(long id, CancellationToken ct) =>
        scope.Actor.Has(Permission.StaffContentEdit) ? await db.Set<ContentLink>().AsNoTracking().SingleOrDefaultAsync(l => l.Id == id, ct) : null;

    private async Task<IReadOnlyList<ContentLink>> ShownAsync(Market? market, string? key, CancellationToken ct)
    {
        var rows = await db.Set<ContentLink>().AsNoTracking().Where(l => (key == null || l.Key == key) && (l.Market == null || l.Market == market)).ToListAsync(ct);
        return ContentLinkPolicy.Shown(rows, market, clock.Today(market ?? Market.OH));
    }
}
