using Microsoft.EntityFrameworkCore.Migrations;

namespace Portal.Graph.Domain.Platform.Storage.Migrations;

public sealed partial class Initial
{
    private static void Claims2(MigrationBuilder migration)
    {
        migration.CreateTable("ClaimRejections", table => new
        {
            Id = table.Column<long>().Identity(),
            ClaimId = table.Column<long>(),
            Code = table.Column<string>(maxLength: 60),
            Field = table.Column<string>(maxLength: 80),
            Text = table.Column<string>(),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_ClaimRejections", x => x.Id);
            table.ForeignKey("FK_ClaimRejections_Claims_ClaimId", x => x.ClaimId, "Claims", "Id", onDelete: ReferentialAction.Restrict);
        });
        migration.CreateIndex("IX_ClaimRejections_ClaimId", "ClaimRejections", "ClaimId");
    }
}
