using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using Portal.Graph.Domain.Platform.Storage.Sqlite;

namespace Portal.Graph.Domain.Platform.Storage;

/// <summary>
/// A statement by hand that runs for one row after another: parameters @0, @1 … are made once, and on SQLite the statement stays
/// prepared with its connection.
/// </summary>
internal sealed class RowStatement : IAsyncDisposable
{
    private readonly DbCommand _command;
    private readonly DbParameter[] _parameters;

    /// <param name="types">One for each parameter; PostgreSQL needs them for nulls. Instants, and lists as <c>Object</c>, are told apart by their value there.</param>
    public RowStatement(DbConnection connection, DbTransaction? transaction, string text, params ReadOnlySpan<DbType> types)
    {
        _command = connection is SqliteConnection sqlite ? StatementCache.Take(sqlite, text) : connection.CreateCommand();
        if (_command.CommandText != text) _command.CommandText = text;
        _command.Transaction = transaction;
        _parameters = new DbParameter[types.Length];
        var known = _command.Parameters.Count == types.Length;
        for (var i = 0; i < types.Length; i++) _parameters[i] = known ? _command.Parameters[i] : Add(i, types[i]);
    }

    /// <summary>The parameter at this place.</summary>
    public object? this[int place]
    {
        set => _parameters[place].Value = value ?? DBNull.Value;
    }

    /// <summary>An amount in dollars as the database stores it.</summary>
    public void Money(int place, decimal? amount) =>
        this[place] = amount is { } dollars && _command is SqliteCommand ? ModelConventions.Cents(dollars) : amount;

    /// <summary>Runs it with the parameters as they are; how many rows it changed.</summary>
    public ValueTask<int> RunAsync(CancellationToken ct) =>
        // SQLite has no asynchronous calls; pretending costs as much as a small row.
        _command is SqliteCommand ? new(_command.ExecuteNonQuery()) : new(_command.ExecuteNonQueryAsync(ct));

    /// <summary>Runs it and reads its rows; the reader is disposed of before the statement.</summary>
    public async ValueTask<DbDataReader> ReadAsync(CancellationToken ct) =>
        _command is SqliteCommand ? _command.ExecuteReader() : await _command.ExecuteReaderAsync(ct);

    /// <summary>Runs it and gives the first value of its first row; null when there is none.</summary>
    public async ValueTask<object?> ValueAsync(CancellationToken ct) =>
        _command is SqliteCommand ? _command.ExecuteScalar() : await _command.ExecuteScalarAsync(ct);

    public ValueTask DisposeAsync() => _command.DisposeAsync();

    private DbParameter Add(int place, DbType type)
    {
        var parameter = _command.CreateParameter();
        parameter.ParameterName = $"@{place}";
        // SqliteParameter infers the storage class from the value.
        if (parameter is NpgsqlParameter && type is not (DbType.DateTime or DbType.Object)) parameter.DbType = type;
        _command.Parameters.Add(parameter);
        return parameter;
    }
}
