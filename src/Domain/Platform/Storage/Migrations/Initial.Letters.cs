using Microsoft.EntityFrameworkCore.Migrations;

namespace Portal.Graph.Domain.Platform.Storage.Migrations;

public sealed partial class Initial
{
    private static void Letters(MigrationBuilder migration)
    {
        migration.CreateTable("LetterTemplates", table => new
        {
            Id = table.Column<long>().Identity(),
            Version = table.Column<int>(),
            Key = table.Column<string>(maxLength: 40),
            Market = table.Column<string>(maxLength: 40, nullable: true),
            Place = table.Column<string>(maxLength: 2),
            TemplateVersion = table.Column<int>(),
            Title = table.Column<string>(maxLength: 120),
            Body = table.Column<string>(maxLength: 20000),
            State = table.Column<string>(maxLength: 40),
            Author = table.Column<string>(maxLength: 100),
            Approver = table.Column<string>(maxLength: 100, nullable: true),
            ChangedAt = table.Column<DateTime>(),
            ApprovedAt = table.Column<DateTime>(nullable: true),
            AuthorIds = table.Column<string>(maxLength: 400),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_LetterTemplates", x => x.Id);
        });
        migration.CreateIndex("IX_LetterTemplates_Key_Place_TemplateVersion", "LetterTemplates", ["Key", "Place", "TemplateVersion"], unique: true);

        migration.CreateTable("Letters", table => new
        {
            Id = table.Column<long>().Identity(),
            Version = table.Column<int>(),
            Number = table.Column<string>(maxLength: 20),
            Kind = table.Column<string>(maxLength: 40),
            TemplateId = table.Column<long>(),
            AccountId = table.Column<long>(),
            Recipient = table.Column<string>(maxLength: 40),
            MemberId = table.Column<long>(nullable: true),
            Market = table.Column<string>(maxLength: 40),
            SubjectType = table.Column<string>(maxLength: 60),
            SubjectId = table.Column<long>(nullable: true),
            SubjectNumber = table.Column<string>(maxLength: 40, nullable: true),
            Revision = table.Column<int>(),
            SupersedesId = table.Column<long>(nullable: true),
            State = table.Column<string>(maxLength: 40),
            CreatedDate = table.Column<DateOnly>(),
            CreatedAt = table.Column<DateTime>(),
            IssuedAt = table.Column<DateTime>(nullable: true),
            MailedDate = table.Column<DateOnly>(nullable: true),
            ReadAt = table.Column<DateTime>(nullable: true),
            FileId = table.Column<long>(nullable: true),
            Html = table.Column<string>(nullable: true),
            MissingFields = table.Column<string>(maxLength: 1000, nullable: true),
            FieldsText = table.Column<string>(),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_Letters", x => x.Id);
            table.ForeignKey("FK_Letters_LetterTemplates_TemplateId", x => x.TemplateId, "LetterTemplates", "Id", onDelete: ReferentialAction.Restrict);
            table.ForeignKey("FK_Letters_Letters_SupersedesId", x => x.SupersedesId, "Letters", "Id", onDelete: ReferentialAction.Restrict);
            table.ForeignKey("FK_Letters_ProviderAccounts_AccountId", x => x.AccountId, "ProviderAccounts", "Id", onDelete: ReferentialAction.Restrict);
            table.ForeignKey("FK_Letters_StoredFiles_FileId", x => x.FileId, "StoredFiles", "Id", onDelete: ReferentialAction.Restrict);
        });
        migration.CreateIndex("IX_Letters_Number", "Letters", "Number", unique: true);
        migration.CreateIndex("IX_Letters_SubjectType_SubjectId_Kind_Revision", "Letters", ["SubjectType", "SubjectId", "Kind", "Revision"], unique: true);
        migration.CreateIndex("IX_Letters_AccountId_CreatedDate", "Letters", ["AccountId", "CreatedDate"]);
        migration.CreateIndex("IX_Letters_State_Id", "Letters", ["State", "Id"]);
        migration.CreateIndex("IX_Letters_FileId", "Letters", "FileId");
        migration.CreateIndex("IX_Letters_SupersedesId", "Letters", "SupersedesId");
        migration.CreateIndex("IX_Letters_TemplateId", "Letters", "TemplateId");

        migration.CreateTable("Deliveries", table => new
        {
            Id = table.Column<long>().Identity(),
            LetterId = table.Column<long>(),
            Channel = table.Column<string>(maxLength: 40),
            State = table.Column<string>(maxLength: 40),
            At = table.Column<DateTime>(),
            Tries = table.Column<int>(),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_Deliveries", x => x.Id);
            table.ForeignKey("FK_Deliveries_Letters_LetterId", x => x.LetterId, "Letters", "Id", onDelete: ReferentialAction.Restrict);
        });
        migration.CreateIndex("IX_Deliveries_LetterId", "Deliveries", "LetterId");
    }
}
