using System.Data;
using System.Data.Common;
using System.Globalization;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Claims;

/// <summary>The records below a new claim, each kind by one prepared statement.</summary>
internal sealed class ClaimPartRows(DbConnection connection, DbTransaction transaction, long claimId)
{
    private const string Form = """INSERT INTO "ClaimForms" ("ClaimId", "Form") VALUES (@0, @1)""";

    private const string Line = """
        INSERT INTO "ClaimLines" ("ClaimId", "No", "From", "To", "Code", "RevenueCode", "Modifiers", "DiagnosisPointer", "PlaceOfService", "Tooth",
            "Surface", "Units", "Charge", "Allowed", "Paid", "PatientShare", "State")
        VALUES (@0, @1, @2, @3, @4, @5, @6, @7, @8, @9, @10, @11, @12, 0, 0, 0, @13)
        """;

    private const string Diagnosis = """INSERT INTO "ClaimDiagnoses" ("ClaimId", "No", "Code") VALUES (@0, @1, @2)""";

    private const string OtherPayer = """
        INSERT INTO "ClaimOtherPayers" ("ClaimId", "No", "Name", "PolicyNumber", "PaidDate", "Allowed", "Paid", "PatientShare", "Detail")
        VALUES (@0, @1, @2, @3, @4, @5, @6, @7, @8)
        """;

    private const string Rejection = """INSERT INTO "ClaimRejections" ("ClaimId", "Code", "Field", "Text") VALUES (@0, @1, @2, @3)""";

    private const string Step = """
        INSERT INTO "ClaimEvents" ("ClaimId", "At", "From", "To", "ActorKind", "ActorUserId", "Note") VALUES (@0, @1, @2, @3, @4, @5, @6) RETURNING "Id"
        """;

    public async Task InsertAsync(SubmittedForm form, CancellationToken ct)
    {
        await using var insert = new RowStatement(connection, transaction, Form, DbType.Int64, DbType.String);
        insert[0] = claimId;
        insert[1] = form.Json;
        await insert.RunAsync(ct);
    }

    public async Task InsertAsync(IReadOnlyList<ClaimLine> lines, CancellationToken ct)
    {
        await using var insert = new RowStatement(connection, transaction, Line,
            DbType.Int64, DbType.Int32, DbType.Date, DbType.Date, DbType.String, DbType.String, DbType.String, DbType.String, DbType.String,
            DbType.String, DbType.String, DbType.Decimal, DbType.Decimal, DbType.String);
        insert[0] = claimId;
        foreach (var line in lines)
        {
            insert[1] = line.No;
            insert[2] = line.From;
            insert[3] = line.To;
            insert[4] = line.Code;
            insert[5] = line.RevenueCode;
            insert[6] = line.ModifierText;
            insert[7] = line.DiagnosisPointer;
            insert[8] = line.PlaceOfService;
            insert[9] = line.Tooth;
            insert[10] = line.Surface;
            insert.Money(11, line.Units);
            insert.Money(12, line.Charge);
            insert[13] = line.State.ToString();
            await insert.RunAsync(ct);
        }
    }

    public async Task InsertAsync(IReadOnlyList<ClaimDiagnosis> diagnoses, CancellationToken ct)
    {
        if (diagnoses.Count == 0) return;
        await using var insert = new RowStatement(connection, transaction, Diagnosis, DbType.Int64, DbType.Int32, DbType.String);
        insert[0] = claimId;
        foreach (var diagnosis in diagnoses)
        {
            insert[1] = diagnosis.No;
            insert[2] = diagnosis.Code;
            await insert.RunAsync(ct);
        }
    }

    public async Task InsertAsync(IReadOnlyList<ClaimOtherPayer> payers, CancellationToken ct)
    {
        if (payers.Count == 0) return;
        await using var insert = new RowStatement(connection, transaction, OtherPayer,
            DbType.Int64, DbType.Int32, DbType.String, DbType.String, DbType.Date, DbType.Decimal, DbType.Decimal, DbType.Decimal, DbType.String);
        insert[0] = claimId;
        foreach (var payer in payers)
        {
            insert[1] = payer.No;
            insert[2] = payer.Name;
            insert[3] = payer.PolicyNumber;
            insert[4] = payer.PaidDate;
            insert.Money(5, payer.Allowed);
            insert.Money(6, payer.Paid);
            insert.Money(7, payer.PatientShare);
            insert[8] = payer.DetailJson;
            await insert.RunAsync(ct);
        }
    }

    public async Task InsertAsync(IReadOnlyList<ClaimRejection> rejections, CancellationToken ct)
    {
        if (rejections.Count == 0) return;
        await using var insert = new RowStatement(connection, transaction, Rejection, DbType.Int64, DbType.String, DbType.String, DbType.String);
        insert[0] = claimId;
        foreach (var rejection in rejections)
        {
            insert[1] = rejection.Code;
            insert[2] = rejection.Field;
            insert[3] = rejection.Text;
            await insert.RunAsync(ct);
        }
    }

    /// <summary>Steps are told apart by their ids, which rise in their order.</summary>
    public async Task InsertAsync(IReadOnlyList<ClaimEvent> steps, CancellationToken ct)
    {
        await using var insert = new RowStatement(connection, transaction, Step,
            DbType.Int64, DbType.DateTime, DbType.String, DbType.String, DbType.String, DbType.Int64, DbType.String);
        insert[0] = claimId;
        foreach (var step in steps)
        {
            insert[1] = step.At.UtcDateTime;
            insert[2] = step.From.ToString();
            insert[3] = step.To.ToString();
            insert[4] = step.ActorKind.ToString();
            insert[5] = step.ActorUserId;
            insert[6] = step.Note;
            step.Stored(Convert.ToInt64(await insert.ValueAsync(ct), CultureInfo.InvariantCulture), claimId);
        }
    }
}
