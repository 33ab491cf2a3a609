using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform.Files.Sealing;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Files.Care;

/// <summary>Wraps the keys of contents and uploads by the current master key, after which the old one can be taken away. No content is read.</summary>
public sealed class FileKeyRotation(PortalDb db, FileKeys keys)
{
    private const int AtOnce = 500;

    /// <returns>How many keys were wrapped anew.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var wrapped = 0;
        while (await StepAsync(ct) is var step and > 0) wrapped += step;
        return wrapped;
    }

    private async Task<int> StepAsync(CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        var contents = await db.Set<StoredContent>().Where(c => c.KeyId != keys.CurrentId).OrderBy(c => c.Id).Take(AtOnce)
            .Select(c => new { c.Id, c.KeyId, c.WrappedKey }).ToListAsync(ct);
        foreach (var row in contents)
        {
            var key = keys.Rewrap(keys.Open(row.KeyId, row.WrappedKey));
            await db.Set<StoredContent>().Where(c => c.Id == row.Id).ExecuteUpdateAsync(c => c.SetProperty(x => x.KeyId, key.KeyId).SetProperty(x => x.WrappedKey, key.Wrapped), ct);
        }
        var uploads = await db.Set<FileUpload>().Where(u => u.KeyId != keys.CurrentId).OrderBy(u => u.Id).Take(AtOnce)
            .Select(u => new { u.Id, u.KeyId, u.WrappedKey }).ToListAsync(ct);
        foreach (var row in uploads)
        {
            var key = keys.Rewrap(keys.Open(row.KeyId, row.WrappedKey));
            await db.Set<FileUpload>().Where(u => u.Id == row.Id).ExecuteUpdateAsync(u => u.SetProperty(x => x.KeyId, key.KeyId).SetProperty(x => x.WrappedKey, key.Wrapped), ct);
        }
        await write.CommitAsync(ct);
        return contents.Count + uploads.Count;
    }
}
