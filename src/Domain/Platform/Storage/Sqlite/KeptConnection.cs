#pragma warning disable EF1001 // The provider's connection is the one place where opening and closing can be decided.
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Sqlite.Storage.Internal;
using Microsoft.EntityFrameworkCore.Storage;

namespace Portal.Graph.Domain.Platform.Storage.Sqlite;

/// <summary>
/// A context's connection that stays open between statements and between the requests that share the pooled context. EF Core
/// would close it after each statement, and opening it registers a dozen functions and forgets every prepared statement.
/// </summary>
internal sealed class KeptConnection(
    RelationalConnectionDependencies dependencies, IRawSqlCommandBuilder rawSql, IDiagnosticsLogger<DbLoggerCategory.Infrastructure> log)
    : SqliteRelationalConnection(dependencies, rawSql, log)
{
    protected override DbConnection CreateDbConnection() =>
        Dependencies.CurrentContext.Context.GetService<KeptConnections>().Add((SqliteConnection)base.CreateDbConnection());

    // Its disposal closes it, or the end of the program.
    protected override void CloseDbConnection() { }

    protected override Task CloseDbConnectionAsync() => Task.CompletedTask;
}
