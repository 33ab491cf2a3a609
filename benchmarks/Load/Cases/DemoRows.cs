using Microsoft.Data.Sqlite;

namespace Portal.Graph.Load.Cases;

/// <summary>Rows of a data directory, to make requests from.</summary>
internal static class DemoRows
{
    public static List<T> Read<T>(string directory, string sql, Func<SqliteDataReader, T> row)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(directory, "portal.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        List<T> rows = [];
        while (reader.Read()) rows.Add(row(reader));
        return rows;
    }
}
