using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Claims;

/// <summary>The queries of a submission, which holds the write gate while it asks them: translated once.</summary>
internal static class ClaimDeskReads
{
    /// <summary>A draft of these accounts in the session's market, to be changed.</summary>
    public static readonly CompiledRead<Func<PortalDb, long, long[], Market?, CancellationToken, Task<ClaimDraft?>>> Draft = new(() => EF.CompileAsyncQuery(
        (PortalDb db, long id, long[] accounts, Market? market, CancellationToken _) => db.Set<ClaimDraft>()
            .SingleOrDefault(d => d.Id == id && accounts.Contains(d.AccountId) && d.Market == market)));

    /// <summary>The same, to be submitted: <see cref="ClaimRows"/> stores what becomes of it.</summary>
    public static readonly CompiledRead<Func<PortalDb, long, long[], Market?, CancellationToken, Task<ClaimDraft?>>> DraftToSubmit = new(() => EF.CompileAsyncQuery(
        (PortalDb db, long id, long[] accounts, Market? market, CancellationToken _) => db.Set<ClaimDraft>().AsNoTracking()
            .SingleOrDefault(d => d.Id == id && accounts.Contains(d.AccountId) && d.Market == market)));

    public static readonly CompiledRead<Func<PortalDb, long, CancellationToken, Task<ProviderAccount?>>> Account = new(() => EF.CompileAsyncQuery(
        (PortalDb db, long id, CancellationToken _) => db.Set<ProviderAccount>().AsNoTracking().SingleOrDefault(a => a.Id == id)));

    // A duplicate counts whoever sent it: the same practice may have several accounts.
    /// <summary>CLM-23: the member's claims, with their lines, of the same billing provider and overlapping dates, that still count.</summary>
    public static readonly CompiledRead<Func<PortalDb, long, string, DateOnly, DateOnly, IAsyncEnumerable<Claim>>> Overlapping = new(() => EF.CompileAsyncQuery(
        (PortalDb db, long member, string billingNpi, DateOnly first, DateOnly last) => db.Set<Claim>().IgnoreQueryFilters(new[] { AccountRecords.Filter }).AsNoTracking().Include(c => c.LineItems)
            .OrderBy(c => c.Id)
            .Where(c => c.MemberId == member && c.FirstServiceDate <= last && c.LastServiceDate >= first && c.BillingNpi == billingNpi
                && c.State != ClaimState.Rejected && c.State != ClaimState.Voided && c.State != ClaimState.Replaced)));
}
