using Portal.Graph.Domain.Accounts.Trainings;
using Portal.GraphQL.Building;

namespace Portal.Graph.Schema.Accounts.Trainings;

// ACC-15
[ObjectType<Training>(Fields =
[
    nameof(Training.Version), nameof(Training.Title), nameof(Training.Year), nameof(Training.Description), nameof(Training.Url), nameof(Training.Markets),
    nameof(Training.RequiredForLobs), nameof(Training.RequiredForKinds), nameof(Training.DueOn), nameof(Training.State),
])]
public static class TrainingType
{
    [ID<Training>]
    public static long GetId([Parent] Training training) => training.Id;
}

[ObjectType<Attestation>(Fields =
[
    nameof(Attestation.Training), nameof(Attestation.CareSourceProviderId), nameof(Attestation.Name), nameof(Attestation.JobTitle), nameof(Attestation.At),
])]
public static class AttestationType
{
    [ID<Attestation>]
    public static long GetId([Parent] Attestation attestation) => attestation.Id;
}

[ObjectType<AssignedTraining>(Fields =
[
    nameof(AssignedTraining.Training), nameof(AssignedTraining.Required), nameof(AssignedTraining.Open), nameof(AssignedTraining.Due),
    nameof(AssignedTraining.AttestedAt), nameof(AssignedTraining.Attestation),
])]
public static class AssignedTrainingType;

[ObjectType<AttestationReport>]
public static class AttestationReportType;

[ObjectType<MissingAttestation>]
public static class MissingAttestationType;
