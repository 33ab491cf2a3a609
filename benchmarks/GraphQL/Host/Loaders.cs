using System.Globalization;
using System.Text;
using Portal.GraphQL.Comparison.Data;
using Portal.GraphQL.Fetching;

namespace Portal.GraphQL.Comparison.Host;

public sealed class MemberById(Source source, LoaderDispatcher dispatcher) : BatchDataLoader<long, Member>(dispatcher)
{
    protected override Task<IReadOnlyDictionary<long, Member>> LoadBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        using var statement = source.Database.Rent(Sql.MembersByIds, 1);
        using var row = statement.Read(Keys.AsJson(keys));
        return Task.FromResult<IReadOnlyDictionary<long, Member>>(Rows.All(row, Rows.Member).ToDictionary(m => m.Id));
    }
}

public sealed class ProviderById(Source source, LoaderDispatcher dispatcher) : BatchDataLoader<long, Provider>(dispatcher)
{
    protected override Task<IReadOnlyDictionary<long, Provider>> LoadBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        using var statement = source.Database.Rent(Sql.ProvidersByIds, 1);
        using var row = statement.Read(Keys.AsJson(keys));
        return Task.FromResult<IReadOnlyDictionary<long, Provider>>(Rows.All(row, Rows.Provider).ToDictionary(p => p.Id));
    }
}

public sealed class LinesByClaim(Source source, LoaderDispatcher dispatcher) : GroupedDataLoader<long, ClaimLine>(dispatcher)
{
    protected override Task<ILookup<long, ClaimLine>> LoadGroupedAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        using var statement = source.Database.Rent(keys.Count == 1 ? Sql.LinesOfClaim : Sql.LinesByClaims, 1);
        using var row = statement.Read(keys.Count == 1 ? keys[0] : Keys.AsJson(keys));
        return Task.FromResult(Rows.All(row, Rows.Line).ToLookup(l => l.ClaimId));
    }
}

internal static class Keys
{
    /// <summary>The keys as the array that <c>json_each</c> takes: one parameter, however many they are.</summary>
    public static string AsJson(IReadOnlyList<long> keys)
    {
        var json = new StringBuilder("[", keys.Count * 8 + 2);
        for (var i = 0; i < keys.Count; i++) json.Append(CultureInfo.InvariantCulture, $"{(i > 0 ? "," : "")}{keys[i]}");
        return json.Append(']').ToString();
    }
}
