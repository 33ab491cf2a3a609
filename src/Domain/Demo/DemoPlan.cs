using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Claims;
using Portal.Graph.Domain.Claims.Demo;
using Portal.Graph.Domain.Coverage;
using Portal.Graph.Domain.Members;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Demo;

/// <summary>What the demo plan holds after filling.</summary>
/// <param name="WasFilled">True when it was there already and nothing was done.</param>
public sealed record DemoReport(int Members, int Accounts, int Claims, bool WasFilled);

/// <summary>A start was stopped while it filled the plan: half of one is of no use.</summary>
public sealed class DemoPlanCutShortException()
    : Exception("An earlier start was stopped while it filled the demo plan. Delete the data directory and start again.");

/// <summary>
/// PLT-23: made-up providers, families, coverage, users and claims of six markets, the same on every run but for dates, which are told
/// from the day of filling. For development only.
/// </summary>
public sealed class DemoPlan(PortalDb db, NumberSeries numbers, DemoUsers users, TimeProvider clock)
{
    // The first practice stands in the list several times, so that a demo user sees plenty of claims.
    private const int PracticeWeight = 6;
    private const int ClaimCount = 3_000;

    /// <summary>
    /// Fills an empty database; does nothing where the plan is already. Null, and nothing done, where others have users: everybody knows the
    /// demo plan's password.
    /// </summary>
    public async Task<DemoReport?> FillAsync(CancellationToken ct)
    {
        if (await db.Set<ProviderAccount>().AnyAsync(a => a.CareSourceProviderId == DemoCast.PracticeProviderId, ct))
            // Drafts come last: without them the first filling was cut short, and what is there is no plan to work with.
            return !await db.Set<ClaimDraft>().AnyAsync(ct)
                ? throw new DemoPlanCutShortException()
                : await CountAsync(wasFilled: true, ct);
        if (await db.Set<User>().AnyAsync(ct)) return null;
        var now = clock.GetUtcNow();
        var providers = new DemoProviders();
        var families = new DemoMembers(clock.Today(Market.OH), now).Make();
        var keyers = await StoreAsync(providers, families, now, ct);
        await DemoClaims.FillAsync(db, numbers, new([.. families.SelectMany(ClaimMembers)], [.. ClaimProviders(providers, keyers)], now, ClaimCount), ct);
        return await CountAsync(wasFilled: false, ct);
    }

    private async Task<DemoReport> CountAsync(bool wasFilled, CancellationToken ct) =>
        new(await db.Set<Member>().CountAsync(ct), await db.Set<ProviderAccount>().CountAsync(ct), await db.Set<Claim>().CountAsync(ct), wasFilled);

    private async Task<DemoKeyers> StoreAsync(DemoProviders providers, IReadOnlyList<DemoFamily> families, DateTimeOffset now, CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            db.AddRange(providers.Accounts);
            db.AddRange(providers.Practitioners);
            await db.InsertAddedAsync(ct);
            db.AddRange(families.SelectMany(f => f.Records));
            db.AddRange(Attributions(providers, families));
            await db.InsertAddedAsync(ct);
            // Every user is saved by itself; with the families still tracked each save would look through all of them.
            db.ChangeTracker.Clear();
            db.AttachRange(providers.Practice, providers.OtherPractice);
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = true;
        }
        var keyers = await users.AddAsync(providers, now, ct);
        DemoContent.Add(db, now.DateIn(Market.OH));
        await DemoContent.AddPricesAsync(db, now.DateIn(Market.OH), ct);
        await DemoContent.AddGrievancesAsync(db, numbers, providers.Practice.Id, keyers.Practice, now, ct);
        await write.CommitAsync(ct);
        db.ChangeTracker.Clear();
        return keyers;
    }

    /// <summary>Every member has a primary care provider in the market; the first practice looks after a third of them.</summary>
    private static IEnumerable<PcpAttribution> Attributions(DemoProviders providers, IReadOnlyList<DemoFamily> families)
    {
        var random = new Random(77);
        var pcps = Enum.GetValues<Market>().ToDictionary(m => m, m => providers.Accounts.Where(a => DemoProviders.Serves(a, m))
            .SelectMany(a => providers.Of(a).Where(p => p.IsPcp).Select(p => (Account: a, Pcp: p))).ToList());
        foreach (var family in families)
        {
            var choices = pcps[family.Market];
            var own = choices.Where(c => c.Account == providers.Practice).ToList();
            var (account, pcp) = random.Next(3) == 0 ? own[random.Next(own.Count)] : choices[random.Next(choices.Count)];
            foreach (var member in family.Members) yield return PcpAttribution.Of(member, pcp.Id, account.Id, family.Spans[0].Effective);
        }
    }

    private static IEnumerable<DemoClaimMember> ClaimMembers(DemoFamily family) => family.Members.SelectMany(m => family.Spans.Select(s => new DemoClaimMember(
        m.Id, m.Number.ToString(), m.FirstName, m.LastName, m.BirthDate, family.Market, family.Lob, s.Effective, s.Termination)));

    private static IEnumerable<DemoClaimProvider> ClaimProviders(DemoProviders providers, DemoKeyers keyers) =>
        providers.Accounts.Where(a => a.Kind is AccountKind.Group).SelectMany(a => Enumerable.Repeat(new DemoClaimProvider(
            a.Id, a.Npi, a.TaxId, [.. a.Markets.Select(m => m.Market).Distinct()], [.. providers.Of(a).Select(p => p.Npi)],
            a == providers.Practice ? keyers.Practice : keyers.Others), a == providers.Practice ? PracticeWeight : 1));
}

/// <summary>The users in whose name the demo plan's claim drafts are kept.</summary>
public sealed record DemoKeyers(long Practice, long Others);
