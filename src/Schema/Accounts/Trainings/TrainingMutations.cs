using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Accounts.Trainings;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Content;
using Portal.Graph.Schema.Platform;
using Portal.GraphQL.Building;

namespace Portal.Graph.Schema.Accounts.Trainings;

[MutationType, ClosedForMaintenance]
public static class TrainingMutations
{
    // ACC-15
    /// <summary>Attests that you completed a training, for your default provider; once for each training and year. A receipt is mailed.</summary>
    /// <param name="trainingId">The training.</param>
    /// <param name="name">Your name as you sign, at most 100 characters.</param>
    /// <param name="jobTitle">Your title at the provider's, at most 80 characters.</param>
    /// <param name="accepted">That the box is ticked which says you completed it.</param>
    [RequiresPermission(Permission.TrainingAttest), Error<AttestationAlreadyMade>, Error<AttestationBoxUnchecked>, Error<TrainingClosed>, Error<ContentUnsafeMarkup>]
    public static Task<Outcome<Attestation>> AttestTrainingAsync(
        [ID<Training>] long trainingId, string name, string jobTitle, bool accepted, TrainingDesk desk, CancellationToken ct) =>
        desk.AttestAsync(trainingId, new(name, jobTitle, accepted), ct);

    // ACC-15
    /// <summary>Writes a training, or a training anew; its year stays as it is.</summary>
    /// <param name="id">The training to write anew; a new one when left out.</param>
    /// <param name="version">The version of that training that you read.</param>
    /// <param name="title">What it is called, at most 150 characters.</param>
    /// <param name="year">The calendar year that it counts for.</param>
    /// <param name="description">What it is about, at most 1,000 characters.</param>
    /// <param name="url">Where it is held.</param>
    /// <param name="markets">The markets that show it; all when empty.</param>
    /// <param name="requiredForLobs">Providers of these lines of business must complete it; all when empty.</param>
    /// <param name="requiredForKinds">Providers of these kinds must complete it; all when empty.</param>
    /// <param name="dueOn">The last day to attest; 31 December of the year when left out.</param>
    /// <param name="state">Whether users see it.</param>
    [RequiresPermission(Permission.StaffContentEdit), Error<ContentUnsafeMarkup>]
    public static Task<Outcome<Training>> SaveTrainingAsync(
        [ID<Training>] long? id, int? version, string title, int year, string? description, string url, IReadOnlyList<Market> markets,
        IReadOnlyList<Lob> requiredForLobs, IReadOnlyList<AccountKind> requiredForKinds, DateOnly? dueOn, ContentState state, TrainingDesk desk, CancellationToken ct) =>
        desk.SaveAsync(id, version, new(title, year, description, url, markets, requiredForLobs, requiredForKinds, dueOn, state), ct);
}
