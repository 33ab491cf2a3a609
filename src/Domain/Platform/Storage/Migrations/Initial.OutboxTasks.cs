using Microsoft.EntityFrameworkCore.Migrations;

namespace Portal.Graph.Domain.Platform.Storage.Migrations;

public sealed partial class Initial
{
    private static void OutboxTasks(MigrationBuilder migration)
    {
        migration.CreateTable("OutboxTasks", table => new
        {
            Id = table.Column<long>().Identity(),
            Kind = table.Column<string>(maxLength: 60),
            DedupeKey = table.Column<string>(maxLength: 200),
            SubjectId = table.Column<long>(nullable: true),
            Argument = table.Column<string>(maxLength: 200, nullable: true),
            CreatedAt = table.Column<DateTime>(),
            State = table.Column<string>(maxLength: 40),
            Attempts = table.Column<int>(),
            DueAt = table.Column<DateTime>(),
            LeaseOwner = table.Column<string>(maxLength: 100, nullable: true),
            EndedAt = table.Column<DateTime>(nullable: true),
            LastError = table.Column<string>(maxLength: 200, nullable: true),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_OutboxTasks", x => x.Id);
        });
        migration.CreateIndex("IX_OutboxTasks_DedupeKey", "OutboxTasks", "DedupeKey", unique: true);
        migration.CreateIndex("IX_OutboxTasks_Kind_SubjectId", "OutboxTasks", ["Kind", "SubjectId"]);
        migration.CreateIndex("IX_OutboxTasks_State_DueAt", "OutboxTasks", ["State", "DueAt"]);

        migration.CreateTable("JobSchedules", table => new
        {
            Id = table.Column<long>().Identity(),
            Job = table.Column<string>(maxLength: 60),
            Cron = table.Column<string>(maxLength: 60),
            NextDueAt = table.Column<DateTime>(),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_JobSchedules", x => x.Id);
        });
        migration.CreateIndex("IX_JobSchedules_Job", "JobSchedules", "Job", unique: true);

        migration.CreateTable("JobRuns", table => new
        {
            Id = table.Column<long>().Identity(),
            Job = table.Column<string>(maxLength: 60),
            TaskId = table.Column<long>(),
            Cause = table.Column<string>(maxLength: 40),
            DueAt = table.Column<DateTime>(nullable: true),
            StartedAt = table.Column<DateTime>(),
            EndedAt = table.Column<DateTime>(nullable: true),
            State = table.Column<string>(maxLength: 40),
            CountsText = table.Column<string>(),
            Error = table.Column<string>(maxLength: 200, nullable: true),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_JobRuns", x => x.Id);
        });
        migration.CreateIndex("IX_JobRuns_Job_StartedAt", "JobRuns", ["Job", "StartedAt"]);
        migration.CreateIndex("IX_JobRuns_TaskId", "JobRuns", "TaskId");
    }
}
