using Microsoft.EntityFrameworkCore.Migrations;

namespace Portal.Graph.Domain.Platform.Storage.Migrations;

public sealed partial class Initial
{
    private static void Coverage(MigrationBuilder migration)
    {
        migration.CreateTable("CobRecords", table => new
        {
            Id = table.Column<long>().Identity(),
            MemberId = table.Column<long>(),
            Carrier = table.Column<string>(maxLength: 80),
            PolicyNumber = table.Column<string>(maxLength: 40),
            GroupNumber = table.Column<string>(maxLength: 40, nullable: true),
            HolderName = table.Column<string>(maxLength: 121),
            Relationship = table.Column<string>(maxLength: 40),
            Type = table.Column<string>(maxLength: 40),
            Priority = table.Column<string>(maxLength: 40),
            Effective = table.Column<DateOnly>(),
            Term = table.Column<DateOnly>(nullable: true),
            Phone = table.Column<string>(maxLength: 20, nullable: true),
            CreatedAt = table.Column<DateTime>(),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_CobRecords", x => x.Id);
            table.ForeignKey("FK_CobRecords_Members_MemberId", x => x.MemberId, "Members", "Id", onDelete: ReferentialAction.Restrict);
        });
        migration.CreateIndex("IX_CobRecords_MemberId_Priority_Effective", "CobRecords", ["MemberId", "Priority", "Effective"]);

        migration.CreateTable("ProgramEnrollments", table => new
        {
            Id = table.Column<long>().Identity(),
            MemberId = table.Column<long>(),
            Market = table.Column<string>(maxLength: 40),
            Lob = table.Column<string>(maxLength: 40),
            ProgramName = table.Column<string>(maxLength: 80),
            GroupName = table.Column<string>(maxLength: 80, nullable: true),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_ProgramEnrollments", x => x.Id);
            table.ForeignKey("FK_ProgramEnrollments_Members_MemberId", x => x.MemberId, "Members", "Id", onDelete: ReferentialAction.Restrict);
        });
        migration.CreateIndex("IX_ProgramEnrollments_MemberId_Market", "ProgramEnrollments", ["MemberId", "Market"]);

        migration.CreateTable("EligibilitySpans", table => new
        {
            Id = table.Column<long>().Identity(),
            EnrollmentId = table.Column<long>(),
            MemberId = table.Column<long>(),
            Effective = table.Column<DateOnly>(),
            Termination = table.Column<DateOnly>(nullable: true),
            Reason = table.Column<string>(maxLength: 120, nullable: true),
            PaidThrough = table.Column<DateOnly>(nullable: true),
            GraceStart = table.Column<DateOnly>(nullable: true),
            GraceEnd = table.Column<DateOnly>(nullable: true),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_EligibilitySpans", x => x.Id);
            table.ForeignKey("FK_EligibilitySpans_Members_MemberId", x => x.MemberId, "Members", "Id", onDelete: ReferentialAction.Restrict);
            table.ForeignKey("FK_EligibilitySpans_ProgramEnrollments_EnrollmentId", x => x.EnrollmentId, "ProgramEnrollments", "Id", onDelete: ReferentialAction.Restrict);
        });
        migration.CreateIndex("IX_EligibilitySpans_EnrollmentId_Effective", "EligibilitySpans", ["EnrollmentId", "Effective"]);
        migration.CreateIndex("IX_EligibilitySpans_MemberId_Effective", "EligibilitySpans", ["MemberId", "Effective"]);
    }
}
