using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Content;

/// <summary>A row of content that is written whole: new, or anew over what it said.</summary>
/// <typeparam name="TSelf">The row.</typeparam>
/// <typeparam name="TDraft">What editors write of it.</typeparam>
public interface IContent<TSelf, in TDraft> : IVersioned where TSelf : IContent<TSelf, TDraft>
{
    static abstract TSelf Of(TDraft draft);
    void Write(TDraft draft);
}

/// <summary>What is said of a kind of content when it is saved.</summary>
/// <param name="Noun">What refusals call it.</param>
/// <param name="Action">The audit's name of a save.</param>
/// <param name="Facts">What the audit keeps of it.</param>
internal sealed record ContentKind<T>(string Noun, string Action, Func<T, object> Facts);

/// <summary>How content editors save a row: of the version that they read, with what it said before and says now in the audit.</summary>
public sealed class ContentWriter(PortalDb db, AuditLog audit, ActorScope scope)
{
    /// <summary>Writes a new row, or the row of that id anew.</summary>
    /// <param name="version">The version that was read; needed to write a row anew.</param>
    /// <param name="faults">What is wrong with the draft, given the row as it is stored; null for a new one.</param>
    internal async Task<Outcome<T>> SaveAsync<T, TDraft>(
        ContentKind<T> kind, long? id, int? version, TDraft draft, Func<T?, Task<List<Refusal>>> faults, CancellationToken ct) where T : class, IContent<T, TDraft>
    {
        if (scope.Actor.Lacks(Permission.StaffContentEdit) is { } lacks) return lacks;
        await using var write = await db.BeginWriteAsync(ct);
        var row = id is null ? null : await db.Set<T>().SingleOrDefaultAsync(r => EF.Property<long>(r, nameof(r.Id)) == id, ct);
        if (id is not null && row is null) return new NotFound(kind.Noun);
        if (row is not null && version != row.Version) return new ConcurrentChange(kind.Noun);
        if (await faults(row) is { Count: > 0 } found) return found;
        var before = row is null ? null : kind.Facts(row);
        if (row is null) db.Add(row = T.Of(draft));
        else row.Write(draft);
        audit.Changed(kind.Action, row, before: before, after: kind.Facts(row));
        await write.CommitAsync(ct);
        return row;
    }

    internal Task<Outcome<T>> SaveAsync<T, TDraft>(
        ContentKind<T> kind, long? id, int? version, TDraft draft, Func<T?, List<Refusal>> faults, CancellationToken ct) where T : class, IContent<T, TDraft> =>
        SaveAsync(kind, id, version, draft, row => Task.FromResult(faults(row)), ct);
}
