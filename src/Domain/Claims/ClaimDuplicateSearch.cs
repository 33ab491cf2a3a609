using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Claims;

/// <summary>CLM-23: looks among the member's claims for one that a new claim repeats.</summary>
internal static class ClaimDuplicateSearch
{
    public static async Task<(DuplicateVerdict Verdict, string? Number)> FindAsync(PortalDb db, ClaimFingerprint claim, CancellationToken ct)
    {
        // Two drafts of equal content must not pass each other; SQLite has one writer at a time anyway.
        if (!db.IsSqlite) await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({DuplicateLock}, {(int)claim.MemberId})", ct);
        var others = await ClaimDeskReads.Overlapping.For(db)(db, claim.MemberId, claim.BillingNpi, claim.First, claim.Last).ToListAsync(ct);
        var found = others.Select(c => (Verdict: ClaimDuplicates.Compare(claim, c.Fingerprint), (string?)c.Number)).ToList();
        return found.Find(f => f.Verdict is DuplicateVerdict.Exact) is { Verdict: DuplicateVerdict.Exact } exact ? exact
            : found.Find(f => f.Verdict is DuplicateVerdict.Suspected);
    }

    private const int DuplicateLock = 23;
}
