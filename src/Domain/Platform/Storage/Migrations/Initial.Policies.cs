using Microsoft.EntityFrameworkCore.Migrations;

namespace Portal.Graph.Domain.Platform.Storage.Migrations;

public sealed partial class Initial
{
    private static void Policies(MigrationBuilder migration)
    {
        migration.CreateTable("PolicyChanges", table => new
        {
            Id = table.Column<long>().Identity(),
            PolicySettingId = table.Column<long>(),
            Kind = table.Column<string>(maxLength: 40),
            ById = table.Column<long>(nullable: true),
            ByName = table.Column<string>(maxLength: 100),
            At = table.Column<DateTime>(),
            Before = table.Column<string>(maxLength: 1100, nullable: true),
            After = table.Column<string>(maxLength: 1100, nullable: true),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_PolicyChanges", x => x.Id);
            table.ForeignKey("FK_PolicyChanges_PolicySettings_PolicySettingId", x => x.PolicySettingId, "PolicySettings", "Id", onDelete: ReferentialAction.Restrict);
        });
        migration.CreateIndex("IX_PolicyChanges_PolicySettingId", "PolicyChanges", "PolicySettingId");
    }
}
