using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Files.Stores;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Files;

/// <summary>A file that may be read now, from any position.</summary>
public sealed record OpenedFile(StoredFile File, Stream Bytes) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Bytes.DisposeAsync();
}

/// <summary>Files as their subject lets them be read; without a subject they are their uploader's.</summary>
public sealed class FileReads(PortalDb db, ActorScope scope, AuditLog audit, TimeProvider clock, SealedContents contents, IEnumerable<IFileSubject> subjects)
{
    /// <summary>What is known of the file; its bytes are not read.</summary>
    public async Task<Outcome<StoredFile>> FindAsync(long id, CancellationToken ct) => (await GrantedAsync(id, ct)).Map(found => found.File);

    /// <summary>Opens a clean file and notes the read (PLT-06); the caller flushes the audit log before the first byte leaves.</summary>
    public async Task<Outcome<OpenedFile>> OpenAsync(long id, CancellationToken ct)
    {
        var found = await GrantedAsync(id, ct);
        if (!found.Succeeded) return Outcome<OpenedFile>.Refused(found.Refusals);
        var (file, grant) = found.Value;
        if (Refuse(file, grant) is { } refusal) return refusal;
        if (await contents.OpenAsync(file.Content, ct) is not { } bytes) throw new FileNotFoundException($"The store has lost content {file.ContentId}.");
        audit.Read(nameof(StoredFile), file.Id, grant.MemberId, "content");
        return new OpenedFile(file, bytes);
    }

    private Refusal? Refuse(StoredFile file, FileGrant grant) => file.ScanState switch
    {
        ScanState.Infected => new FileInfected(file.Name),
        ScanState.Pending => new DocumentNotYetAvailable(grant.AvailableAt),
        ScanState.Clean => grant.AvailableAt is { } at && clock.GetUtcNow() < at && !scope.Actor.IsStaff ? new DocumentNotYetAvailable(at) : null,
    };

    private async Task<Outcome<(StoredFile File, FileGrant Grant)>> GrantedAsync(long id, CancellationToken ct)
    {
        if (!scope.Actor.IsSignedIn) return new NotSignedIn();
        var file = await db.Set<StoredFile>().AsNoTracking().Include(f => f.Content).SingleOrDefaultAsync(f => f.Id == id, ct);
        var grant = file is null ? null
            : file.SubjectKind is not { } kind ? file.UploaderId == scope.Actor.UserId ? new FileGrant(null) : null
            // A kind that nobody answers for is closed.
            : subjects.FirstOrDefault(s => s.Kind == kind) is { } subject ? await subject.GrantAsync(file, ct) : null;
        return grant is null ? new NotFound("file") : (file!, grant);
    }
}
