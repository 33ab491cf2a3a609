using Microsoft.Data.Sqlite;

namespace Portal.Graph.Testing;

/// <summary>What the database file holds, read past the portal.</summary>
internal static class Stored
{
    private const int Lines = 6;

    /// <summary>What is missing or twofold of the claims that were acknowledged.</summary>
    public static IEnumerable<string> Missing(string directory, IReadOnlyCollection<Submitted> acknowledged)
    {
        foreach (var twice in acknowledged.GroupBy(c => c.Number).Where(g => g.Count() > 1))
            yield return $"{twice.Key} was given to {string.Join(" and ", twice.Select(c => c.RequestId))}.";
        using var connection = new SqliteConnection($"Data Source={Path.Combine(directory, "portal.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT (SELECT COUNT(*) FROM "Claims" WHERE "Number" = @number AND "PatientAccountNumber" = @request),
                (SELECT COUNT(*) FROM "Claims" WHERE "PatientAccountNumber" = @request),
                (SELECT COUNT(*) FROM "ClaimLines" l JOIN "Claims" c ON c."Id" = l."ClaimId" WHERE c."Number" = @number)
            """;
        foreach (var claim in acknowledged)
        {
            command.Parameters.Clear();
            command.Parameters.AddWithValue("@number", claim.Number);
            command.Parameters.AddWithValue("@request", claim.RequestId);
            using var row = command.ExecuteReader();
            row.Read();
            var (under, made, lines) = (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2));
            if ((under, made, lines) is not (1, 1, Lines))
                yield return $"{claim.RequestId}: {under} claims numbered {claim.Number}, {made} claims made, {lines} of {Lines} lines.";
        }
    }
}
