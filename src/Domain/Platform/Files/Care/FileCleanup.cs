using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Files.Stores;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Files.Care;

/// <summary>What a cleaning deleted.</summary>
/// <param name="Uploads">Uploads that nobody completed in time.</param>
/// <param name="Drafts">Bytes of uploads that no row knows any more.</param>
/// <param name="Files">Files that nothing took in time.</param>
/// <param name="Contents">Contents that no file has any more.</param>
public sealed record CleanupReport(int Uploads, int Drafts, int Files, int Contents);

/// <summary>
/// ATT-18: ends expired uploads, deletes files that no submission took in time, and contents that no file has any more. Safe to repeat and
/// to run beside itself; a step of the nightly job (PLT-20).
/// </summary>
public sealed class FileCleanup(PortalDb db, AuditLog audit, TimeProvider clock, FileRuleBook rules, FileFolders folders, IFileStore store)
{
    private const int AtOnce = 200;
    private static readonly TimeSpan OrphanLife = TimeSpan.FromDays(1);

    public async Task<CleanupReport> RunAsync(CancellationToken ct) =>
        new(await EndUploadsAsync(ct), await DeleteOrphanDraftsAsync(ct), await DeleteUnclaimedAsync(ct), await DeleteUnusedContentsAsync(ct));

    private async Task<int> EndUploadsAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var write = await db.BeginWriteAsync(ct);
        var expired = await db.Set<FileUpload>().Where(u => u.ExpiresAt <= now).Select(u => new { u.Id, u.Token }).ToListAsync(ct);
        var ids = expired.Select(u => u.Id).ToList();
        await db.Set<FileUpload>().Where(u => ids.Contains(u.Id)).ExecuteDeleteAsync(ct);
        await write.CommitAsync(ct);
        foreach (var upload in expired) File.Delete(folders.DraftOf(upload.Token));
        return expired.Count;
    }

    // A draft is there shortly before its row, and a whole file in one stream never has one: only what nobody has written to for a day goes.
    private async Task<int> DeleteOrphanDraftsAsync(CancellationToken ct)
    {
        if (!Directory.Exists(folders.Uploads)) return 0;
        var before = clock.GetUtcNow() - OrphanLife;
        var known = (await db.Set<FileUpload>().Select(u => u.Token).ToListAsync(ct)).Select(folders.DraftOf).ToHashSet(StringComparer.Ordinal);
        var orphans = Directory.EnumerateFiles(folders.Uploads).Where(f => !known.Contains(f) && File.GetLastWriteTimeUtc(f) <= before.UtcDateTime).ToList();
        foreach (var orphan in orphans) File.Delete(orphan);
        return orphans.Count;
    }

    // Each by the rule of the market in which it came.
    private async Task<int> DeleteUnclaimedAsync(CancellationToken ct)
    {
        var deleted = 0;
        foreach (var market in Enum.GetValues<Market>().Select(m => (Market?)m).Append(null))
            deleted += await DeleteUnclaimedAsync(market, clock.GetUtcNow() - (await rules.ForAsync(market, ct)).UnclaimedLife, ct);
        return deleted;
    }

    private async Task<int> DeleteUnclaimedAsync(Market? market, DateTimeOffset before, CancellationToken ct)
    {
        var deleted = 0;
        while (true)
        {
            await using var write = await db.BeginWriteAsync(ct);
            var files = await db.Set<StoredFile>().Include(f => f.Content).Where(f => f.SubjectKind == null && f.Market == market && f.CreatedAt <= before)
                .OrderBy(f => f.Id).Take(AtOnce).ToListAsync(ct);
            if (files.Count == 0) return deleted;
            var ids = files.Select(f => (long?)f.Id).ToList();
            await db.Set<FileUpload>().Where(u => ids.Contains(u.FileId)).ExecuteDeleteAsync(ct);
            foreach (var file in files) audit.Changed("file.deleted", file, before: new { file.Sha256, file.SizeBytes });
            db.RemoveRange(files);
            await write.CommitAsync(ct);
            deleted += files.Count;
        }
    }

    // The row first, then the bytes: what a crash leaves between is found by the consistency check. An infected content's row stays, so that
    // the same bytes are refused when they come again.
    private async Task<int> DeleteUnusedContentsAsync(CancellationToken ct)
    {
        var unused = await db.Set<StoredContent>().AsNoTracking()
            .Where(c => c.ScanState != ScanState.Infected && !db.Set<StoredFile>().Any(f => f.ContentId == c.Id)).Select(c => new { c.Id, c.Sha256, c.StoreName }).ToListAsync(ct);
        var deleted = 0;
        foreach (var content in unused)
        {
            await using (var write = await db.BeginWriteAsync(ct))
            {
                // Somebody may be sending the same content just now.
                await db.LockAsync($"content:{content.Sha256}", ct);
                var gone = await db.Set<StoredContent>().Where(c => c.Id == content.Id && !db.Set<StoredFile>().Any(f => f.ContentId == c.Id)).ExecuteDeleteAsync(ct);
                await write.CommitAsync(ct);
                if (gone == 0) continue;
            }
            await store.DeleteAsync(content.StoreName, ct);
            deleted++;
        }
        return deleted;
    }
}
