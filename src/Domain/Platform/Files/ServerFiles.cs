using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform.Files.Sealing;
using Portal.Graph.Domain.Platform.Files.Stores;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Files;

/// <summary>Files that the portal makes itself: sealed and kept as all others, but asked for no leave, no limit and no scan.</summary>
public sealed class ServerFiles(PortalDb db, FileIntake intake, FileKeys keys, FileFolders folders, TimeProvider clock)
{
    /// <summary>Stores the bytes. Nobody has the file until <see cref="TakeAsync"/>; one that nobody takes is cleaned away as an upload is.</summary>
    /// <param name="name">Its extension says what it is, and the bytes must be that.</param>
    public async Task<StoredFile> KeepAsync(string name, byte[] bytes, CancellationToken ct)
    {
        var key = keys.Create();
        var path = folders.DraftOf(UploadToken.New());
        try
        {
            await using var draft = await SealedDraft.OpenAsync(path, key.Key, ct) ?? throw new InvalidOperationException("A new draft is locked.");
            await draft.AppendAsync(new MemoryStream(bytes), bytes.Length, [], ct);
            var stored = await intake.StoreAsync(draft, path, key, new(name, null, bytes.Length), SHA256.HashData(bytes), null, ct, foreign: false);
            return stored.Value ?? throw new InvalidOperationException($"A file of the portal's own was refused: {stored.Refusals[0].Code}.");
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Inside a write scope: makes it part of a record, and open to whom the record's kind gives leave.</summary>
    internal async Task<StoredFile> TakeAsync(StoredFile file, string subjectKind, CancellationToken ct)
    {
        var kept = await db.Set<StoredFile>().Include(f => f.Content).SingleAsync(f => f.Id == file.Id, ct);
        // What was made here holds nothing that a scanner would look for.
        if (kept.ScanState is ScanState.Pending) kept.Content.Scanned(null, clock.GetUtcNow());
        if (kept.Claim(subjectKind, clock.GetUtcNow()) is { } refusal) throw new InvalidOperationException($"A file of the portal's own was refused: {refusal.Code}.");
        return kept;
    }
}
