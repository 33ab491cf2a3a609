using Microsoft.EntityFrameworkCore.Migrations;

namespace Portal.Graph.Domain.Platform.Storage.Migrations;

public sealed partial class Initial
{
    private static void Trainings(MigrationBuilder migration)
    {
        migration.CreateTable("Trainings", table => new
        {
            Id = table.Column<long>().Identity(),
            Version = table.Column<int>(),
            Title = table.Column<string>(maxLength: 150),
            Year = table.Column<int>(),
            Description = table.Column<string>(maxLength: 1000, nullable: true),
            Url = table.Column<string>(maxLength: 500),
            Markets = table.Column<string>(maxLength: 200),
            RequiredForLobs = table.Column<string>(maxLength: 200),
            RequiredForKinds = table.Column<string>(maxLength: 200),
            DueOn = table.Column<DateOnly>(),
            State = table.Column<string>(maxLength: 40),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_Trainings", x => x.Id);
        });
        migration.CreateIndex("IX_Trainings_Year", "Trainings", "Year");

        migration.CreateTable("Attestations", table => new
        {
            Id = table.Column<long>().Identity(),
            TrainingId = table.Column<long>(),
            UserId = table.Column<long>(),
            AccountId = table.Column<long>(),
            CareSourceProviderId = table.Column<string>(maxLength: 12),
            Name = table.Column<string>(maxLength: 100),
            JobTitle = table.Column<string>(maxLength: 80),
            At = table.Column<DateTime>(),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_Attestations", x => x.Id);
            table.ForeignKey("FK_Attestations_ProviderAccounts_AccountId", x => x.AccountId, "ProviderAccounts", "Id", onDelete: ReferentialAction.Restrict);
            table.ForeignKey("FK_Attestations_Trainings_TrainingId", x => x.TrainingId, "Trainings", "Id", onDelete: ReferentialAction.Restrict);
            table.ForeignKey("FK_Attestations_Users_UserId", x => x.UserId, "Users", "Id", onDelete: ReferentialAction.Restrict);
        });
        migration.CreateIndex("IX_Attestations_AccountId", "Attestations", "AccountId");
        migration.CreateIndex("IX_Attestations_TrainingId_UserId", "Attestations", ["TrainingId", "UserId"], unique: true);
        migration.CreateIndex("IX_Attestations_UserId", "Attestations", "UserId");
    }
}
