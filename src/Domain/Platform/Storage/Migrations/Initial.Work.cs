using Microsoft.EntityFrameworkCore.Migrations;

namespace Portal.Graph.Domain.Platform.Storage.Migrations;

public sealed partial class Initial
{
    private static void Work(MigrationBuilder migration)
    {
        migration.CreateTable("WorkItems", table => new
        {
            Id = table.Column<long>().Identity(),
            Version = table.Column<int>(),
            Queue = table.Column<string>(maxLength: 40),
            SubjectType = table.Column<string>(maxLength: 60),
            SubjectId = table.Column<long>(),
            SubjectNumber = table.Column<string>(maxLength: 40, nullable: true),
            Market = table.Column<string>(maxLength: 40),
            Lob = table.Column<string>(maxLength: 40, nullable: true),
            AccountId = table.Column<long>(nullable: true),
            Reason = table.Column<string>(maxLength: 200),
            Priority = table.Column<int>(),
            ReceivedAt = table.Column<DateTime>(),
            OpenedAt = table.Column<DateTime>(),
            DueAt = table.Column<DateTime>(),
            PausedAt = table.Column<DateTime>(nullable: true),
            MovedSeconds = table.Column<long>(),
            State = table.Column<string>(maxLength: 40),
            AssigneeId = table.Column<long>(nullable: true),
            AssigneeName = table.Column<string>(maxLength: 100, nullable: true),
            ClosedAt = table.Column<DateTime>(nullable: true),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_WorkItems", x => x.Id);
        });
        migration.CreateIndex("IX_WorkItems_AccountId_Queue", "WorkItems", ["AccountId", "Queue"]);
        migration.CreateIndex("IX_WorkItems_AssigneeId_State", "WorkItems", ["AssigneeId", "State"]);
        migration.CreateIndex("IX_WorkItems_Queue_ReceivedAt", "WorkItems", ["Queue", "ReceivedAt"]);
        migration.CreateIndex("IX_WorkItems_Queue_State_DueAt", "WorkItems", ["Queue", "State", "DueAt"]);
        migration.CreateIndex("IX_WorkItems_Queue_State_Market_DueAt", "WorkItems", ["Queue", "State", "Market", "DueAt"]);
        migration.CreateIndex("IX_WorkItems_SubjectNumber", "WorkItems", "SubjectNumber");
        migration.CreateIndex("IX_WorkItems_SubjectType_SubjectId", "WorkItems", ["SubjectType", "SubjectId"]);

        migration.CreateTable("WorkNotes", table => new
        {
            Id = table.Column<long>().Identity(),
            WorkItemId = table.Column<long>(),
            Text = table.Column<string>(maxLength: 4000),
            ById = table.Column<long>(),
            ByName = table.Column<string>(maxLength: 100),
            At = table.Column<DateTime>(),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_WorkNotes", x => x.Id);
            table.ForeignKey("FK_WorkNotes_WorkItems_WorkItemId", x => x.WorkItemId, "WorkItems", "Id", onDelete: ReferentialAction.Restrict);
        });
        migration.CreateIndex("IX_WorkNotes_WorkItemId", "WorkNotes", "WorkItemId");

        migration.CreateTable("WorkEvents", table => new
        {
            Id = table.Column<long>().Identity(),
            WorkItemId = table.Column<long>(),
            Step = table.Column<string>(maxLength: 40),
            At = table.Column<DateTime>(),
            ById = table.Column<long>(nullable: true),
            ByName = table.Column<string>(maxLength: 100, nullable: true),
            ToName = table.Column<string>(maxLength: 100, nullable: true),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_WorkEvents", x => x.Id);
            table.ForeignKey("FK_WorkEvents_WorkItems_WorkItemId", x => x.WorkItemId, "WorkItems", "Id", onDelete: ReferentialAction.Restrict);
        });
        migration.CreateIndex("IX_WorkEvents_Step_At", "WorkEvents", ["Step", "At"]);
        migration.CreateIndex("IX_WorkEvents_WorkItemId", "WorkEvents", "WorkItemId");

        migration.CreateTable("ClockPauses", table => new
        {
            Id = table.Column<long>().Identity(),
            WorkItemId = table.Column<long>(),
            From = table.Column<DateTime>(),
            To = table.Column<DateTime>(),
            DueBefore = table.Column<DateTime>(),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_ClockPauses", x => x.Id);
            table.ForeignKey("FK_ClockPauses_WorkItems_WorkItemId", x => x.WorkItemId, "WorkItems", "Id", onDelete: ReferentialAction.Restrict);
        });
        migration.CreateIndex("IX_ClockPauses_WorkItemId", "ClockPauses", "WorkItemId");

        migration.CreateTable("QueueDays", table => new
        {
            Id = table.Column<long>().Identity(),
            Queue = table.Column<string>(maxLength: 40),
            Market = table.Column<string>(maxLength: 40),
            Date = table.Column<DateOnly>(),
            Opened = table.Column<int>(),
            Closed = table.Column<int>(),
            Open = table.Column<int>(),
            Breached = table.Column<int>(),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_QueueDays", x => x.Id);
        });
        migration.CreateIndex("IX_QueueDays_Market_Date", "QueueDays", ["Market", "Date"]);
        migration.CreateIndex("IX_QueueDays_Queue_Market_Date", "QueueDays", ["Queue", "Market", "Date"], unique: true);
    }

