using System.Data;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Members;

/// <summary>The reads of members that nearly every request makes, by hand; each within one market, as <see cref="MemberScope"/> has it.</summary>
internal static class MemberRows
{
    private const string Select = """
        SELECT m."Id", m."SubscriberNumber", m."Suffix", m."MedicaidId", m."CaseNumber", m."FirstName", m."LastName", m."NameKey", m."BirthDate",
            m."Gender", m."Language", m."Phone", m."SubscriberId"
        FROM "Members" m
        WHERE EXISTS (SELECT 1 FROM "ProgramEnrollments" e WHERE e."MemberId" = m."Id" AND e."Market" = @0)
        """;

    private static readonly HandQuery<Member> ByNumber = new(
        $"""{Select} AND m."SubscriberNumber" = @1 AND m."Suffix" = @2""", Read, DbType.String, DbType.String, DbType.String);

    private static readonly HandQuery<Member> ByIds = new($"""{Select} AND m."Id" IN @1""", Read, DbType.String, null);

    public static Task<List<Member>> OfNumberAsync(PortalDb db, Market market, MemberNumber number, CancellationToken ct) =>
        ByNumber.ReadAsync(db, ct, market.ToString(), number.SubscriberNumber, number.Suffix);

    public static Task<List<Member>> OfIdsAsync(PortalDb db, Market market, IReadOnlyCollection<long> ids, CancellationToken ct) =>
        ByIds.ReadAsync(db, ct, market.ToString(), ids.ToArray());

    private static Member Read(StoredRow row) => Member.Stored(
        row.Long(0), new(row.Text(1), row.Text(2)), row.TextOrNull(3), row.TextOrNull(4), row.Text(5), row.Text(6), row.Text(7), row.Date(8),
        row.Name<Gender>(9), row.Text(10), row.TextOrNull(11), row.LongOrNull(12));
}
