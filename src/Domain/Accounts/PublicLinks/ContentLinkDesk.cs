using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.PublicLinks;

/// <summary>ACC-20: content editors write the links of the public pages.</summary>
public sealed class ContentLinkDesk(PortalDb db, AuditLog audit, ActorScope scope)
{
    /// <summary>Writes a new row, or a row anew; its key and market stay what they were.</summary>
    /// <param name="version">The version that was read; needed to write a row anew.</param>
    public async Task<Outcome<ContentLink>> SaveAsync(long? id, int? version, ContentLinkDraft draft, CancellationToken ct)
    {
        if (scope.Actor.Lacks(Permission.StaffContentEdit) is { } lacks) return lacks;
        await using var write = await db.BeginWriteAsync(ct);
        await db.LockAsync("content.links", ct);
        var row = id is null ? null : await db.Set<ContentLink>().SingleOrDefaultAsync(l => l.Id == id, ct);
        if (id is not null && row is null) return new NotFound("link");
        if (row is not null && version != row.Version) return new ConcurrentChange("link");
        if (row is not null) draft = draft with { Key = row.Key, Market = row.Market };
        if (ContentLinkPolicy.Faults(draft) is { Count: > 0 } faults) return faults;
        var key = draft.Key.Trim();
        if (row is null && await db.Set<ContentLink>().AnyAsync(l => l.Key == key && l.Market == draft.Market, ct)) return new ContentKeyTaken(key) { Path = ["key"] };
        var before = row is null ? null : Facts(row);
        if (row is null) db.Add(row = ContentLink.Of(draft));
        else row.Write(draft);
        audit.Changed("content.link.saved", row, before: before, after: Facts(row));
        await write.CommitAsync(ct);
        return row;
    }

    private static object Facts(ContentLink row) =>
        new { row.Key, row.Market, row.Group, row.Label, row.Body, row.Url, row.PageKey, row.Position, row.From, row.To, row.State };
}
