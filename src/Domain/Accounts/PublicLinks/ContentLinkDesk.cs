using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Content;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.PublicLinks;

/// <summary>ACC-20: content editors write the links of the public pages.</summary>
public sealed class ContentLinkDesk(PortalDb db, ContentWriter writer)
{
    private static readonly ContentKind<ContentLink> Kind = new("link", "content.link.saved",
        row => new { row.Key, row.Market, row.Group, row.Label, row.Body, row.Url, row.PageKey, row.Position, row.From, row.To, row.State });

    /// <summary>Writes a new row, or a row anew; its key and market stay what they were.</summary>
    /// <param name="version">The version that was read; needed to write a row anew.</param>
    public Task<Outcome<ContentLink>> SaveAsync(long? id, int? version, ContentLinkDraft draft, CancellationToken ct) => writer.SaveAsync(Kind, id, version, draft, async row =>
    {
        var faults = ContentLinkPolicy.Faults(row is null ? draft : draft with { Key = row.Key, Market = row.Market });
        var key = draft.Key.Trim();
        if (row is null && await db.Set<ContentLink>().AnyAsync(l => l.Key == key && l.Market == draft.Market, ct)) faults.Add(new ContentKeyTaken(key) { Path = ["key"] });
        return faults;
    }, ct);
}
