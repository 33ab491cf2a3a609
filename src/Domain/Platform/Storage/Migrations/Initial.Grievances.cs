using Microsoft.EntityFrameworkCore.Migrations;

namespace Portal.Graph.Domain.Platform.Storage.Migrations;

public sealed partial class Initial
{
    private static void Grievances(MigrationBuilder migration)
    {
        migration.CreateTable("Grievances", table => new
        {
            Id = table.Column<long>().Identity(),
            Version = table.Column<int>(),
            Number = table.Column<string>(maxLength: 20),
            Market = table.Column<string>(maxLength: 40),
            AccountId = table.Column<long>(),
            FiledById = table.Column<long>(),
            Category = table.Column<string>(maxLength: 40),
            Narrative = table.Column<string>(maxLength: 4000),
            MemberId = table.Column<long>(nullable: true),
            State = table.Column<string>(maxLength: 40),
            FiledAt = table.Column<DateTime>(),
            AckDueAt = table.Column<DateTime>(),
            DueAt = table.Column<DateTime>(),
            AcknowledgedAt = table.Column<DateTime>(nullable: true),
            Resolution = table.Column<string>(maxLength: 4000, nullable: true),
            ResolvedAt = table.Column<DateTime>(nullable: true),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_Grievances", x => x.Id);
            table.ForeignKey("FK_Grievances_Members_MemberId", x => x.MemberId, "Members", "Id", onDelete: ReferentialAction.Restrict);
            table.ForeignKey("FK_Grievances_ProviderAccounts_AccountId", x => x.AccountId, "ProviderAccounts", "Id", onDelete: ReferentialAction.Restrict);
            table.ForeignKey("FK_Grievances_Users_FiledById", x => x.FiledById, "Users", "Id", onDelete: ReferentialAction.Restrict);
        });
        migration.CreateIndex("IX_Grievances_AccountId_Market", "Grievances", ["AccountId", "Market"]);
        migration.CreateIndex("IX_Grievances_FiledById", "Grievances", "FiledById");
        migration.CreateIndex("IX_Grievances_MemberId", "Grievances", "MemberId");
        migration.CreateIndex("IX_Grievances_Number", "Grievances", "Number", unique: true);

        migration.CreateTable("GrievanceFiles", table => new
        {
            Id = table.Column<long>().Identity(),
            GrievanceId = table.Column<long>(),
            FileId = table.Column<long>(),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_GrievanceFiles", x => x.Id);
            table.ForeignKey("FK_GrievanceFiles_Grievances_GrievanceId", x => x.GrievanceId, "Grievances", "Id", onDelete: ReferentialAction.Restrict);
            table.ForeignKey("FK_GrievanceFiles_StoredFiles_FileId", x => x.FileId, "StoredFiles", "Id", onDelete: ReferentialAction.Restrict);
        });
        migration.CreateIndex("IX_GrievanceFiles_FileId", "GrievanceFiles", "FileId", unique: true);
        migration.CreateIndex("IX_GrievanceFiles_GrievanceId", "GrievanceFiles", "GrievanceId");
    }
}
