using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Portal.GraphQL.Comparison.Data;

namespace Portal.GraphQL.Comparison.ByHand;

/// <summary>Writes JSON straight into the response.</summary>
internal static class Answer
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static async Task WriteAsync<T>(HttpResponse response, T asked, Action<T, Utf8JsonWriter> write)
    {
        response.ContentType = "application/json; charset=utf-8";
        await using var json = new Utf8JsonWriter(response.BodyWriter, Options);
        json.WriteStartObject();
        json.WriteStartObject(Names.Data);
        write(asked, json);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    public static void WriteText(this Utf8JsonWriter json, JsonEncodedText name, SqliteDataReader row, int column)
    {
        if (row.IsDBNull(column)) json.WriteNull(name);
        else json.WriteString(name, row.GetString(column));
    }

    public static void WriteMoney(this Utf8JsonWriter json, JsonEncodedText name, SqliteDataReader row, int column) =>
        json.WriteNumber(name, Money.OfCents(row.GetInt64(column)));
}
