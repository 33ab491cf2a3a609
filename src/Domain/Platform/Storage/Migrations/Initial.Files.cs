using Microsoft.EntityFrameworkCore.Migrations;

namespace Portal.Graph.Domain.Platform.Storage.Migrations;

public sealed partial class Initial
{
    private static void Files(MigrationBuilder migration)
    {
        migration.CreateTable("StoredContents", table => new
        {
            Id = table.Column<long>().Identity(),
            Sha256 = table.Column<string>(maxLength: 64),
            SizeBytes = table.Column<long>(),
            StoreName = table.Column<string>(maxLength: 100),
            KeyId = table.Column<string>(maxLength: 40),
            WrappedKey = table.Column<byte[]>(),
            ScanState = table.Column<string>(maxLength: 40),
            Threat = table.Column<string>(maxLength: 200, nullable: true),
            CreatedAt = table.Column<DateTime>(),
            ScannedAt = table.Column<DateTime>(nullable: true),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_StoredContents", x => x.Id);
        });
        migration.CreateIndex("IX_StoredContents_Sha256", "StoredContents", "Sha256", unique: true);

        migration.CreateTable("StoredFiles", table => new
        {
            Id = table.Column<long>().Identity(),
            ContentId = table.Column<long>(),
            Name = table.Column<string>(maxLength: 255),
            ContentType = table.Column<string>(maxLength: 100),
            UploaderId = table.Column<long>(nullable: true),
            AccountId = table.Column<long>(nullable: true),
            Market = table.Column<string>(maxLength: 40, nullable: true),
            CreatedAt = table.Column<DateTime>(),
            SubjectKind = table.Column<string>(maxLength: 60, nullable: true),
            ClaimedAt = table.Column<DateTime>(nullable: true),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_StoredFiles", x => x.Id);
            table.ForeignKey("FK_StoredFiles_StoredContents_ContentId", x => x.ContentId, "StoredContents", "Id", onDelete: ReferentialAction.Restrict);
        });
        migration.CreateIndex("IX_StoredFiles_ContentId", "StoredFiles", "ContentId");
        migration.CreateIndex("IX_StoredFiles_SubjectKind_CreatedAt", "StoredFiles", ["SubjectKind", "CreatedAt"]);

        migration.CreateTable("FileUploads", table => new
        {
            Id = table.Column<long>().Identity(),
            Token = table.Column<string>(maxLength: 43),
            UserId = table.Column<long>(),
            AccountId = table.Column<long>(nullable: true),
            Name = table.Column<string>(maxLength: 255),
            DeclaredType = table.Column<string>(maxLength: 100, nullable: true),
            Length = table.Column<long>(nullable: true),
            DeclaredSha256 = table.Column<string>(maxLength: 64, nullable: true),
            MaxBytes = table.Column<long>(),
            KeyId = table.Column<string>(maxLength: 40),
            WrappedKey = table.Column<byte[]>(),
            CreatedAt = table.Column<DateTime>(),
            ExpiresAt = table.Column<DateTime>(),
            FileId = table.Column<long>(nullable: true),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_FileUploads", x => x.Id);
            table.ForeignKey("FK_FileUploads_StoredFiles_FileId", x => x.FileId, "StoredFiles", "Id", onDelete: ReferentialAction.Restrict);
        });
        migration.CreateIndex("IX_FileUploads_ExpiresAt", "FileUploads", "ExpiresAt");
        migration.CreateIndex("IX_FileUploads_FileId", "FileUploads", "FileId");
        migration.CreateIndex("IX_FileUploads_Token", "FileUploads", "Token", unique: true);
    }
}
