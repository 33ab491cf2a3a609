using System.Data;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Claims;

/// <summary>What the lists of a provider's claims ask most, read by hand; each within the owner's claims, as <see cref="ClaimScope"/> has it.</summary>
internal static class ClaimListReads
{
    private const string Owned = """
        c."Market" = @0 AND (c."BillingAccountId" IN @1 OR (c."RenderingAccountId" IS NOT NULL AND c."RenderingAccountId" IN @1))
        """;

    private static readonly HandQuery<Claim> ByServiceDates = new(
        $"""
        SELECT {Claim.StoredColumns} FROM "Claims" c
        WHERE {Owned} AND c."ReceivedDate" >= @2 AND c."FirstServiceDate" >= @3 AND c."FirstServiceDate" <= @4
        ORDER BY c."FirstServiceDate" DESC, c."Id" DESC LIMIT @5
        """,
        Claim.Stored, DbType.String, null, DbType.Date, DbType.Date, DbType.Date, DbType.Int64);

    private static readonly HandQuery<(long? MemberId, ClaimLine Line)> Lines = new(
        $"""
        SELECT c."MemberId", l."Id", l."ClaimId", l."No", l."From", l."To", l."Code", l."RevenueCode", l."Modifiers", l."DiagnosisPointer",
            l."PlaceOfService", l."Tooth", l."Surface", l."Units", l."Charge", l."Allowed", l."Paid", l."PatientShare", l."State"
        FROM "Claims" c JOIN "ClaimLines" l ON l."ClaimId" = c."Id"
        WHERE {Owned} AND c."Id" IN @2
        """,
        ReadLine, DbType.String, null, null);

    /// <summary>The first claims of a search that names service dates and nothing else, newest first.</summary>
    public static Task<List<Claim>> FirstOfAsync(
        PortalDb db, ClaimOwner owner, DateOnly receivedFrom, DateOnly from, DateOnly to, int count, CancellationToken ct) =>
        ByServiceDates.ReadAsync(db, ct, owner.Market.ToString(), owner.AccountIds, receivedFrom, from, to, (long)count);

    /// <summary>The lines of those of the claims that are the owner's, each with its claim's member; in no particular order.</summary>
    public static Task<List<(long? MemberId, ClaimLine Line)>> LinesAsync(PortalDb db, ClaimOwner owner, IReadOnlyCollection<long> claimIds, CancellationToken ct) =>
        Lines.ReadAsync(db, ct, owner.Market.ToString(), owner.AccountIds, claimIds.ToArray());

    private static (long? MemberId, ClaimLine Line) ReadLine(StoredRow row) => (row.LongOrNull(0), ClaimLine.Stored(
        row.Long(1), row.Long(2), row.Int(3),
        new(row.Date(4), row.Date(5), row.Text(6), row.Money(13), row.Money(14), row.TextOrNull(10), DiagnosisPointer: row.Text(9),
            RevenueCode: row.TextOrNull(7), Tooth: row.TextOrNull(11), Surface: row.TextOrNull(12)),
        row.Text(8), (row.Money(15), row.Money(16), row.Money(17)), row.Name<ClaimLineState>(18)));
}
