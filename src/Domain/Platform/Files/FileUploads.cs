using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Files.Sealing;
using Portal.Graph.Domain.Platform.Files.Stores;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Files;

/// <summary>
/// ATT-18: uploads that survive bad lines: start, parts, complete. An upload is its starter's alone; another's and none look alike.
/// </summary>
public sealed class FileUploads(
    PortalDb db, ActorScope scope, TimeProvider clock, FileGate gate, FileRuleBook rules, FileKeys keys, FileFolders folders, FileIntake intake)
{
    /// <summary>Opens an upload after checking all that can be known before the first byte.</summary>
    public async Task<Outcome<FileUpload>> StartAsync(FileOffer offer, CancellationToken ct)
    {
        if (await gate.RefuseAsync(ct) is { } closed) return closed;
        offer = offer with { Name = FileTypePolicy.NameOf(offer.Name) };
        var limits = await rules.ForAsync(scope.Actor.Market, ct);
        if (FileTypePolicy.Refuse(offer, limits) is { } refusal) return refusal;
        var (key, now) = (keys.Create(), clock.GetUtcNow());
        var upload = new FileUpload
        {
            Token = UploadToken.New(), UserId = scope.Actor.UserId ?? 0, AccountId = scope.Actor.DefaultAccountId, Name = offer.Name,
            DeclaredType = offer.ContentType, DeclaredSha256 = offer.Sha256?.ToLowerInvariant(), MaxBytes = limits.MaxBytes, KeyId = key.KeyId,
            WrappedKey = key.Wrapped, CreatedAt = now, ExpiresAt = now + limits.UploadLife,
        };
        if (offer.Length is { } length) upload.Measure(length);
        await using var write = await db.BeginWriteAsync(ct);
        db.Add(upload);
        await write.CommitAsync(ct);
        return upload;
    }

    /// <summary>The caller's upload by its token.</summary>
    public async Task<Outcome<FileUpload>> FindAsync(string token, CancellationToken ct)
    {
        if (!scope.Actor.IsSignedIn) return new NotSignedIn();
        var userId = scope.Actor.UserId ?? 0;
        var upload = await db.Set<FileUpload>().AsNoTracking().Include(u => u.File!.Content).SingleOrDefaultAsync(u => u.Token == token && u.UserId == userId, ct);
        if (upload is null) return new NotFound("upload");
        return upload.FileId is null && clock.GetUtcNow() >= upload.ExpiresAt ? new UploadExpired() : upload;
    }

    /// <summary>How many bytes have arrived; null while another request writes to the upload.</summary>
    public async Task<long?> OffsetAsync(FileUpload upload, CancellationToken ct)
    {
        if (upload.File is { } file) return file.SizeBytes;
        var path = folders.DraftOf(upload.Token);
        if (!File.Exists(path)) return 0;
        await using var draft = await OpenAsync(upload, ct);
        return draft?.Length;
    }

    /// <summary>Appends a part; the one that completes the file makes it a stored file, or is refused and ends the upload.</summary>
    public async Task<Outcome<UploadStep>> AppendAsync(FileUpload upload, UploadPart part, CancellationToken ct)
    {
        if (await gate.RefuseAsync(ct) is { } closed) return closed;
        if (upload.File is { } done) return new UploadStep(part.Offset == done.SizeBytes ? UploadStepKind.Stored : UploadStepKind.WrongOffset, done.SizeBytes, done);
        await using var draft = await OpenAsync(upload, ct);
        if (draft is null) return new UploadStep(UploadStepKind.Locked, 0);
        if (part.Offset != draft.Length) return new UploadStep(UploadStepKind.WrongOffset, draft.Length);
        if (part.TotalLength is { } total && await MeasureAsync(upload, total, draft.Length, ct) is { } refusal) return refusal;
        var limit = upload.Length ?? upload.MaxBytes;
        if (part.Length > limit - part.Offset) return await TooLongAsync(upload, draft, part.Offset, ct);

        using var whole = part.Offset == 0 ? IncrementalHash.CreateHash(HashAlgorithmName.SHA256) : null;
        using var own = part.Checksum is { } sum ? IncrementalHash.CreateHash(sum.Algorithm) : null;
        bool ended;
        try
        {
            ended = await draft.AppendAsync(part.Bytes, limit, [.. new[] { whole, own }.OfType<IncrementalHash>()], ct);
        }
        catch when (own is not null)
        {
            // What has no complete checksum cannot be trusted.
            await draft.TruncateAsync(part.Offset);
            throw;
        }
        if (!ended) return await TooLongAsync(upload, draft, part.Offset, ct);
        if (own is not null && !CryptographicOperations.FixedTimeEquals(own.GetHashAndReset(), part.Checksum!.Value.Hash))
        {
            await draft.TruncateAsync(part.Offset);
            return new UploadChecksumMismatch(upload.Name);
        }
        if (draft.Length != upload.Length) return new UploadStep(UploadStepKind.Stored, draft.Length);
        return (await StoreAsync(upload, draft, whole?.GetHashAndReset(), ct)).Map(file => new UploadStep(UploadStepKind.Stored, file.SizeBytes, file));
    }

    /// <summary>The file that the upload has become; makes it when all bytes are there and nobody has yet.</summary>
    public async Task<Outcome<StoredFile>> CompleteAsync(string token, CancellationToken ct)
    {
        if (await gate.RefuseAsync(ct) is { } closed) return closed;
        var found = await FindAsync(token, ct);
        if (!found.Succeeded) return Outcome<StoredFile>.Refused(found.Refusals);
        var upload = found.Value;
        if (upload.File is { } file) return file.ScanState is ScanState.Infected ? new FileInfected(file.Name) : file;
        await using var draft = await OpenAsync(upload, ct);
        if (draft is null) return new ConcurrentChange("upload");
        return draft.Length == upload.Length ? await StoreAsync(upload, draft, null, ct) : new UploadIncomplete(draft.Length, upload.Length);
    }

    /// <summary>Ends an upload and deletes what has arrived; the file it has become already stays.</summary>
    public async Task TerminateAsync(FileUpload upload, CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        await db.Set<FileUpload>().Where(u => u.Id == upload.Id).ExecuteDeleteAsync(ct);
        await write.CommitAsync(ct);
        File.Delete(folders.DraftOf(upload.Token));
    }

    private async Task<Outcome<StoredFile>> StoreAsync(FileUpload upload, SealedDraft draft, byte[]? sha256, CancellationToken ct)
    {
        var path = folders.DraftOf(upload.Token);
        var stored = await intake.StoreAsync(draft, path, keys.Open(upload.KeyId, upload.WrappedKey), upload.Offer, sha256, upload.Id, ct);
        // A file that cannot be taken will not become better by going on with it.
        if (stored.Succeeded) File.Delete(path);
        else await TerminateAsync(upload, ct);
        return stored;
    }

    // ATT-06: who never said how long the file is learns here that it is too long; who said so sent more than that.
    private async Task<Outcome<UploadStep>> TooLongAsync(FileUpload upload, SealedDraft draft, long offset, CancellationToken ct)
    {
        if (upload.Length is not null)
        {
            await draft.TruncateAsync(offset);
            return new UploadStep(UploadStepKind.TooLong, offset);
        }
        await TerminateAsync(upload, ct);
        return new FileTooLarge(upload.Name, upload.MaxBytes, null);
    }

    private async Task<Refusal?> MeasureAsync(FileUpload upload, long total, long arrived, CancellationToken ct)
    {
        if (upload.Length is { } known) return known == total ? null : new InvalidFormat("Upload-Length", "what it was before", $"{known}");
        if (FileTypePolicy.Refuse(upload.Name, total, upload.MaxBytes) is { } refusal) return refusal;
        if (total < arrived) return new InvalidFormat("Upload-Length", "no less than what has arrived", $"{arrived}");
        await using var write = await db.BeginWriteAsync(ct);
        await db.Set<FileUpload>().Where(u => u.Id == upload.Id).ExecuteUpdateAsync(u => u.SetProperty(x => x.Length, total), ct);
        await write.CommitAsync(ct);
        upload.Measure(total);
        return null;
    }

    private Task<SealedDraft?> OpenAsync(FileUpload upload, CancellationToken ct) =>
        SealedDraft.OpenAsync(folders.DraftOf(upload.Token), keys.Open(upload.KeyId, upload.WrappedKey).Key, ct);
}
