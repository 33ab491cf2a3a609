using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Portal.Graph.Driving;

/// <summary>A statement prepared once for its connection; its parameters are @0, @1 …</summary>
public sealed class Statement : IDisposable
{
    private readonly SqliteCommand _command;
    private readonly ConcurrentBag<Statement>? _idle;

    /// <param name="idle">Where it goes when it is disposed; null for one that belongs to somebody.</param>
    public Statement(SqliteConnection connection, string sql, int parameters, ConcurrentBag<Statement>? idle = null)
    {
        _idle = idle;
        _command = connection.CreateCommand();
        _command.CommandText = sql;
        for (var i = 0; i < parameters; i++) _command.Parameters.Add(new SqliteParameter($"@{i}", DBNull.Value));
        _command.Prepare();
    }

    public SqliteDataReader Read(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return _command.ExecuteReader();
    }

    public void Run(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        _command.ExecuteNonQuery();
    }

    /// <summary>The first value of the first row; null when there is none.</summary>
    public object? Value(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return _command.ExecuteScalar();
    }

    public void Dispose() => _idle?.Add(this);

    private void Bind(ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++) _command.Parameters[i].Value = values[i] ?? DBNull.Value;
    }
}
