using System.Text.Json;
using Portal.GraphQL.Comparison.Data;

namespace Portal.GraphQL.Comparison.ByHand;

internal sealed class EligibilityEndpoint(Database database)
{
    public void Answer(EligibilityAsked asked, Utf8JsonWriter json)
    {
        using var statement = database.Rent(Sql.Eligibility, 2);
        using var row = statement.Read(asked.Member, asked.Date);
        if (!row.Read())
        {
            json.WriteNull(Names.Eligibility);
            return;
        }
        var isCovered = !row.IsDBNull(11);
        json.WriteStartObject(Names.Eligibility);
        json.WriteString(Names.Date, asked.Date);
        json.WriteBoolean(Names.IsEligible, isCovered);
        json.WriteStartObject(Names.Member);
        json.WriteText(Names.Number, row, 1);
        json.WriteText(Names.FirstName, row, 2);
        json.WriteText(Names.LastName, row, 3);
        json.WriteText(Names.BirthDate, row, 4);
        json.WriteEndObject();
        if (isCovered)
        {
            json.WriteStartObject(Names.Coverage);
            json.WriteText(Names.GroupNumber, row, 11);
            json.WriteText(Names.StartDate, row, 12);
            json.WriteText(Names.EndDate, row, 13);
            json.WriteStartObject(Names.Plan);
            json.WriteText(Names.Code, row, 14);
            json.WriteText(Names.Name, row, 15);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        else json.WriteNull(Names.Coverage);
        json.WriteEndObject();
    }
}
