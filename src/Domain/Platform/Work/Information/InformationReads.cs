using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Work.Information;

/// <summary>Questions as staff of the queue and the provider asked see them.</summary>
public sealed class InformationReads(PortalDb db, ActorScope scope, WorkQueues queues, IEnumerable<IInformationSubject> subjects, AuditLog audit)
{
    /// <summary>What was asked about an item, oldest first; for those who work its queue.</summary>
    public async Task<IReadOnlyList<InformationRequest>> OfItemAsync(WorkItem item, CancellationToken ct) => [.. (await OfItemsAsync([item.Id], ct))[item.Id]];

    /// <summary>The same about many items, by item.</summary>
    public async Task<ILookup<long, InformationRequest>> OfItemsAsync(IReadOnlyCollection<long> itemIds, CancellationToken ct)
    {
        var keys = queues.Of(scope.Actor).Select(q => q.Key).ToList();
        var requests = await db.Set<InformationRequest>().AsNoTracking().Include(r => r.Files)
            .Where(r => itemIds.Contains(r.WorkItemId) && db.Set<WorkItem>().Any(i => i.Id == r.WorkItemId && keys.Contains(i.Queue))).OrderBy(r => r.Id).ToListAsync(ct);
        Record(requests);
        return requests.ToLookup(r => r.WorkItemId);
    }

    /// <summary>What the actor's accounts are asked, the next due first.</summary>
    /// <param name="subjectNumber">Only about the record with this number.</param>
    /// <param name="open">Only what is still to answer.</param>
    public AuditedQuery<InformationRequest> Mine(string? subjectNumber, bool open)
    {
        var requests = OfProvider().Include(r => r.Files).AsNoTracking();
        if (subjectNumber is not null) requests = requests.Where(r => r.SubjectNumber == subjectNumber);
        if (open) requests = requests.Where(r => r.State == InformationState.Open);
        return new(requests.OrderBy(r => r.DueAt).ThenBy(r => r.Id), Record);
    }

    public async Task<InformationRequest?> FindMineAsync(long id, CancellationToken ct)
    {
        var request = await OfProvider().AsNoTracking().Include(r => r.Files).SingleOrDefaultAsync(r => r.Id == id, ct);
        if (request is not null) Record([request]);
        return request;
    }

    /// <summary>Of the actor's own accounts, about what the actor may submit.</summary>
    internal IQueryable<InformationRequest> OfProvider()
    {
        var types = subjects.Where(s => scope.Actor.MayAnswer(s)).Select(s => s.SubjectType).ToList();
        var accounts = scope.Actor.AccountIds.ToList();
        return db.Set<InformationRequest>().Where(r => types.Contains(r.SubjectType) && r.AccountId != null && accounts.Contains(r.AccountId.Value));
    }

    // PLT-06: a question may speak of a patient.
    private void Record(IReadOnlyList<InformationRequest> requests)
    {
        foreach (var request in requests) audit.Read(nameof(InformationRequest), request.Id, null, "question");
    }
}
