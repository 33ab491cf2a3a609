using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;

namespace Portal.Graph.Domain.Platform.Storage.Sqlite;

/// <summary>Has EF Core's statements run by prepared commands of <see cref="StatementCache"/>.</summary>
internal sealed class PreparedCommands(RelationalCommandBuilderDependencies dependencies) : RelationalCommandBuilderFactory(dependencies)
{
    public override IRelationalCommandBuilder Create() => new Builder(Dependencies);

    private sealed class Builder(RelationalCommandBuilderDependencies dependencies) : RelationalCommandBuilder(dependencies)
    {
        public override IRelationalCommand Build()
        {
            var command = base.Build();
            return new Command(Dependencies, command.CommandText, command.LogCommandText, command.Parameters);
        }
    }

    private sealed class Command(
        RelationalCommandBuilderDependencies dependencies, string text, string logText, IReadOnlyList<IRelationalParameter> parameters)
        : RelationalCommand(dependencies, text, logText, parameters)
    {
        public override DbCommand CreateDbCommand(RelationalCommandParameterObject values, Guid commandId, DbCommandMethod method)
        {
            var command = StatementCache.Take((SqliteConnection)values.Connection.DbConnection, CommandText);
            command.Parameters.Clear();
            command.Transaction = (SqliteTransaction?)values.Connection.CurrentTransaction?.GetDbTransaction();
            if (values.Connection.CommandTimeout is { } seconds) command.CommandTimeout = seconds;
            foreach (var parameter in Parameters) parameter.AddDbParameter(command, values.ParameterValues);
            return command;
        }
    }
}
