using Microsoft.EntityFrameworkCore.Migrations;

namespace Portal.Graph.Domain.Platform.Storage.Migrations;

public sealed partial class Initial
{
    private static void Surveys(MigrationBuilder migration)
    {
        migration.CreateTable("Surveys", table => new
        {
            Id = table.Column<long>().Identity(),
            Version = table.Column<int>(),
            Title = table.Column<string>(maxLength: 150),
            Introduction = table.Column<string>(maxLength: 1000, nullable: true),
            OpensOn = table.Column<DateOnly>(),
            ClosesOn = table.Column<DateOnly>(),
            Markets = table.Column<string>(maxLength: 200),
            State = table.Column<string>(maxLength: 40),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_Surveys", x => x.Id);
        });
        migration.CreateIndex("IX_Surveys_ClosesOn", "Surveys", "ClosesOn");

        migration.CreateTable("SurveyQuestions", table => new
        {
            Id = table.Column<long>().Identity(),
            SurveyId = table.Column<long>(),
            Position = table.Column<int>(),
            Kind = table.Column<string>(maxLength: 40),
            Text = table.Column<string>(maxLength: 500),
            Options = table.Column<string>(maxLength: 1212),
            Required = table.Column<bool>(),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_SurveyQuestions", x => x.Id);
            table.ForeignKey("FK_SurveyQuestions_Surveys_SurveyId", x => x.SurveyId, "Surveys", "Id", onDelete: ReferentialAction.Restrict);
        });
        migration.CreateIndex("IX_SurveyQuestions_SurveyId", "SurveyQuestions", "SurveyId");

        migration.CreateTable("SurveyResponses", table => new
        {
            Id = table.Column<long>().Identity(),
            Version = table.Column<int>(),
            SurveyId = table.Column<long>(),
            UserId = table.Column<long>(),
            Stored = table.Column<string>(),
            DismissedUntil = table.Column<DateTime>(nullable: true),
            AnsweredAt = table.Column<DateTime>(nullable: true),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_SurveyResponses", x => x.Id);
            table.ForeignKey("FK_SurveyResponses_Surveys_SurveyId", x => x.SurveyId, "Surveys", "Id", onDelete: ReferentialAction.Restrict);
            table.ForeignKey("FK_SurveyResponses_Users_UserId", x => x.UserId, "Users", "Id", onDelete: ReferentialAction.Restrict);
        });
        migration.CreateIndex("IX_SurveyResponses_SurveyId_UserId", "SurveyResponses", ["SurveyId", "UserId"], unique: true);
        migration.CreateIndex("IX_SurveyResponses_UserId", "SurveyResponses", "UserId");
    }
}
