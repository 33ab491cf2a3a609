using Portal.Graph.Domain.Accounts.Trainings;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Schema.Platform;
using Portal.GraphQL.Building;

namespace Portal.Graph.Schema.Accounts.Trainings;

[QueryType]
public static class TrainingQueries
{
    // ACC-15
    /// <summary>The trainings of the session's market, the latest year first, with what you attested.</summary>
    /// <param name="year">Only those of this calendar year.</param>
    [RequiresPermission(Permission.TrainingAttest)]
    public static Task<IReadOnlyList<AssignedTraining>> GetTrainingsAsync(int? year, TrainingReads reads, CancellationToken ct) => reads.AssignedAsync(year, ct);

    // ACC-15
    /// <summary>What you attested, the latest first.</summary>
    [RequiresPermission(Permission.TrainingAttest)]
    public static Task<IReadOnlyList<Attestation>> GetMyAttestationsAsync(TrainingReads reads, CancellationToken ct) => reads.MineAsync(ct);

    // ACC-15
    /// <summary>The trainings whose last day is over, each with the users of providers who must complete it and did not attest.</summary>
    /// <param name="year">Only those of this calendar year.</param>
    /// <param name="first">How many users to list for each training, from 1 to 200.</param>
    [RequiresPermission(Permission.StaffContentEdit, Permission.StaffProvidersWork, Permission.StaffSupervise)]
    public static Task<Outcome<IReadOnlyList<AttestationReport>>> GetOverdueTrainingsAsync(
        int? year, AttestationOversight oversight, CancellationToken ct, int first = 50) => oversight.OverdueAsync(year, first, ct);

    /// <summary>Every training, hidden ones too, to edit; the latest year first.</summary>
    [RequiresPermission(Permission.StaffContentEdit, Permission.StaffProvidersWork, Permission.StaffSupervise)]
    public static Task<IReadOnlyList<Training>> GetTrainingCatalogueAsync(TrainingReads reads, CancellationToken ct) => reads.AllAsync(ct);
}
