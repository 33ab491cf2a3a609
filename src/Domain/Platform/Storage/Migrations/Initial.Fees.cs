using Microsoft.EntityFrameworkCore.Migrations;

namespace Portal.Graph.Domain.Platform.Storage.Migrations;

public sealed partial class Initial
{
    private static void Fees(MigrationBuilder migration)
    {
        migration.CreateTable("FeeSchedules", table => new
        {
            Id = table.Column<long>().Identity(),
            Version = table.Column<int>(),
            Name = table.Column<string>(maxLength: 120),
            Market = table.Column<string>(maxLength: 40),
            Lob = table.Column<string>(maxLength: 40),
            DocumentUrl = table.Column<string>(maxLength: 500, nullable: true),
            State = table.Column<string>(maxLength: 40),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_FeeSchedules", x => x.Id);
        });

        migration.CreateTable("FeeScheduleRows", table => new
        {
            Id = table.Column<long>().Identity(),
            ScheduleId = table.Column<long>(),
            Code = table.Column<string>(maxLength: 5),
            Modifier = table.Column<string>(maxLength: 2, nullable: true),
            Amount = table.Column<decimal>(migration.Money()),
            Unit = table.Column<string>(maxLength: 40),
            From = table.Column<DateOnly>(),
            To = table.Column<DateOnly>(nullable: true),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_FeeScheduleRows", x => x.Id);
            table.ForeignKey("FK_FeeScheduleRows_FeeSchedules_ScheduleId", x => x.ScheduleId, "FeeSchedules", "Id", onDelete: ReferentialAction.Restrict);
        });
        migration.CreateIndex("IX_FeeScheduleRows_ScheduleId_Code_From", "FeeScheduleRows", ["ScheduleId", "Code", "From"]);

        migration.CreateTable("ProcedureRules", table => new
        {
            Id = table.Column<long>().Identity(),
            Code = table.Column<string>(maxLength: 5),
            Market = table.Column<string>(maxLength: 40),
            Lob = table.Column<string>(maxLength: 40),
            PlaceOfService = table.Column<string>(maxLength: 2, nullable: true),
            AuthRule = table.Column<string>(maxLength: 40),
            Limit = table.Column<string>(maxLength: 200, nullable: true),
            PolicyUrl = table.Column<string>(maxLength: 500, nullable: true),
            From = table.Column<DateOnly>(),
            To = table.Column<DateOnly>(nullable: true),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_ProcedureRules", x => x.Id);
        });
        migration.CreateIndex("IX_ProcedureRules_Code_Market_From", "ProcedureRules", ["Code", "Market", "From"]);
    }
}
