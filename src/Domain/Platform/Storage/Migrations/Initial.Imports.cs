using Microsoft.EntityFrameworkCore.Migrations;

namespace Portal.Graph.Domain.Platform.Storage.Migrations;

public sealed partial class Initial
{
    private static void Imports(MigrationBuilder migration)
    {
        migration.CreateTable("ImportedRecords", table => new
        {
            Id = table.Column<long>().Identity(),
            Source = table.Column<string>(maxLength: 40),
            Kind = table.Column<string>(maxLength: 40),
            SourceKey = table.Column<string>(maxLength: 80),
            RecordId = table.Column<long>(),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_ImportedRecords", x => x.Id);
        });
        migration.CreateIndex("IX_ImportedRecords_Source_Kind_SourceKey", "ImportedRecords", ["Source", "Kind", "SourceKey"], unique: true);

        migration.CreateTable("ImportRuns", table => new
        {
            Id = table.Column<long>().Identity(),
            Source = table.Column<string>(maxLength: 200),
            Market = table.Column<string>(maxLength: 40),
            At = table.Column<DateTime>(),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_ImportRuns", x => x.Id);
        });
    }
}
