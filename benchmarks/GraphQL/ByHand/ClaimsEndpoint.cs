using System.Text.Json;
using Microsoft.Data.Sqlite;
using Portal.GraphQL.Comparison.Data;

namespace Portal.GraphQL.Comparison.ByHand;

/// <summary>Writes claims while their rows are read; one row is one line.</summary>
internal sealed class ClaimsEndpoint(Database database)
{
    public void Page(ClaimsAsked asked, Utf8JsonWriter json)
    {
        using var statement = database.Rent(Sql.PageOfClaims, 2);
        using var row = statement.Read(asked.Provider, asked.First);
        json.WriteStartArray(Names.Claims);
        long? current = null;
        while (row.Read())
        {
            if (row.GetInt64(0) != current)
            {
                if (current is not null) End(json);
                current = row.GetInt64(0);
                json.WriteStartObject();
                Head(row, 1, json);
                Member(row, 8, json);
                json.WriteStartArray(Names.Lines);
            }
            Line(row, 12, json);
        }
        if (current is not null) End(json);
        json.WriteEndArray();
    }

    public void One(ClaimAsked asked, Utf8JsonWriter json)
    {
        using var statement = database.Rent(Sql.WholeClaim, 1);
        using var row = statement.Read(asked.Number);
        if (!row.Read())
        {
            json.WriteNull(Names.Claim);
            return;
        }
        json.WriteStartObject(Names.Claim);
        Head(row, 0, json);
        Member(row, 7, json);
        json.WriteStartObject(Names.Provider);
        json.WriteText(Names.Npi, row, 11);
        json.WriteText(Names.Name, row, 12);
        json.WriteText(Names.Specialty, row, 13);
        json.WriteText(Names.City, row, 14);
        json.WriteEndObject();
        json.WriteStartArray(Names.Lines);
        do Line(row, 15, json);
        while (row.Read());
        End(json);
    }

    private static void Head(SqliteDataReader row, int first, Utf8JsonWriter json)
    {
        json.WriteText(Names.Number, row, first);
        json.WriteString(Names.Status, Names.Statuses[row.GetInt32(first + 1)]);
        json.WriteText(Names.Diagnosis, row, first + 2);
        json.WriteText(Names.ServiceDate, row, first + 3);
        json.WriteText(Names.ReceivedDate, row, first + 4);
        json.WriteMoney(Names.Charged, row, first + 5);
        json.WriteMoney(Names.Paid, row, first + 6);
    }

    private static void Member(SqliteDataReader row, int first, Utf8JsonWriter json)
    {
        json.WriteStartObject(Names.Member);
        json.WriteText(Names.Number, row, first);
        json.WriteText(Names.FirstName, row, first + 1);
        json.WriteText(Names.LastName, row, first + 2);
        json.WriteText(Names.BirthDate, row, first + 3);
        json.WriteEndObject();
    }

    private static void Line(SqliteDataReader row, int first, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber(Names.Line, row.GetInt32(first));
        json.WriteText(Names.Procedure, row, first + 1);
        json.WriteText(Names.Description, row, first + 2);
        json.WriteNumber(Names.Units, row.GetInt32(first + 3));
        json.WriteMoney(Names.Charged, row, first + 4);
        json.WriteMoney(Names.Allowed, row, first + 5);
        json.WriteMoney(Names.Paid, row, first + 6);
        json.WriteEndObject();
    }

    private static void End(Utf8JsonWriter json)
    {
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
