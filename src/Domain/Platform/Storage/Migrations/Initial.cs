using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Portal.Graph.Domain.Platform.Storage.Migrations;

/// <summary>The first schema, capability by capability in the order of their references.</summary>
[DbContext(typeof(PortalDb))]
[Migration("20261121_0001_Initial")]
public sealed partial class Initial : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Tables(migrationBuilder);
        migrationBuilder.CompareByCodePoints();
    }

    private static void Tables(MigrationBuilder migrationBuilder)
    {
        Accounts(migrationBuilder);
        Accounts2(migrationBuilder);
        Members(migrationBuilder);
        Claims(migrationBuilder);
        Claims2(migrationBuilder);
        Coverage(migrationBuilder);
        Imports(migrationBuilder);
        Platform(migrationBuilder);
        Work(migrationBuilder);
        Policies(migrationBuilder);
        Outbox(migrationBuilder);
        OutboxTasks(migrationBuilder);
        Identity(migrationBuilder);
        Team(migrationBuilder);
        Files(migrationBuilder);
        Information(migrationBuilder);
        Letters(migrationBuilder);
        Content(migrationBuilder);
        Trainings(migrationBuilder);
        Surveys(migrationBuilder);
        Fees(migrationBuilder);
        Grievances(migrationBuilder);
        HomeTiles(migrationBuilder);
    }
}
