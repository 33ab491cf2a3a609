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

    /// <summary>Last: every text column of the new tables gets the model's collation; SQLite compares so by itself.</summary>
    public static void CompareByCodePoints(this MigrationBuilder migration)
    {
        if (migration.IsSqlite()) return;
        foreach (var column in migration.Operations.OfType<CreateTableOperation>().SelectMany(table => table.Columns).Where(c => c.ClrType == typeof(string)))
            column.Collation = "C";
    }

    private static bool IsSqlite(this MigrationBuilder migration) => migration.ActiveProvider!.EndsWith("Sqlite", StringComparison.Ordinal);

    /// <summary>Dollars: whole cents on SQLite, which has no decimal.</summary>
    public static string Money(this MigrationBuilder migration) =>
        migration.IsSqlite() ? "INTEGER" : "numeric(12,2)";
}
