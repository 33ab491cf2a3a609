using Microsoft.EntityFrameworkCore.Migrations;

namespace Portal.Graph.Domain.Platform.Storage.Migrations;

public sealed partial class Initial
{
    private static void Platform(MigrationBuilder migration)
    {
        migration.CreateTable("AuditEvents", table => new
        {
            Seq = table.Column<long>(),
            PrevHash = table.Column<byte[]>(),
            Hash = table.Column<byte[]>(),
            At = table.Column<DateTime>(),
            ActorKind = table.Column<string>(maxLength: 40),
            ActorId = table.Column<long>(nullable: true),
            ImpersonatorId = table.Column<long>(nullable: true),
            AccountId = table.Column<long>(nullable: true),
            Action = table.Column<string>(maxLength: 60),
            Entity = table.Column<string>(maxLength: 60),
            EntityId = table.Column<long>(),
            MemberId = table.Column<long>(nullable: true),
            FieldGroup = table.Column<string>(maxLength: 60, nullable: true),
            Purpose = table.Column<string>(maxLength: 40, nullable: true),
            Outcome = table.Column<string>(maxLength: 200),
            Before = table.Column<string>(nullable: true),
            After = table.Column<string>(nullable: true),
            CorrelationId = table.Column<string>(maxLength: 64),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_AuditEvents", x => x.Seq);
        });
        migration.CreateIndex("IX_AuditEvents_Entity_EntityId_Seq", "AuditEvents", ["Entity", "EntityId", "Seq"]);
        migration.CreateIndex("IX_AuditEvents_At_Seq", "AuditEvents", ["At", "Seq"]);
        foreach (var column in new[] { "ActorId", "AccountId", "MemberId" })
            migration.CreateIndex($"IX_AuditEvents_{column}_At_Seq", "AuditEvents", [column, "At", "Seq"]);
        migration.CreateIndex("IX_AuditEvents_ImpersonatorId_At_Seq", "AuditEvents", ["ImpersonatorId", "At", "Seq"], filter: "\"ImpersonatorId\" IS NOT NULL");
        migration.CreateIndex("IX_AuditEvents_Action_At_Seq", "AuditEvents", ["Action", "At", "Seq"], filter: "\"Action\" <> 'read'");

        migration.CreateTable("ContactTexts", table => new
        {
            Id = table.Column<long>().Identity(),
            Version = table.Column<int>(),
            Key = table.Column<string>(maxLength: 80),
            Market = table.Column<string>(maxLength: 40, nullable: true),
            Value = table.Column<string>(maxLength: 500),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_ContactTexts", x => x.Id);
        });
        migration.CreateIndex("IX_ContactTexts_Key_Market", "ContactTexts", ["Key", "Market"], unique: true);

        migration.CreateTable("Holidays", table => new
        {
            Id = table.Column<long>().Identity(),
            Market = table.Column<string>(maxLength: 40),
            Date = table.Column<DateOnly>(),
            Name = table.Column<string>(maxLength: 80),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_Holidays", x => x.Id);
        });
        migration.CreateIndex("IX_Holidays_Market_Date", "Holidays", ["Market", "Date"], unique: true);

        migration.CreateTable("IdempotencyKeys", table => new
        {
            Id = table.Column<long>().Identity(),
            Owner = table.Column<string>(maxLength: 60),
            ClientRequestId = table.Column<string>(maxLength: 100),
            Operation = table.Column<string>(maxLength: 60),
            InputHash = table.Column<string>(maxLength: 64),
            ResultId = table.Column<long>(),
            At = table.Column<DateTime>(),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_IdempotencyKeys", x => x.Id);
        });
        migration.CreateIndex("IX_IdempotencyKeys_Owner_ClientRequestId", "IdempotencyKeys", ["Owner", "ClientRequestId"], unique: true);

        migration.CreateTable("NumberSeries", table => new
        {
            Series = table.Column<string>(maxLength: 20),
            Last = table.Column<long>(),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_NumberSeries", x => x.Series);
        });

        migration.CreateTable("PolicySettings", table => new
        {
            Id = table.Column<long>().Identity(),
            Version = table.Column<int>(),
            Key = table.Column<string>(maxLength: 80),
            Market = table.Column<string>(maxLength: 40, nullable: true),
            Lob = table.Column<string>(maxLength: 40, nullable: true),
            Program = table.Column<string>(maxLength: 60, nullable: true),
            From = table.Column<DateOnly>(),
            To = table.Column<DateOnly>(nullable: true),
            Value = table.Column<string>(maxLength: 1000),
            Source = table.Column<string>(maxLength: 300),
            State = table.Column<string>(maxLength: 40),
            Author = table.Column<string>(maxLength: 100),
            AuthorId = table.Column<long>(nullable: true),
            Approver = table.Column<string>(maxLength: 100, nullable: true),
            ProposedEnd = table.Column<DateOnly>(nullable: true),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_PolicySettings", x => x.Id);
        });
        migration.CreateIndex("IX_PolicySettings_Key_Market_Lob_Program_From", "PolicySettings", ["Key", "Market", "Lob", "Program", "From"]);
    }
}