    // After the files, to which answers point.
    private static void Information(MigrationBuilder migration)
    {
        migration.CreateTable("InformationRequests", table => new
        {
            Id = table.Column<long>().Identity(),
            Version = table.Column<int>(),
            WorkItemId = table.Column<long>(),
            SubjectType = table.Column<string>(maxLength: 60),
            SubjectId = table.Column<long>(),
            SubjectNumber = table.Column<string>(maxLength: 40, nullable: true),
            Market = table.Column<string>(maxLength: 40),
            AccountId = table.Column<long>(nullable: true),
            Text = table.Column<string>(maxLength: 4000),
            AskedById = table.Column<long>(),
            AskedBy = table.Column<string>(maxLength: 100),
            AskedAt = table.Column<DateTime>(),
            DueAt = table.Column<DateTime>(),
            Answer = table.Column<string>(maxLength: 4000, nullable: true),
            AnsweredBy = table.Column<string>(maxLength: 100, nullable: true),
            AnsweredById = table.Column<long>(nullable: true),
            ClosedAt = table.Column<DateTime>(nullable: true),
            ToldAt = table.Column<DateTime>(nullable: true),
            Told = table.Column<int>(),
            State = table.Column<string>(maxLength: 40),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_InformationRequests", x => x.Id);
            table.ForeignKey("FK_InformationRequests_WorkItems_WorkItemId", x => x.WorkItemId, "WorkItems", "Id", onDelete: ReferentialAction.Restrict);
        });
        migration.CreateIndex("IX_InformationRequests_AccountId_State_DueAt", "InformationRequests", ["AccountId", "State", "DueAt"]);
        migration.CreateIndex("IX_InformationRequests_SubjectNumber", "InformationRequests", "SubjectNumber");
        migration.CreateIndex("IX_InformationRequests_SubjectType_SubjectId", "InformationRequests", ["SubjectType", "SubjectId"]);
        migration.CreateIndex("IX_InformationRequests_WorkItemId", "InformationRequests", "WorkItemId");

        migration.CreateTable("InformationFiles", table => new
        {
            Id = table.Column<long>().Identity(),
            InformationRequestId = table.Column<long>(),
            FileId = table.Column<long>(),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_InformationFiles", x => x.Id);
            table.ForeignKey("FK_InformationFiles_InformationRequests_InformationRequestId", x => x.InformationRequestId, "InformationRequests", "Id", onDelete: ReferentialAction.Restrict);
            table.ForeignKey("FK_InformationFiles_StoredFiles_FileId", x => x.FileId, "StoredFiles", "Id", onDelete: ReferentialAction.Restrict);
        });
        migration.CreateIndex("IX_InformationFiles_FileId", "InformationFiles", "FileId", unique: true);
        migration.CreateIndex("IX_InformationFiles_InformationRequestId", "InformationFiles", "InformationRequestId");
    }
}
