using System.Data;
using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Portal.Graph.Domain.Platform.Storage;

/// <summary>
/// A hot read written out: one prepared statement, rows read straight into records. EF Core's own way costs about as much again as
/// the database. The text is for SQLite and PostgreSQL; <c>IN @2</c> compares with a list of ids.
/// </summary>
/// <param name="text">With parameters @0, @1 …</param>
/// <param name="row">Makes a record of the row that the reader stands on.</param>
/// <param name="types">One for each parameter; null for a list of ids.</param>
internal sealed partial class HandQuery<T>(string text, Func<StoredRow, T> row, params DbType?[] types)
{
    // A list is one parameter: the text, and so the prepared statement, is the same for any length.
    private readonly string _sqlite = Lists().Replace(text, "IN (SELECT value FROM json_each($1))");
    private readonly string _postgres = Lists().Replace(text, "= ANY($1)");
    private readonly DbType[] _types = [.. types.Select(t => t ?? DbType.Object)];

    /// <param name="values">In the order of the parameters; a list of ids is a <c>long[]</c>.</param>
    public async Task<List<T>> ReadAsync(PortalDb db, CancellationToken ct, params object?[] values)
    {
        var sqlite = db.IsSqlite;
        foreach (var observer in db.Observers) observer.Reading(text);
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            await using var statement = new RowStatement(
                db.Database.GetDbConnection(), db.Database.CurrentTransaction?.GetDbTransaction(), sqlite ? _sqlite : _postgres, _types);
            for (var i = 0; i < values.Length; i++)
                statement[i] = sqlite && values[i] is long[] ids ? $"[{string.Join(',', ids)}]" : values[i];
            await using var reader = await statement.ReadAsync(ct);
            List<T> found = [];
            var stored = new StoredRow(reader);
            while (sqlite ? reader.Read() : await reader.ReadAsync(ct)) found.Add(row(stored));
            return found;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    [GeneratedRegex(@"IN (@\d+)")]
    private static partial Regex Lists();
}
