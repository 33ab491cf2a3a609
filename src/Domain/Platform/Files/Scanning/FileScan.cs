using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Files.Stores;
using Portal.Graph.Domain.Platform.Outbox.Tasks;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Files.Scanning;

// ATT-17
/// <summary>Scans a content that came from outside. While the scanner is away the content stays PENDING and is tried again, later each time, and never given up.</summary>
public sealed class FileScan(PortalDb db, SealedContents contents, IFileScanner scanner, IFileStore store, AuditLog audit, TimeProvider clock, ILogger<FileScan> log) : IOutboxHandler
{
    public const string Kind = "file.scan";

    /// <summary>The longest wait for a scanner that is away.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    public async Task RunAsync(OutboxTask task, CancellationToken ct)
    {
        // It may be cleaned away since.
        if (await db.Set<StoredContent>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == task.SubjectId, ct) is not { } content) return;
        if (content.ScanState is ScanState.Pending ? await IsCleanAsync(content, ct) : content.ScanState is ScanState.Clean) return;
        // Also when a process died after it knew.
        await store.DeleteAsync(content.StoreName, ct);
    }

    private async Task<bool> IsCleanAsync(StoredContent content, CancellationToken ct)
    {
        await using var bytes = await contents.OpenAsync(content, ct) ?? throw new ScanFailedException($"The store has lost content {content.Id}.");
        var verdict = await scanner.ScanAsync(bytes, ct);
        if (!await RecordAsync(content.Id, verdict, ct)) return true;
        if (verdict.Threat is { } threat) log.LogWarning("Content {ContentId} is infected ({Threat}); its bytes are deleted.", content.Id, threat);
        return verdict.Threat is null;
    }

    // False when another has said it since: it was given the task after this one's lease was over, or the content is gone.
    private async Task<bool> RecordAsync(long id, ScanVerdict verdict, CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        if (await db.Set<StoredContent>().SingleOrDefaultAsync(c => c.Id == id && c.ScanState == ScanState.Pending, ct) is not { } content) return false;
        content.Scanned(verdict.Threat, clock.GetUtcNow());
        audit.Changed("file.scanned", content, after: new { content.ScanState, content.Threat });
        await write.CommitAsync(ct);
        return true;
    }
}
