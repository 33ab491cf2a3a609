using Portal.Graph.Domain.Coverage;
using Portal.GraphQL.Building;

namespace Portal.Graph.Schema.Coverage;

[ObjectType<EligibilitySpan>(Fields =
[
    nameof(EligibilitySpan.Effective), nameof(EligibilitySpan.Termination), nameof(EligibilitySpan.Reason), nameof(EligibilitySpan.PaidThrough),
    nameof(EligibilitySpan.GraceStart), nameof(EligibilitySpan.GraceEnd),
])]
public static class EligibilitySpanType
{
    [ID<EligibilitySpan>]
    public static long GetId([Parent] EligibilitySpan span) => span.Id;

    /// <summary>The programme that the span is of.</summary>
    public static ProgramEnrollment? GetEnrollment([Parent] EligibilitySpan span) => span.Enrollment;
}

[ObjectType<ProgramEnrollment>(Fields =
    [nameof(ProgramEnrollment.Market), nameof(ProgramEnrollment.Lob), nameof(ProgramEnrollment.ProgramName), nameof(ProgramEnrollment.GroupName)])]
public static class ProgramEnrollmentType
{
    [ID<ProgramEnrollment>]
    public static long GetId([Parent] ProgramEnrollment enrollment) => enrollment.Id;
}

// COB-02
[ObjectType<CobRecord>(Fields =
[
    nameof(CobRecord.Carrier), nameof(CobRecord.PolicyNumber), nameof(CobRecord.GroupNumber), nameof(CobRecord.HolderName),
    nameof(CobRecord.Relationship), nameof(CobRecord.Type), nameof(CobRecord.Priority), nameof(CobRecord.Effective), nameof(CobRecord.Term),
    nameof(CobRecord.Phone),
])]
public static class CobRecordType
{
    [ID<CobRecord>]
    public static long GetId([Parent] CobRecord record) => record.Id;
}
