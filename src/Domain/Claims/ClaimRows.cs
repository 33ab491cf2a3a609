using System.Data;
using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Claims;

/// <summary>
/// Stores a claim that intake took in, by prepared statements: a claim is some twenty records, and EF Core's tracking and saving
/// cost several times what the database does. Everything later in a claim's life is saved by EF Core.
/// </summary>
internal sealed class ClaimRows(PortalDb db)
{
    private const string Claims = """
        INSERT INTO "Claims" ("Version", "Number", "Type", "State", "Market", "Lob", "MemberId", "MemberIdGiven", "BillingAccountId", "BillingNpi",
            "RenderingAccountId", "RenderingNpi", "PatientAccountNumber", "FirstServiceDate", "LastServiceDate", "AdmissionDate", "DischargeDate",
            "Frequency", "DocumentControlNumber", "ReplacesClaimId", "ReceivedDate", "ReceivedAt", "TotalCharge", "Allowed", "Paid", "PatientShare",
            "PendReason", "ReviewKind", "StateSince", "LineCount")
        VALUES (1, @0, @1, @2, @3, @4, @5, @6, @7, @8, @9, @10, @11, @12, @13, @14, @15, @16, @17, @18, @19, @20, @21, 0, 0, 0, @22, @23, @24, @25)
        RETURNING "Id"
        """;

    private const string Draft = """
        UPDATE "ClaimDrafts" SET "Version" = "Version" + 1, "State" = @2, "ClaimId" = @3, "ChangedAt" = @4, "Form" = @5, "OtherPayers" = @6
        WHERE "Id" = @0 AND "Version" = @1
        """;

    private readonly DbConnection _connection = db.Database.GetDbConnection();
    private readonly DbTransaction _transaction = db.Database.CurrentTransaction?.GetDbTransaction()
        ?? throw new InvalidOperationException("A claim is stored inside a write scope.");

    /// <summary>Inserts the claim with its parts, gives it and its steps their ids, and publishes the steps.</summary>
    public async Task InsertAsync(Claim claim, CancellationToken ct)
    {
        if (claim.Id != 0 || claim.State.IsFinal()) throw new InvalidOperationException("Only a new claim is inserted; it has no result.");
        claim.Stored(await InsertClaimAsync(claim, ct));
        var parts = new ClaimPartRows(_connection, _transaction, claim.Id);
        if (claim.Form is { } form) await parts.InsertAsync(form, ct);
        await parts.InsertAsync(claim.LineItems, ct);
        await parts.InsertAsync(claim.DiagnosisItems, ct);
        await parts.InsertAsync(claim.OtherPayerItems, ct);
        await parts.InsertAsync(claim.RejectionItems, ct);
        await parts.InsertAsync(claim.EventItems, ct);
        // PLT-21: as every save of EF Core does it.
        foreach (var step in claim.EventItems) db.PendingChanges.Publish(step);
    }

    /// <summary>PLT-05: false when somebody was faster.</summary>
    public async Task<bool> UpdateAsync(ClaimDraft draft, long claimId, CancellationToken ct)
    {
        await using var update = new RowStatement(_connection, _transaction, Draft,
            DbType.Int64, DbType.Int32, DbType.String, DbType.Int64, DbType.DateTime, DbType.String, DbType.String);
        update[0] = draft.Id;
        update[1] = draft.Version;
        update[2] = draft.State.ToString();
        update[3] = claimId;
        update[4] = draft.ChangedAt.UtcDateTime;
        update[5] = draft.FormText;
        update[6] = draft.OtherPayersText;
        return await update.RunAsync(ct) == 1;
    }

    private async Task<long> InsertClaimAsync(Claim claim, CancellationToken ct)
    {
        await using var insert = new RowStatement(_connection, _transaction, Claims,
            DbType.String, DbType.String, DbType.String, DbType.String, DbType.String, DbType.Int64, DbType.String, DbType.Int64, DbType.String,
            DbType.Int64, DbType.String, DbType.String, DbType.Date, DbType.Date, DbType.Date, DbType.Date, DbType.String, DbType.String, DbType.Int64,
            DbType.Date, DbType.DateTime, DbType.Decimal, DbType.String, DbType.String, DbType.DateTime, DbType.Int32);
        insert[0] = claim.Number;
        insert[1] = claim.Type.ToString();
        insert[2] = claim.State.ToString();
        insert[3] = claim.Market.ToString();
        insert[4] = claim.Lob?.ToString();
        insert[5] = claim.MemberId;
        insert[6] = claim.MemberIdGiven;
        insert[7] = claim.BillingAccountId;
        insert[8] = claim.BillingNpi;
        insert[9] = claim.RenderingAccountId;
        insert[10] = claim.RenderingNpi;
        insert[11] = claim.PatientAccountNumber;
        insert[12] = claim.FirstServiceDate;
        insert[13] = claim.LastServiceDate;
        insert[14] = claim.AdmissionDate;
        insert[15] = claim.DischargeDate;
        insert[16] = claim.Frequency.ToString();
        insert[17] = claim.DocumentControlNumber;
        insert[18] = claim.Replaces?.Id ?? claim.ReplacesClaimId;
        insert[19] = claim.ReceivedDate;
        insert[20] = claim.ReceivedAt.UtcDateTime;
        insert.Money(21, claim.TotalCharge);
        insert[22] = claim.PendReason?.ToString();
        insert[23] = claim.ReviewKind?.ToString();
        insert[24] = claim.StateSince.UtcDateTime;
        insert[25] = claim.LineCount;
        return Convert.ToInt64(await insert.ValueAsync(ct), CultureInfo.InvariantCulture);
    }
}
