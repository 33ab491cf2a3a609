using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Files.Stores;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Files.Scanning;

/// <summary>
/// Scans what is PENDING, each content once among all processes: a scan is leased, and one whose process died is due again when the lease
/// ends. While the scanner is away contents stay PENDING and are tried again, later each time.
/// </summary>
public sealed class FileScans(IServiceScopeFactory scopes, IFileScanner scanner, TimeProvider clock, ILogger<FileScans> log)
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    /// <summary>Scans all that is due.</summary>
    /// <returns>How many got their answer.</returns>
    public async Task<int> ScanDueAsync(CancellationToken ct)
    {
        var answered = 0;
        while (await LeaseAsync(ct) is { } id)
            if (await ScanAsync(id, ct)) answered++;
        return answered;
    }

    private async Task<long?> LeaseAsync(CancellationToken ct)
    {
        await using var scope = Scope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var now = clock.GetUtcNow();
        // Looked at without the write lock: mostly there is nothing.
        if (!await db.Set<StoredContent>().AnyAsync(c => c.ScanState == ScanState.Pending && c.NextScanAt <= now, ct)) return null;
        await using var write = await db.BeginWriteAsync(ct);
        await db.LockAsync("file scans", ct);
        var id = await db.Set<StoredContent>().Where(c => c.ScanState == ScanState.Pending && c.NextScanAt <= now)
            .OrderBy(c => c.NextScanAt).ThenBy(c => c.Id).Select(c => (long?)c.Id).FirstOrDefaultAsync(ct);
        if (id is null) return null;
        var until = now + Lease;
        await db.Set<StoredContent>().Where(c => c.Id == id).ExecuteUpdateAsync(
            c => c.SetProperty(x => x.NextScanAt, until).SetProperty(x => x.ScanAttempts, x => x.ScanAttempts + 1), ct);
        await write.CommitAsync(ct);
        return id;
    }

    private async Task<bool> ScanAsync(long id, CancellationToken ct)
    {
        await using var scope = Scope();
        var (db, contents) = (scope.ServiceProvider.GetRequiredService<PortalDb>(), scope.ServiceProvider.GetRequiredService<SealedContents>());
        var content = await db.Set<StoredContent>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct);
        if (content is null) return false;
        try
        {
            await using var bytes = await contents.OpenAsync(content, ct) ?? throw new ScanFailedException($"The store has lost content {id}.");
            var verdict = await scanner.ScanAsync(bytes, ct);
            await RecordAsync(scope.ServiceProvider, id, verdict, ct);
            return true;
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            log.LogError(e, "Content {ContentId} was not scanned (attempt {Attempt}); it stays closed and is tried again.", id, content.ScanAttempts);
            var next = clock.GetUtcNow() + Wait(content.ScanAttempts);
            await using var write = await db.BeginWriteAsync(ct);
            await db.Set<StoredContent>().Where(c => c.Id == id && c.ScanState == ScanState.Pending).ExecuteUpdateAsync(c => c.SetProperty(x => x.NextScanAt, next), ct);
            await write.CommitAsync(ct);
            return false;
        }
    }

    private async Task RecordAsync(IServiceProvider services, long id, ScanVerdict verdict, CancellationToken ct)
    {
        var db = services.GetRequiredService<PortalDb>();
        await using (var write = await db.BeginWriteAsync(ct))
        {
            // Another may have been given the lease after this one's time was over, or the content may be gone.
            if (await db.Set<StoredContent>().SingleOrDefaultAsync(c => c.Id == id && c.ScanState == ScanState.Pending, ct) is not { } content) return;
            content.Scanned(verdict.Threat, clock.GetUtcNow());
            services.GetRequiredService<AuditLog>().Changed("file.scanned", content, after: new { content.ScanState, content.Threat });
            await write.CommitAsync(ct);
        }
        if (verdict.Threat is null) return;
        log.LogWarning("Content {ContentId} is infected ({Threat}); its bytes are deleted.", id, verdict.Threat);
        var name = await db.Set<StoredContent>().Where(c => c.Id == id).Select(c => c.StoreName).SingleAsync(ct);
        await services.GetRequiredService<IFileStore>().DeleteAsync(name, ct);
    }

    private static TimeSpan Wait(int attempts)
    {
        var wait = TimeSpan.FromSeconds(5 * Math.Pow(2, Math.Min(attempts, 10)));
        return wait < LongestWait ? wait : LongestWait;
    }

    private AsyncServiceScope Scope()
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorScope>().Set(Actor.System("file scan"));
        return scope;
    }
}
