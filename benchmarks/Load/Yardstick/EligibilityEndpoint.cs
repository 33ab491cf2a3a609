using Portal.Graph.Driving;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Portal.Graph.Domain.Members;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Load.Yardstick;

/// <summary>A member with spans and the verdict for a day: two reads; an inquiry and an audit row per record, durable before the answer.</summary>
internal sealed class EligibilityEndpoint(PortalStorage storage, Writer writer)
{
    private sealed record Span(long Id, string Effective, string? Termination, string Program, string Lob);

    private sealed class Statements(SqliteConnection connection)
    {
        public Statement Member { get; } = new(connection, """
            SELECT m."Id", m."FirstName", m."LastName", m."BirthDate", m."MedicaidId" FROM "Members" m
            WHERE m."SubscriberNumber" = @0 AND m."Suffix" = @1
              AND EXISTS (SELECT 1 FROM "ProgramEnrollments" e WHERE e."MemberId" = m."Id" AND e."Market" = @2)
            """, 3);

        public Statement Spans { get; } = new(connection, """
            SELECT s."Id", s."Effective", s."Termination", e."ProgramName", e."Lob" FROM "EligibilitySpans" s
            JOIN "ProgramEnrollments" e ON e."Id" = s."EnrollmentId"
            WHERE s."MemberId" = @0 AND e."Market" = @1 ORDER BY s."Effective" DESC, s."Id" DESC
            """, 2);
    }

    private readonly Readers<Statements> _readers = new(storage, connection => new(connection));

    public async Task AnswerAsync(EligibilityAsked asked, Caller caller, Utf8JsonWriter json)
    {
        if (!MemberNumber.TryParse(asked.Id, out var number)) throw new BadHttpRequest("id");
        List<Span> spans = [];
        long memberId;
        var statements = await _readers.RentAsync();
        try
        {
            using (var member = statements.Member.Read(number.SubscriberNumber, number.Suffix, caller.Market))
            {
                if (!member.Read()) throw new BadHttpRequest("id");
                memberId = member.GetInt64(0);
                Start(json, number, member);
            }
            using var rows = statements.Spans.Read(memberId, caller.Market);
            while (rows.Read()) spans.Add(new(rows.GetInt64(0), rows.GetString(1), rows.Text(2), rows.GetString(3), rows.GetString(4)));
        }
        finally
        {
            _readers.Return(statements);
        }
        Finish(json, spans, asked.Date);
        await StoreAsync(asked, caller, memberId, spans);
    }

    private Task StoreAsync(EligibilityAsked asked, Caller caller, long memberId, List<Span> spans)
    {
        var at = AuditTrail.Now();
        var criteria = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(asked.Id.ToUpperInvariant())));
        return writer.StoreAsync(
            [
                AuditEntry.Read(caller, "Member", memberId, memberId, "eligibility", at),
                .. spans.Select(s => AuditEntry.Read(caller, "EligibilitySpan", s.Id, memberId, "span", at)),
            ],
            new(caller, criteria, asked.Date, memberId.ToString(CultureInfo.InvariantCulture), at));
    }

    private static void Start(Utf8JsonWriter json, MemberNumber number, SqliteDataReader member)
    {
        json.WriteStartObject();
        json.WriteStartObject("data");
        json.WriteStartArray("eligibility");
        json.WriteStartObject();
        json.WriteStartObject("member");
        json.WriteString("careSourceId", number.ToString());
        json.WriteString("firstName", member.GetString(1));
        json.WriteString("lastName", member.GetString(2));
        json.WriteString("birthDate", member.GetString(3));
        json.WriteString("medicaidId", member.Text(4));
    }

    private static void Finish(Utf8JsonWriter json, List<Span> spans, string date)
    {
        var covering = spans.Find(s => string.CompareOrdinal(s.Effective, date) <= 0 && (s.Termination is null || string.CompareOrdinal(s.Termination, date) >= 0));
        json.WriteStartArray("eligibilitySpans");
        foreach (var span in spans)
        {
            json.WriteStartObject();
            Dates(json, span);
            Program(json, "enrollment", span);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartObject("verdict");
        json.WriteString("status", covering is null ? "INELIGIBLE" : "ELIGIBLE");
        json.WriteString("dateOfService", date);
        if (covering is null) json.WriteNull("span");
        else
        {
            json.WriteStartObject("span");
            Dates(json, covering);
            json.WriteEndObject();
        }
        json.WriteEndObject();
        if ((covering ?? spans.FirstOrDefault()) is { } named) Program(json, "program", named);
        else json.WriteNull("program");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Dates(Utf8JsonWriter json, Span span)
    {
        json.WriteString("effective", span.Effective);
        json.WriteString("termination", span.Termination);
    }

    private static void Program(Utf8JsonWriter json, string name, Span span)
    {
        json.WriteStartObject(name);
        json.WriteString("programName", span.Program);
        json.WriteString("lob", EnumNames.Of(span.Lob));
        json.WriteEndObject();
    }
}
