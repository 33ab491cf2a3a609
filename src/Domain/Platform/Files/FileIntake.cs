using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Files.Scanning;
using Portal.Graph.Domain.Platform.Files.Sealing;
using Portal.Graph.Domain.Platform.Files.Stores;
using Portal.Graph.Domain.Platform.Outbox.Tasks;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Files;

/// <summary>Makes stored files of bytes: a whole file in one stream, or the draft of a finished upload.</summary>
public sealed class FileIntake(
    PortalDb db, ActorScope scope, AuditLog audit, TimeProvider clock, FileGate gate, FileRuleBook rules, FileKeys keys, FileFolders folders,
    IFileStore store, OutboxTasks tasks)
{
    /// <summary>Takes a file that comes in one stream; nothing of it stays when it is refused or cut off.</summary>
    public async Task<Outcome<StoredFile>> ReceiveAsync(FileOffer offer, Stream bytes, CancellationToken ct)
    {
        if (await gate.RefuseAsync(ct) is { } closed) return closed;
        offer = offer with { Name = FileTypePolicy.NameOf(offer.Name) };
        var limits = await rules.ForAsync(scope.Actor.Market, ct);
        if (FileTypePolicy.Refuse(offer, limits) is { } refusal) return refusal;

        var key = keys.Create();
        var path = folders.DraftOf(UploadToken.New());
        try
        {
            await using var draft = await SealedDraft.OpenAsync(path, key.Key, ct) ?? throw new InvalidOperationException("A new draft is locked.");
            using var sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            // ATT-06: the limit holds while bytes arrive, whatever was said before.
            if (!await draft.AppendAsync(bytes, limits.MaxBytes, [sha256], ct)) return new FileTooLarge(offer.Name, limits.MaxBytes, null);
            return await StoreAsync(draft, path, key, offer, sha256.GetHashAndReset(), null, ct);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Checks a complete draft and stores it; its content is kept once however often it comes.</summary>
    /// <param name="sha256">Of all bytes; null when they came in several parts and must be read again.</param>
    /// <param name="uploadId">The upload that becomes the file; null for one stream.</param>
    /// <param name="foreign">Whether it came from outside, so that it is scanned.</param>
    internal async Task<Outcome<StoredFile>> StoreAsync(
        SealedDraft draft, string path, ContentKey key, FileOffer offer, byte[]? sha256, long? uploadId, CancellationToken ct, bool foreign = true)
    {
        if (draft.Length == 0) return new FileEmpty(offer.Name);
        var (hash, kind) = await ReadAsync(draft, offer, sha256, ct);
        if (!kind.Succeeded) return Outcome<StoredFile>.Refused(kind.Refusals);
        if (offer.Sha256 is { } declared && !declared.Equals(hash, StringComparison.OrdinalIgnoreCase)) return new UploadChecksumMismatch(offer.Name);
        draft.Flush();
        var length = draft.Length;
        await draft.DisposeAsync();

        StoredContent NewContent(string name) => new()
        {
            Sha256 = hash, SizeBytes = length, StoreName = name, KeyId = key.KeyId, WrappedKey = key.Wrapped, CreatedAt = clock.GetUtcNow(),
        };
        while (true)
        {
            var known = await db.Set<StoredContent>().AsNoTracking().SingleOrDefaultAsync(c => c.Sha256 == hash, ct);
            if (known is { ScanState: ScanState.Infected }) return new FileInfected(offer.Name);
            // Put before the row is written: sending 100 MB to a store must not hold the database.
            var put = known is null ? $"{hash}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}" : null;
            if (put is not null) await store.PutAsync(put, path, ct);
            var (file, usedPut) = await SaveAsync(hash, put is null ? null : NewContent(put), offer, kind.Value, uploadId, foreign, ct);
            if (put is not null && !usedPut) await store.DeleteAsync(put, CancellationToken.None);
            if (file is null) continue;
            if (file.ScanState is ScanState.Infected) return new FileInfected(offer.Name);
            return file;
        }
    }

    // No file: the content that was there has been deleted since; the draft is still where it was.
    private async Task<(StoredFile? File, bool UsedPut)> SaveAsync(
        string hash, StoredContent? fresh, FileOffer offer, FileKind kind, long? uploadId, bool foreign, CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        await db.LockAsync($"content:{hash}", ct);
        var upload = uploadId is { } id ? await db.Set<FileUpload>().Include(u => u.File!.Content).SingleAsync(u => u.Id == id, ct) : null;
        if (upload?.File is { } done) return (done, false);
        var content = await db.Set<StoredContent>().SingleOrDefaultAsync(c => c.Sha256 == hash, ct);
        var usesPut = content is null && fresh is not null;
        content ??= fresh;
        if (content is null) return (null, false);
        var file = new StoredFile
        {
            Content = content, Name = offer.Name, ContentType = kind.MediaType, UploaderId = scope.Actor.UserId, AccountId = scope.Actor.DefaultAccountId,
            Market = scope.Actor.Market, CreatedAt = clock.GetUtcNow(),
        };
        if (content.ScanState is ScanState.Infected) return (file, usesPut);
        db.Add(file);
        if (foreign && content.ScanState is ScanState.Pending) tasks.Add(FileScan.Kind, content);
        upload?.Become(file);
        // Never the name: it may say whose record it is.
        audit.Changed("file.received", file, after: new { file.Sha256, file.SizeBytes, file.ContentType, file.ScanState });
        await write.CommitAsync(ct);
        return (file, usesPut);
    }

    private static async Task<(string Hash, Outcome<FileKind> Kind)> ReadAsync(SealedDraft draft, FileOffer offer, byte[]? sha256, CancellationToken ct)
    {
        var bytes = draft.Read();
        var head = new byte[(int)Math.Min(FileTypePolicy.SampleBytes, draft.Length)];
        var tail = new byte[head.Length];
        await bytes.ReadExactlyAsync(head, ct);
        bytes.Seek(-tail.Length, SeekOrigin.End);
        await bytes.ReadExactlyAsync(tail, ct);
        var kind = FileTypePolicy.Recognize(offer.Name, head, tail);
        if (sha256 is not null || !kind.Succeeded) return (sha256 is null ? "" : Convert.ToHexStringLower(sha256), kind);
        bytes.Seek(0, SeekOrigin.Begin);
        return (Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes, ct)), kind);
    }
}
