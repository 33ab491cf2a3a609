using Portal.Graph.Driving;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Portal.Graph.Domain.Claims;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Load.Yardstick;

/// <summary>A page of claims with member and lines: two reads; an audit row per claim, per member and per claim's lines.</summary>
internal sealed class ClaimsEndpoint(PortalStorage storage, Writer writer)
{
    private const int Page = 25;

    private sealed class Statements(SqliteConnection connection)
    {
        public Statement Claims { get; } = new(connection, """
            SELECT c."Id", c."Number", c."State", c."PendReason", c."FirstServiceDate", c."LastServiceDate", c."TotalCharge", c."Paid",
                c."PatientAccountNumber", c."BillingNpi", m."Id", m."SubscriberNumber", m."Suffix", m."FirstName", m."LastName", m."BirthDate"
            FROM "Claims" c LEFT JOIN "Members" m ON m."Id" = c."MemberId"
                AND EXISTS (SELECT 1 FROM "ProgramEnrollments" e WHERE e."MemberId" = m."Id" AND e."Market" = @0)
            WHERE c."Market" = @0 AND (c."BillingAccountId" = @1 OR c."RenderingAccountId" = @1) AND c."ReceivedDate" >= @2
                AND c."FirstServiceDate" >= @3 AND c."FirstServiceDate" <= @4
            ORDER BY c."FirstServiceDate" DESC, c."Id" DESC LIMIT 26
            """, 5);

        public Statement Lines { get; } = new(connection, """
            SELECT "No", "From", "To", "Code", "Modifiers", "Units", "Charge", "Allowed", "Paid", "State"
            FROM "ClaimLines" WHERE "ClaimId" = @0 ORDER BY "No"
            """, 1);
    }

    private readonly Readers<Statements> _readers = new(storage, connection => new(connection));

    public async Task AnswerAsync(ClaimsAsked asked, Caller caller, Utf8JsonWriter json)
    {
        List<AuditEntry> reads = new(3 * Page);
        HashSet<long> members = [];
        var at = AuditTrail.Now();
        var earliest = DateOnly.FromDateTime(at).AddMonths(-24).ToString("yyyy-MM-dd");
        var statements = await _readers.RentAsync();
        try
        {
            using var claim = statements.Claims.Read(caller.Market, caller.AccountId, earliest, asked.From, asked.To);
            json.WriteStartObject();
            json.WriteStartObject("data");
            json.WriteStartObject("claims");
            json.WriteStartArray("nodes");
            var (count, more) = (0, false);
            while (!more && claim.Read())
            {
                if (count++ == Page)
                {
                    more = true;
                    continue;
                }
                var (id, member) = (claim.GetInt64(0), claim.IsDBNull(10) ? (long?)null : claim.GetInt64(10));
                reads.Add(AuditEntry.Read(caller, "Claim", id, member, "summary", at));
                if (member is { } known && members.Add(known)) reads.Add(AuditEntry.Read(caller, "Member", known, known, "demographics", at));
                reads.Add(AuditEntry.Read(caller, "Claim", id, member, "lines", at));
                WriteClaim(json, claim, statements.Lines, id);
            }
            json.WriteEndArray();
            json.WriteStartObject("pageInfo");
            json.WriteBoolean("hasNextPage", more);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }
        finally
        {
            _readers.Return(statements);
        }
        await writer.StoreAsync(reads);
    }

    private static void WriteClaim(Utf8JsonWriter json, SqliteDataReader claim, Statement lines, long id)
    {
        json.WriteStartObject();
        json.WriteString("number", claim.GetString(1));
        json.WriteString("status", Status(claim.GetString(2), claim.Text(3)));
        json.WriteString("firstServiceDate", claim.GetString(4));
        json.WriteString("lastServiceDate", claim.GetString(5));
        json.WriteNumber("totalCharge", claim.Money(6));
        json.WriteNumber("paid", claim.Money(7));
        json.WriteString("patientAccountNumber", claim.Text(8));
        json.WriteString("billingNpi", claim.GetString(9));
        if (claim.IsDBNull(10)) json.WriteNull("member");
        else
        {
            json.WriteStartObject("member");
            json.WriteString("careSourceId", $"{claim.GetString(11)}-{claim.GetString(12)}");
            json.WriteString("firstName", claim.GetString(13));
            json.WriteString("lastName", claim.GetString(14));
            json.WriteString("birthDate", claim.GetString(15));
            json.WriteEndObject();
        }
        json.WriteStartArray("lines");
        using (var line = lines.Read(id)) while (line.Read()) WriteLine(json, line);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteLine(Utf8JsonWriter json, SqliteDataReader line)
    {
        json.WriteStartObject();
        json.WriteNumber("no", line.GetInt32(0));
        json.WriteString("from", line.GetString(1));
        json.WriteString("to", line.GetString(2));
        json.WriteString("code", line.GetString(3));
        json.WriteStartArray("modifiers");
        if (line.GetString(4) is { Length: > 0 } modifiers)
            foreach (var modifier in modifiers.Split(' ')) json.WriteStringValue(modifier);
        json.WriteEndArray();
        json.WriteNumber("units", line.Money(5));
        json.WriteNumber("charge", line.Money(6));
        json.WriteNumber("allowed", line.Money(7));
        json.WriteNumber("paid", line.Money(8));
        json.WriteString("state", EnumNames.Of(line.GetString(9)));
        json.WriteEndObject();
    }

    private static string Status(string state, string? pendReason) => state switch
    {
        "Submitted" or "InProcess" => "IN_PROCESS",
        "Pended" => pendReason is nameof(ClaimPendReason.Documents) ? "WAITING_FOR_DOCUMENTS" : "IN_PROCESS",
        _ => EnumNames.Of(state),
    };
}
