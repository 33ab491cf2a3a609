using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Files;

/// <summary>Lets a submission take the files that its sender uploaded, inside the submission's own write scope.</summary>
public sealed class FileClaims(PortalDb db, ActorScope scope, AuditLog audit, TimeProvider clock)
{
    /// <summary>Takes the files, all or none; another user's file, one already taken and none look alike.</summary>
    /// <param name="subjectKind">The kind whose <see cref="IFileSubject"/> decides from now on.</param>
    /// <returns>The files in the given order; saved with the write scope.</returns>
    public async Task<Outcome<IReadOnlyList<StoredFile>>> ClaimAsync(IReadOnlyList<long> fileIds, string subjectKind, CancellationToken ct)
    {
        if (db.CurrentWrite is null) throw new InvalidOperationException("Files are taken inside the write scope of what takes them.");
        var userId = scope.Actor.UserId;
        var found = await db.Set<StoredFile>().Include(f => f.Content).Where(f => fileIds.Contains(f.Id) && f.UploaderId == userId).ToDictionaryAsync(f => f.Id, ct);
        var refusals = new List<Refusal>();
        foreach (var (id, index) in fileIds.Select((id, index) => (id, index)))
        {
            var refusal = found.TryGetValue(id, out var file) ? file.Claim(subjectKind, clock.GetUtcNow()) : new NotFound("file");
            if (refusal is not null) refusals.Add(refusal with { Path = ["fileIds", $"{index}"] });
            else audit.Changed("file.claimed", file!, after: new { subjectKind });
        }
        return refusals.Count > 0 ? Outcome<IReadOnlyList<StoredFile>>.Refused(refusals) : Outcome.Of<IReadOnlyList<StoredFile>>([.. fileIds.Select(id => found[id])]);
    }
}
