using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Portal.GraphQL.Comparison.Data;

namespace Portal.GraphQL.Comparison.ByHand;

internal sealed class SubmitEndpoint(Database database, ClaimWriter writer, TimeProvider time)
{
    public async Task AnswerAsync(SubmitAsked asked, HttpResponse response)
    {
        if (Find(Sql.MemberIdByNumber, asked.Member) is not { } member || Find(Sql.ProviderIdByNpi, asked.Provider) is not { } provider)
        {
            response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return;
        }
        var lines = new NewLine[asked.Lines.Length];
        for (var i = 0; i < lines.Length; i++)
            lines[i] = new(asked.Lines[i].Procedure, asked.Lines[i].Description, asked.Lines[i].Units, (long)(asked.Lines[i].Charged * 100));
        var claim = new NewClaim(member, provider, asked.Diagnosis, asked.ServiceDate, $"{DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime):yyyy-MM-dd}", lines);
        var id = await writer.StoreAsync(claim);
        await Answer.WriteAsync(response, (Claim: claim, Id: id), static (kept, json) =>
        {
            json.WriteStartObject(Names.SubmitClaim);
            json.WriteStartObject(Names.Claim);
            json.WriteString(Names.Number, ClaimWriter.NumberOf(kept.Id));
            json.WriteString(Names.Status, Names.Statuses[0]);
            json.WriteString(Names.ServiceDate, kept.Claim.ServiceDate);
            json.WriteNumber(Names.Charged, Money.OfCents(kept.Claim.Charged));
            json.WriteEndObject();
            json.WriteNull(Names.Errors);
            json.WriteEndObject();
        });
    }

    private long? Find(string sql, string key)
    {
        using var statement = database.Rent(sql, 1);
        return statement.Value(key) as long?;
    }
}
