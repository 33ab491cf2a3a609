using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform.Files.Sealing;
using Portal.Graph.Domain.Platform.Files.Stores;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Files.Care;

/// <summary>What a check found wrong.</summary>
/// <param name="Checked">How many contents should be there.</param>
/// <param name="Missing">Ids of contents whose bytes the store does not have.</param>
/// <param name="Damaged">Ids of contents whose bytes are not what was stored: of another length, or, when all were read, not to be opened.</param>
/// <param name="Ownerless">Names in the store that no row knows and that are older than an hour.</param>
public sealed record ConsistencyReport(int Checked, IReadOnlyList<long> Missing, IReadOnlyList<long> Damaged, IReadOnlyList<string> Ownerless)
{
    public bool IsConsistent => Missing.Count + Damaged.Count + Ownerless.Count == 0;
}

/// <summary>PLT-16: compares the file store with the database.</summary>
public sealed class FileConsistency(PortalDb db, IFileStore store, SealedContents contents, TimeProvider clock)
{
    // A content is put before its row is written: what is younger may still get one.
    private static readonly TimeSpan Grace = TimeSpan.FromHours(1);

    /// <param name="readAll">Whether every byte is read and its SHA-256 compared, not only its length.</param>
    /// <param name="deleteOwnerless">Whether contents that no row knows are deleted.</param>
    public async Task<ConsistencyReport> CheckAsync(bool readAll, bool deleteOwnerless, CancellationToken ct)
    {
        var held = new Dictionary<string, StoredObject>();
        await foreach (var item in store.ListAsync(ct)) held[item.Name] = item;
        // Rows are read after the listing: what came meanwhile is in neither list, or only among the rows.
        var rows = await db.Set<StoredContent>().AsNoTracking().OrderBy(c => c.Id).ToListAsync(ct);
        List<long> missing = [], damaged = [];
        foreach (var row in rows.Where(r => r.ScanState is not ScanState.Infected))
        {
            if (held.TryGetValue(row.StoreName, out var item))
            {
                if (item.Bytes != SealedFormat.SealedLength(row.SizeBytes) || (readAll && !await IsWholeAsync(row, ct))) damaged.Add(row.Id);
            }
            else if (row.CreatedAt <= clock.GetUtcNow() - Grace || await store.OpenAsync(row.StoreName, 0, ct) is not { } late) missing.Add(row.Id);
            else await late.DisposeAsync();
        }
        var known = rows.Where(r => r.ScanState is not ScanState.Infected).Select(r => r.StoreName).ToHashSet();
        var ownerless = held.Values.Where(h => !known.Contains(h.Name) && h.ChangedAt <= clock.GetUtcNow() - Grace).Select(h => h.Name).Order(StringComparer.Ordinal).ToList();
        if (deleteOwnerless)
            foreach (var name in ownerless) await store.DeleteAsync(name, ct);
        return new(known.Count, missing, damaged, ownerless);
    }

    private async Task<bool> IsWholeAsync(StoredContent row, CancellationToken ct)
    {
        try
        {
            await using var bytes = await contents.OpenAsync(row, ct);
            return bytes is not null && Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes, ct)) == row.Sha256;
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }
    }
}
