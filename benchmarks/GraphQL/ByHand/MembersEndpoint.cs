using System.Text.Json;
using Portal.GraphQL.Comparison.Data;

namespace Portal.GraphQL.Comparison.ByHand;

internal sealed class MembersEndpoint(Database database)
{
    private static readonly JsonEncodedText[] Columns =
        [Names.Number, Names.FirstName, Names.LastName, Names.BirthDate, Names.Email, Names.Phone, Names.Street, Names.City, Names.State, Names.PostalCode];

    public void Answer(MembersAsked asked, Utf8JsonWriter json)
    {
        using var statement = database.Rent(Sql.MembersAfter, 2);
        using var row = statement.Read(asked.After, asked.First);
        json.WriteStartArray(Names.Members);
        while (row.Read())
        {
            json.WriteStartObject();
            for (var i = 0; i < Columns.Length; i++) json.WriteText(Columns[i], row, i + 1);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
