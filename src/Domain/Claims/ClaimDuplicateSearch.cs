using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Claims;

/// <summary>CLM-23: looks among the member's claims for one that a new claim repeats.</summary>
internal static class ClaimDuplicateSearch
{
    private static readonly ClaimState[] OutOfTheRace = [ClaimState.Rejected, ClaimState.Voided, ClaimState.Replaced];

    public static async Task<(DuplicateVerdict Verdict, string? Number)> FindAsync(PortalDb db, ClaimFingerprint claim, CancellationToken ct)
    {
        // Two drafts of equal content must not pass each other; SQLite has one writer at a time anyway.
        if (!db.IsSqlite) await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({DuplicateLock}, {(int)claim.MemberId})", ct);
        var others = await db.Set<Claim>().AsNoTracking().Include(c => c.LineItems)
            .Where(c => c.MemberId == claim.MemberId && c.FirstServiceDate <= claim.Last && c.LastServiceDate >= claim.First
                && c.BillingNpi == claim.BillingNpi && !OutOfTheRace.Contains(c.State))
            .OrderBy(c => c.Id).ToListAsync(ct);
        var found = others.Select(c => (Verdict: ClaimDuplicates.Compare(claim, c.Fingerprint), (string?)c.Number)).ToList();
        return found.Find(f => f.Verdict is DuplicateVerdict.Exact) is { Verdict: DuplicateVerdict.Exact } exact ? exact
            : found.Find(f => f.Verdict is DuplicateVerdict.Suspected);
    }

    private const int DuplicateLock = 23;
}
