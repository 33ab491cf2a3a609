using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Terms;

/// <summary>Which terms are in force, and who has yet to accept them.</summary>
public sealed class TermsReads(PortalDb db, TimeProvider clock)
{
    /// <summary>The version in force; it is what step 2 of a registration shows.</summary>
    public Task<TermsVersion> CurrentAsync(CancellationToken ct) => InForce(clock.GetUtcNow()).FirstAsync(ct);

    /// <summary>Every version, the latest first; those to come too.</summary>
    public async Task<IReadOnlyList<TermsVersion>> AllAsync(CancellationToken ct) =>
        await db.Set<TermsVersion>().AsNoTracking().OrderByDescending(t => t.ActiveFrom).ThenByDescending(t => t.Id).ToListAsync(ct);

    // ACC-03: a new version is forced at the next sign-in, so a session asks for what was in force when it began.
    /// <summary>The version that was in force at that time and that the user has not accepted; null when there is none.</summary>
    public async Task<TermsVersion?> DueAsync(long userId, DateTimeOffset at, CancellationToken ct)
    {
        if (await InForce(at).FirstOrDefaultAsync(ct) is not { } terms) return null;
        // A later version, accepted meanwhile, covers it.
        var accepted = await db.Set<TermsAcceptance>().Where(a => a.UserId == userId)
            .Join(db.Set<TermsVersion>(), a => a.VersionId, t => t.Id, (_, t) => t.ActiveFrom).AnyAsync(from => from >= terms.ActiveFrom, ct);
        return accepted ? null : terms;
    }

    private IQueryable<TermsVersion> InForce(DateTimeOffset at) =>
        db.Set<TermsVersion>().AsNoTracking().Where(t => t.ActiveFrom <= at).OrderByDescending(t => t.ActiveFrom).ThenByDescending(t => t.Id);
}
