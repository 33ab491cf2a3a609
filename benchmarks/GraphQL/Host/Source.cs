using Portal.GraphQL.Comparison.Data;

namespace Portal.GraphQL.Comparison.Host;

/// <summary>Where resolvers get their data.</summary>
public sealed class Source
{
    internal Source(Database database, ClaimWriter claims, TimeProvider time) => (Database, Claims, Time) = (database, claims, time);

    internal Database Database { get; }
    internal ClaimWriter Claims { get; }
    internal TimeProvider Time { get; }

    internal long? Find(string sql, string key)
    {
        using var statement = Database.Rent(sql, 1);
        return statement.Value(key) as long?;
    }
}
