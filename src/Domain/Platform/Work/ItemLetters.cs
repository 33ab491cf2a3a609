using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Letters;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Work;

// E: who works a queue reads the letters of its items, on record like every read.
/// <summary>What was written about the records of the actor's items.</summary>
public sealed class ItemLetters(PortalDb db, ActorScope scope, WorkQueues queues, AuditLog audit)
{
    private const int Most = 50;

    /// <summary>The letters about the item's record, newest first; none for those who do not work its queue.</summary>
    public async Task<IReadOnlyList<Letter>> OfAsync(WorkItem item, CancellationToken ct)
    {
        if (!scope.Actor.Has(queues.ByKey(item.Queue).Permission)) return [];
        var letters = await db.Set<Letter>().AsNoTracking().Include(l => l.Template)
            .Where(l => l.SubjectType == item.SubjectType && l.SubjectId == item.SubjectId).OrderByDescending(l => l.Id).Take(Most).ToListAsync(ct);
        foreach (var letter in letters) audit.Read(nameof(Letter), letter.Id, letter.MemberId, "summary");
        return letters;
    }

    /// <summary>Whether the actor works a queue that has, or had, an item about the record.</summary>
    internal async Task<bool> WorksOnAsync(string subjectType, long subjectId, CancellationToken ct)
    {
        var keys = queues.Of(scope.Actor).Select(q => q.Key).ToList();
        return scope.Actor.IsStaff && keys.Count > 0
            && await db.Set<WorkItem>().AnyAsync(i => i.SubjectType == subjectType && i.SubjectId == subjectId && keys.Contains(i.Queue), ct);
    }
}
