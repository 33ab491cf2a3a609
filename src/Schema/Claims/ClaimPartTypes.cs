using Portal.Graph.Domain.Claims;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Schema.Platform;
using Portal.GraphQL.Building;

namespace Portal.Graph.Schema.Claims;

[ObjectType<ClaimLine>(Fields =
[
    nameof(ClaimLine.No), nameof(ClaimLine.From), nameof(ClaimLine.To), nameof(ClaimLine.Code), nameof(ClaimLine.RevenueCode), nameof(ClaimLine.Modifiers),
    nameof(ClaimLine.DiagnosisPointer), nameof(ClaimLine.PlaceOfService), nameof(ClaimLine.Units), nameof(ClaimLine.Charge), nameof(ClaimLine.Allowed),
    nameof(ClaimLine.Paid), nameof(ClaimLine.PatientShare), nameof(ClaimLine.State),
])]
public static class ClaimLineType
{
    // CLM-17
    /// <summary>The reasons of this line.</summary>
    public static async ValueTask<IReadOnlyList<ClaimReason>> GetReasonsAsync([Parent] ClaimLine line, ReasonsByClaim loader) =>
        [.. (await loader.LoadAsync(line.ClaimId)).Where(r => r.LineNo == line.No)];
}

[ObjectType<ClaimDiagnosis>(Fields = [nameof(ClaimDiagnosis.No), nameof(ClaimDiagnosis.Code), nameof(ClaimDiagnosis.DisplayCode), nameof(ClaimDiagnosis.Title)])]
public static class ClaimDiagnosisType
{
    /// <summary>The letter A to L by which lines point to it.</summary>
    public static string GetLetter([Parent] ClaimDiagnosis diagnosis) => diagnosis.Letter.ToString();
}

[ObjectType<ClaimOtherPayer>(Fields =
[
    nameof(ClaimOtherPayer.No), nameof(ClaimOtherPayer.Name), nameof(ClaimOtherPayer.PolicyNumber), nameof(ClaimOtherPayer.PaidDate),
    nameof(ClaimOtherPayer.Allowed), nameof(ClaimOtherPayer.Paid), nameof(ClaimOtherPayer.PatientShare), nameof(ClaimOtherPayer.Detail),
])]
public static class ClaimOtherPayerType;

[ObjectType<ClaimReason>(Fields =
[
    nameof(ClaimReason.LineNo), nameof(ClaimReason.Kind), nameof(ClaimReason.Code), nameof(ClaimReason.Text), nameof(ClaimReason.Group), nameof(ClaimReason.Amount),
])]
public static class ClaimReasonType;

[ObjectType<ClaimRejection>(Fields = [nameof(ClaimRejection.Code), nameof(ClaimRejection.Field), nameof(ClaimRejection.Text)])]
public static class ClaimRejectionType;

[ObjectType<ClaimEvent>(Fields = [nameof(ClaimEvent.At), nameof(ClaimEvent.From), nameof(ClaimEvent.To)])]
public static class ClaimEventType
{
    /// <summary>What staff wrote at this step; null for everyone else.</summary>
    public static string? GetNote([Parent] ClaimEvent step, Actor actor) =>
        actor.Has(Permission.StaffClaimsRead) || actor.Has(Permission.StaffClaimsDecide) ? step.Note : null;
}
