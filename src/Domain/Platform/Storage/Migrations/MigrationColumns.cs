using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Migrations.Operations.Builders;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace Portal.Graph.Domain.Platform.Storage.Migrations;

/// <summary>What differs between the two databases. Everything else follows from the columns' CLR types.</summary>
internal static class MigrationColumns
{
    /// <summary>A key that the database gives.</summary>
    public static OperationBuilder<AddColumnOperation> Identity(this OperationBuilder<AddColumnOperation> column) => column
        .Annotation("Sqlite:Autoincrement", true)
        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn);

    /// <summary>Dollars: whole cents on SQLite, which has no decimal.</summary>
    public static string Money(this MigrationBuilder migration) =>
        migration.ActiveProvider!.EndsWith("Sqlite", StringComparison.Ordinal) ? "INTEGER" : "numeric(12,2)";
}
