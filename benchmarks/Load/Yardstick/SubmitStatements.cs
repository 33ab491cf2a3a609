using Portal.Graph.Driving;
using Microsoft.Data.Sqlite;

namespace Portal.Graph.Load.Yardstick;

/// <summary>The reads and writes of a submission, on the writing connection.</summary>
internal sealed class SubmitStatements(SqliteConnection connection)
{
    public Statement Known { get; } = new(connection,
        """SELECT "ResultId" FROM "IdempotencyKeys" WHERE "Owner" = @0 AND "ClientRequestId" = @1""", 2);

    public Statement Draft { get; } = new(connection, """
        SELECT "Version", "State", "Form", "OtherPayers", "ChangedAt" FROM "ClaimDrafts" WHERE "Id" = @0 AND "AccountId" = @1 AND "Market" = @2
        """, 3);

    public Statement Account { get; } = new(connection,
        """SELECT "Npi", "TaxId", "Kind", "State" FROM "ProviderAccounts" WHERE "Id" = @0""", 1);

    public Statement Member { get; } = new(connection, """
        SELECT m."Id" FROM "Members" m WHERE m."SubscriberNumber" = @0 AND m."Suffix" = @1
            AND EXISTS (SELECT 1 FROM "ProgramEnrollments" e WHERE e."MemberId" = m."Id" AND e."Market" = @2)
        """, 3);

    public Statement Cover { get; } = new(connection, """
        SELECT e."Lob" FROM "EligibilitySpans" s JOIN "ProgramEnrollments" e ON e."Id" = s."EnrollmentId"
        WHERE s."MemberId" = @0 AND e."Market" = @1 AND s."Effective" <= @2 AND (s."Termination" IS NULL OR s."Termination" >= @2)
        ORDER BY s."Effective" DESC, s."Id" DESC LIMIT 1
        """, 3);

    public Statement Others { get; } = new(connection, """
        SELECT c."Id", l."Code" FROM "Claims" c JOIN "ClaimLines" l ON l."ClaimId" = c."Id"
        WHERE c."MemberId" = @0 AND c."FirstServiceDate" <= @1 AND c."LastServiceDate" >= @2 AND c."BillingNpi" = @3
            AND c."State" NOT IN ('Rejected', 'Voided', 'Replaced')
        """, 4);

    public Statement Number { get; } = new(connection, """
        INSERT INTO "NumberSeries" ("Series", "Last") VALUES (@0, 1)
        ON CONFLICT ("Series") DO UPDATE SET "Last" = "NumberSeries"."Last" + 1 RETURNING "Last"
        """, 1);

    public Statement Claim { get; } = new(connection, """
        INSERT INTO "Claims" ("Version", "Number", "Type", "State", "Market", "Lob", "MemberId", "MemberIdGiven", "BillingAccountId", "BillingNpi",
            "RenderingAccountId", "RenderingNpi", "PatientAccountNumber", "FirstServiceDate", "LastServiceDate", "Frequency", "ReceivedDate",
            "ReceivedAt", "TotalCharge", "Allowed", "Paid", "PatientShare", "StateSince", "LineCount")
        VALUES (1, @0, 'Hcfa', 'InProcess', @1, @2, @3, @4, @5, @6, @5, @7, @8, @9, @10, 'Original', @11, @12, @13, 0, 0, 0, @12, @14)
        RETURNING "Id"
        """, 15);

    public Statement Form { get; } = new(connection, """INSERT INTO "ClaimForms" ("ClaimId", "Form") VALUES (@0, @1)""", 2);

    public Statement Line { get; } = new(connection, """
        INSERT INTO "ClaimLines" ("ClaimId", "No", "From", "To", "Code", "Modifiers", "DiagnosisPointer", "PlaceOfService", "Units", "Charge",
            "Allowed", "Paid", "PatientShare", "State")
        VALUES (@0, @1, @2, @3, @4, @5, @6, @7, @8, @9, 0, 0, 0, 'Open')
        """, 10);

    public Statement Diagnosis { get; } = new(connection, """INSERT INTO "ClaimDiagnoses" ("ClaimId", "No", "Code") VALUES (@0, @1, @2)""", 3);

    public Statement Event { get; } = new(connection, """
        INSERT INTO "ClaimEvents" ("ClaimId", "At", "From", "To", "ActorKind", "ActorUserId") VALUES (@0, @1, @2, @3, @4, @5)
        RETURNING "Id"
        """, 6);

    public Statement OutboxNumbers { get; } = new(connection, """
        INSERT INTO "NumberSeries" ("Series", "Last") VALUES ('outbox', @0)
        ON CONFLICT ("Series") DO UPDATE SET "Last" = "NumberSeries"."Last" + @0 RETURNING "Last"
        """, 1);

    public Statement Outbox { get; } = new(connection, """
        INSERT INTO "OutboxEntries" ("Seq", "Topic", "SubjectId", "DetailId", "OccurredAt") VALUES (@0, 'claim.status', @1, @2, @3)
        """, 4);

    public Statement DraftDone { get; } = new(connection, """
        UPDATE "ClaimDrafts" SET "Version" = "Version" + 1, "State" = 'Submitted', "ClaimId" = @1, "ChangedAt" = @2, "Form" = '{}', "OtherPayers" = '[]'
        WHERE "Id" = @0
        """, 3);

    public Statement Remember { get; } = new(connection, """
        INSERT INTO "IdempotencyKeys" ("Owner", "ClientRequestId", "Operation", "InputHash", "ResultId", "At") VALUES (@0, @1, 'submitClaim', @2, @3, @4)
        """, 5);
}
