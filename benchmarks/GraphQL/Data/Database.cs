using Portal.Graph.Driving;
using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Portal.GraphQL.Comparison.Data;

/// <summary>The connections of one server, each with the statements prepared on it, handed out again and again.</summary>
internal sealed class Database(string file)
{
    private readonly ConcurrentDictionary<string, ConcurrentBag<Statement>> _idle = new();

    /// <summary>A prepared statement on a connection of its own; disposing it hands it back.</summary>
    public Statement Rent(string sql, int parameters)
    {
        var idle = _idle.GetOrAdd(sql, static _ => []);
        return idle.TryTake(out var statement) ? statement : new Statement(Open(), sql, parameters, idle);
    }

    public SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA synchronous = FULL; PRAGMA cache_size = -8000; PRAGMA mmap_size = 1073741824; PRAGMA wal_autocheckpoint = 0; PRAGMA busy_timeout = 5000";
        command.ExecuteNonQuery();
        return connection;
    }
}
