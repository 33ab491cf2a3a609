using Microsoft.Data.Sqlite;
using Portal.Graph.Domain.Claims;
using Portal.Graph.Domain.Claims.Forms;

namespace Portal.Graph.Testing;

/// <summary>A provider account as forms name it.</summary>
public sealed record SamplePractice(long Id, string Npi, string TaxId);

/// <summary>Complete claim forms of 6 lines for members of a demo plan, which intake accepts without a person.</summary>
public static class SampleClaims
{
    private static readonly (string Code, decimal Charge)[] Services =
        [("G0463", 148.00m), ("G0439", 176.50m), ("G0402", 212.00m), ("G0444", 28.40m), ("G0008", 31.25m), ("J3420", 18.90m)];

    /// <summary>The CareSource ids of the market's members who have been covered for the last year and still are.</summary>
    public static IReadOnlyList<string> CoveredMembers(string directory, string market) => Read(directory,
        $"""
        SELECT DISTINCT m."SubscriberNumber" || '-' || m."Suffix" FROM "Members" m
        JOIN "EligibilitySpans" s ON s."MemberId" = m."Id" JOIN "ProgramEnrollments" e ON e."Id" = s."EnrollmentId"
        WHERE e."Market" = '{market}' AND s."Termination" IS NULL AND s."Effective" <= date('now', '-1 year') ORDER BY 1
        """, r => r.GetString(0));

    /// <summary>The demo plan's first practice.</summary>
    public static SamplePractice Practice(string directory) =>
        Read(directory, """SELECT "Id", "Npi", "TaxId" FROM "ProviderAccounts" ORDER BY "Id" LIMIT 1""", r => new SamplePractice(r.GetInt64(0), r.GetString(1), r.GetString(2)))[0];

    public static ClaimForm Form(SamplePractice practice, string memberId, DateOnly day, string patientAccountNumber) => new()
    {
        MemberId = memberId,
        PatientFirstName = "Sample",
        PatientLastName = "Patient",
        PatientBirthDate = new(1980, 5, 17),
        PatientSex = PatientSex.Unknown,
        InsuredName = "Patient, Sample",
        Relation = InsuredRelation.Self,
        OtherInsurance = false,
        Diagnoses = ["I10", "E119"],
        Lines =
        [
            .. Services.Select(s => new ClaimFormLine
            {
                From = day, To = day, PlaceOfService = "11", Code = s.Code, DiagnosisPointer = "AB", Charge = s.Charge, Units = 1,
            }),
        ],
        RenderingNpi = practice.Npi,
        TaxId = practice.TaxId,
        PatientAccountNumber = patientAccountNumber,
        AcceptAssignment = true,
        TotalCharge = Services.Sum(s => s.Charge),
        BillingNpi = practice.Npi,
    };

    private static List<T> Read<T>(string directory, string sql, Func<SqliteDataReader, T> row)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(directory, "portal.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        List<T> rows = [];
        while (reader.Read()) rows.Add(row(reader));
        return rows;
    }
}
