using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Csv;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Trainings;

/// <summary>A user of a provider who has yet to attest to a training that the provider must complete.</summary>
/// <param name="AccountName">The provider's name.</param>
/// <param name="CareSourceProviderId">The plan's number of the provider.</param>
/// <param name="UserName">The user's name to sign in with.</param>
/// <param name="DisplayName">The user's name.</param>
/// <param name="Email">The user's e-mail address; null when none is on file.</param>
public sealed record MissingAttestation(string AccountName, string CareSourceProviderId, string UserName, string DisplayName, string? Email);

/// <summary>Who has yet to attest to a training.</summary>
/// <param name="Training">The training.</param>
/// <param name="Overdue">Whether its last day is over in every market.</param>
/// <param name="Attested">How many users attested.</param>
/// <param name="Missing">How many have not.</param>
/// <param name="Rows">Those who have not, provider by provider: a page of them.</param>
public sealed record AttestationReport(Training Training, bool Overdue, int Attested, int Missing, IReadOnlyList<MissingAttestation> Rows);

/// <summary>ACC-15: the plan looks after attestations that are missing.</summary>
public sealed class AttestationOversight(PortalDb db, ActorScope scope, TimeProvider clock)
{
    public const int MostRows = 200;

    public static readonly IReadOnlyList<Permission> Readers = [Permission.StaffContentEdit, Permission.StaffProvidersWork, Permission.StaffSupervise];

    /// <summary>The report of one training.</summary>
    public async Task<Outcome<AttestationReport>> ReportAsync(long trainingId, int skip, int take, CancellationToken ct)
    {
        if (Lacks() is { } lacks) return lacks;
        if (await db.Set<Training>().AsNoTracking().SingleOrDefaultAsync(t => t.Id == trainingId, ct) is not { } training) return new NotFound("training");
        var missing = Missing(training);
        return new AttestationReport(training, IsOverdue(training), await db.Set<Attestation>().CountAsync(a => a.TrainingId == trainingId, ct), await missing.CountAsync(ct),
            await Ordered(missing).Skip(Math.Max(0, skip)).Take(Math.Clamp(take, 1, MostRows)).ToListAsync(ct));
    }

    /// <summary>The overdue trainings that are in force, each with the first of those who missed it; the latest year first.</summary>
    public async Task<Outcome<IReadOnlyList<AttestationReport>>> OverdueAsync(int? year, int take, CancellationToken ct)
    {
        if (Lacks() is { } lacks) return lacks;
        var trainings = await db.Set<Training>().AsNoTracking().Where(t => year == null || t.Year == year).OrderByDescending(t => t.Year).ThenBy(t => t.Title).ToListAsync(ct);
        List<AttestationReport> reports = [];
        foreach (var training in trainings.Where(t => IsOverdue(t) && t.IsShownIn(null)))
            if ((await ReportAsync(training.Id, 0, take, ct)).Value is { Missing: > 0 } report) reports.Add(report);
        return Outcome.Of<IReadOnlyList<AttestationReport>>(reports);
    }

    /// <summary>All who have yet to attest, as a table to download.</summary>
    public async Task<Outcome<CsvTable>> ExportAsync(long trainingId, CancellationToken ct)
    {
        if (Lacks() is { } lacks) return lacks;
        if (await db.Set<Training>().AsNoTracking().SingleOrDefaultAsync(t => t.Id == trainingId, ct) is not { } training) return new NotFound("training");
        var due = training.DueOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new CsvTable($"attestations-missing-{training.Year}-{training.Id}", ["Provider", "Provider ID", "User", "Name", "E-mail", "Training", "Due"],
            Ordered(Missing(training)).AsAsyncEnumerable().Select(r => (IReadOnlyList<string>)[r.AccountName, r.CareSourceProviderId, r.UserName, r.DisplayName, r.Email ?? "", training.Title, due]));
    }

    // Of the markets' clocks the one that is behind all others.
    private bool IsOverdue(Training training) => Enum.GetValues<Market>().All(m => clock.Today(m) > training.DueOn);

    private Refusal? Lacks() => Readers.Any(scope.Actor.Has) ? null : scope.Actor.Lacks(Permission.StaffContentEdit);

    private IQueryable<Membership> Missing(Training training)
    {
        var (kinds, lobs, markets) = (training.RequiredForKinds.ToList(), training.RequiredForLobs.ToList(), training.Markets.ToList());
        var (allKinds, allLobs, allMarkets) = (kinds.Count == 0, lobs.Count == 0, markets.Count == 0);
        var today = clock.Today(Market.OH);
        return db.Set<Membership>().AsNoTracking().Where(m => m.State == MembershipState.Active && m.User!.State == UserState.Active && m.Account!.State == AccountState.Active
            && (m.Role == MembershipRole.Admin || m.Grants.Any(g => g.Permission == Permission.TrainingAttest))
            && (allKinds || kinds.Contains(m.Account!.Kind))
            && m.Account!.Markets.Any(e => e.EffectiveFrom <= today && (e.EffectiveTo == null || e.EffectiveTo >= today)
                && (allLobs || lobs.Contains(e.Lob)) && (allMarkets || markets.Contains(e.Market)))
            && !db.Set<Attestation>().Any(a => a.TrainingId == training.Id && a.UserId == m.UserId));
    }

    private static IQueryable<MissingAttestation> Ordered(IQueryable<Membership> missing) =>
        missing.OrderBy(m => m.Account!.Name).ThenBy(m => m.AccountId).ThenBy(m => m.User!.UserName)
            .Select(m => new MissingAttestation(m.Account!.Name, m.Account.CareSourceProviderId, m.User!.UserName!, m.User.DisplayName, m.User.Email));
}
