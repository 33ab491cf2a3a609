using Microsoft.EntityFrameworkCore.Migrations;

namespace Portal.Graph.Domain.Platform.Storage.Migrations;

public sealed partial class Initial
{
    private static void Outbox(MigrationBuilder migration)
    {
        migration.CreateTable("OutboxEntries", table => new
        {
            Seq = table.Column<long>(),
            Topic = table.Column<string>(maxLength: 60),
            SubjectId = table.Column<long>(),
            DetailId = table.Column<long>(nullable: true),
            OccurredAt = table.Column<DateTime>(),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_OutboxEntries", x => x.Seq);
        });
        migration.CreateIndex("IX_OutboxEntries_OccurredAt", "OutboxEntries", "OccurredAt");
    }
}
