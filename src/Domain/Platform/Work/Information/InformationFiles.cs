using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Files;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Work.Information;

/// <summary>Files of an answer are for those who asked and for the account that sent them.</summary>
internal sealed class InformationFiles(PortalDb db, ActorScope scope, WorkQueues queues, IEnumerable<IInformationSubject> subjects) : IFileSubject
{
    public const string SubjectKind = nameof(InformationRequest);

    public string Kind => SubjectKind;

    public async ValueTask<FileGrant?> GrantAsync(StoredFile file, CancellationToken ct)
    {
        var found = await db.Set<InformationRequest>().AsNoTracking().Where(r => r.Files.Any(f => f.FileId == file.Id))
            .Join(db.Set<WorkItem>(), r => r.WorkItemId, i => i.Id, (r, i) => new { r.AccountId, r.SubjectType, i.Queue }).SingleOrDefaultAsync(ct);
        if (found is null) return null;
        var sender = found.AccountId is { } account && scope.Actor.AccountIds.Contains(account)
            && subjects.Any(s => s.SubjectType == found.SubjectType && scope.Actor.MayAnswer(s));
        return sender || (scope.Actor.IsStaff && scope.Actor.Has(queues.ByKey(found.Queue).Permission)) ? new FileGrant(null) : null;
    }
}
