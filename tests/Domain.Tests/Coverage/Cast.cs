using Portal.Graph.Domain.Coverage;
using Portal.Graph.Domain.Members;
using Portal.Graph.Domain.Platform;

namespace Portal.Graph.Domain.Tests.Coverage;

/// <summary>Unsaved members, enrollments and spans for tests of pure rules.</summary>
internal static class Cast
{
    public static Member Subscriber(string number = "123456789") =>
        Member.Enroll(new(number, "00"), "Anna", "Rivera", new(1984, 3, 9), Gender.Female);

    public static ProgramEnrollment Enrollment(Lob lob = Lob.Medicaid, Market market = Market.OH) =>
        ProgramEnrollment.Of(Subscriber(), market, lob, "CareSource");

    public static EligibilitySpan Span(string from, string? to = null, string? graceStart = null, string? graceEnd = null, string? paidThrough = null) =>
        EligibilitySpan.Of(Enrollment(), Details(from, to, graceStart, graceEnd, paidThrough));

    public static SpanDetails Details(string from, string? to = null, string? graceStart = null, string? graceEnd = null, string? paidThrough = null) =>
        new(Date(from), Day(to), PaidThrough: Day(paidThrough), GraceStart: Day(graceStart), GraceEnd: Day(graceEnd));

    public static DateOnly Date(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd");

    private static DateOnly? Day(string? iso) => iso is null ? null : Date(iso);
}
