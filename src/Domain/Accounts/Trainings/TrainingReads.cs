using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Trainings;

/// <summary>A training as it concerns the signed-in user.</summary>
/// <param name="Training">The training.</param>
/// <param name="Required">Whether one of the user's providers must complete it.</param>
/// <param name="Open">Whether it can be attested today: it was not yet, and its time is not over.</param>
/// <param name="Attestation">What the user attested; null when nothing yet.</param>
public sealed record AssignedTraining(Training Training, bool Required, bool Open, Attestation? Attestation)
{
    /// <summary>The last day on which it can be attested.</summary>
    public DateOnly Due => Training.DueOn;

    /// <summary>When the user attested (UTC); null when not yet.</summary>
    public DateTimeOffset? AttestedAt => Attestation?.At;
}

/// <summary>ACC-15: trainings for those who attest and for those who write them.</summary>
public sealed class TrainingReads(PortalDb db, ActorScope scope, TimeProvider clock)
{
    /// <summary>The trainings of the session's market, the latest year first.</summary>
    public async Task<IReadOnlyList<AssignedTraining>> AssignedAsync(int? year, CancellationToken ct)
    {
        if (scope.Actor is not { Kind: ActorKind.PortalUser, Market: { } market } || !scope.Actor.Has(Permission.TrainingAttest)) return [];
        var trainings = (await db.Set<Training>().AsNoTracking().Where(t => year == null || t.Year == year).ToListAsync(ct)).FindAll(t => t.IsShownIn(market));
        var made = (await MineAsync(ct)).ToDictionary(a => a.TrainingId);
        var ids = scope.Actor.AccountIds.ToList();
        var accounts = await db.Set<ProviderAccount>().AsNoTracking().Include(a => a.Markets).Where(a => ids.Contains(a.Id)).ToListAsync(ct);
        var today = clock.Today(market);
        return
        [
            .. from training in trainings
               orderby training.Year descending, training.DueOn, training.Title, training.Id
               let mine = made.GetValueOrDefault(training.Id)
               select new AssignedTraining(training, accounts.Any(a => TrainingPolicy.IsRequired(training, a.Kind, a.Markets, today)), mine is null && today <= training.DueOn, mine),
        ];
    }

    /// <summary>What the signed-in user attested, the latest first.</summary>
    public async Task<IReadOnlyList<Attestation>> MineAsync(CancellationToken ct)
    {
        var me = scope.Actor.UserId;
        return me is null ? [] : await db.Set<Attestation>().AsNoTracking().Include(a => a.Training).Where(a => a.UserId == me).OrderByDescending(a => a.Id).ToListAsync(ct);
    }

    /// <summary>Every training for those who edit them or look after attestations, the latest year first; empty for others.</summary>
    public async Task<IReadOnlyList<Training>> AllAsync(CancellationToken ct) => MayOversee
        ? await db.Set<Training>().AsNoTracking().OrderByDescending(t => t.Year).ThenBy(t => t.Title).ThenBy(t => t.Id).ToListAsync(ct) : [];

    public async Task<Training?> FindAsync(long id, CancellationToken ct) =>
        MayOversee ? await db.Set<Training>().AsNoTracking().SingleOrDefaultAsync(t => t.Id == id, ct) : null;

    private bool MayOversee => AttestationOversight.Readers.Any(scope.Actor.Has);
}
