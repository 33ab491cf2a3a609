using System.Data;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Coverage;

/// <summary>The spans of one member in one market with their enrollments, newest first: read by hand, as every eligibility answer needs them.</summary>
internal static class SpanRows
{
    private const string Select = """
        SELECT s."Id", s."EnrollmentId", s."MemberId", s."Effective", s."Termination", s."Reason", s."PaidThrough", s."GraceStart", s."GraceEnd",
            e."Market", e."Lob", e."ProgramName", e."GroupName"
        FROM "EligibilitySpans" s JOIN "ProgramEnrollments" e ON e."Id" = s."EnrollmentId"
        WHERE s."MemberId" = @0 AND e."Market" = @1
        """;

    private const string NewestFirst = """ORDER BY s."Effective" DESC, s."Id" DESC""";

    private static readonly HandQuery<EligibilitySpan> OfMember = new($"{Select} {NewestFirst}", Read, DbType.Int64, DbType.String);

    private static readonly HandQuery<EligibilitySpan> On = new(
        $"""{Select} AND s."Effective" <= @2 AND (s."Termination" IS NULL OR s."Termination" >= @2) {NewestFirst}""",
        Read, DbType.Int64, DbType.String, DbType.Date);

    public static Task<List<EligibilitySpan>> OfAsync(PortalDb db, Market market, long memberId, CancellationToken ct) =>
        OfMember.ReadAsync(db, ct, memberId, market.ToString());

    public static Task<List<EligibilitySpan>> OnAsync(PortalDb db, Market market, long memberId, DateOnly date, CancellationToken ct) =>
        On.ReadAsync(db, ct, memberId, market.ToString(), date);

    private static EligibilitySpan Read(StoredRow row) => EligibilitySpan.Stored(
        row.Long(0), ProgramEnrollment.Stored(row.Long(1), row.Long(2), row.Name<Market>(9), row.Name<Lob>(10), row.Text(11), row.TextOrNull(12)),
        new(row.Date(3), row.DateOrNull(4), row.TextOrNull(5), row.DateOrNull(6), row.DateOrNull(7), row.DateOrNull(8)));
}
