using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts;

/// <summary>Provider accounts and practitioners: the plan's own directory, no health data, so reads are not audited.</summary>
public sealed class AccountReads(PortalDb db, ActorScope scope)
{
    /// <summary>The actor's accounts of the session's market, the default one first, then by name (ACC-11).</summary>
    public async Task<IReadOnlyList<ProviderAccount>> LinkedAsync(CancellationToken ct)
    {
        var ids = scope.Actor.AccountIds.ToList();
        var accounts = await db.Set<ProviderAccount>().AsNoTracking().Where(a => ids.Contains(a.Id)).ToListAsync(ct);
        return [.. accounts.OrderByDescending(a => a.Id == scope.Actor.DefaultAccountId).ThenBy(a => a.Name, StringComparer.Ordinal).ThenBy(a => a.Id)];
    }

    public async Task<IReadOnlyList<ProviderAccount>> ByIdsAsync(IReadOnlyCollection<long> ids, CancellationToken ct) =>
        await db.Set<ProviderAccount>().AsNoTracking().Where(a => ids.Contains(a.Id)).ToListAsync(ct);

    /// <summary>The account with the plan's own number for the provider.</summary>
    public async Task<ProviderAccount?> ByProviderIdAsync(string careSourceProviderId, CancellationToken ct) =>
        await db.Set<ProviderAccount>().AsNoTracking().SingleOrDefaultAsync(a => a.CareSourceProviderId == careSourceProviderId, ct);

    public async Task<IReadOnlyList<Practitioner>> PractitionersByNpiAsync(IReadOnlyCollection<string> npis, CancellationToken ct) =>
        await db.Set<Practitioner>().AsNoTracking().Include(p => p.Affiliations).Where(p => npis.Contains(p.Npi)).ToListAsync(ct);

    /// <summary>The account that bills under the NPI, among the given ones when several do; null when none does.</summary>
    public async Task<long?> AccountIdByNpiAsync(string npi, IReadOnlyCollection<long> preferred, CancellationToken ct)
    {
        var ids = await db.Set<ProviderAccount>().Where(a => a.Npi == npi).OrderBy(a => a.Id).Select(a => a.Id).ToListAsync(ct);
        return ids.Where(preferred.Contains).Concat(ids).Select(id => (long?)id).FirstOrDefault();
    }
}
