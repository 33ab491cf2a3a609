using Microsoft.EntityFrameworkCore.Migrations;

namespace Portal.Graph.Domain.Platform.Storage.Migrations;

public sealed partial class Initial
{
    private static void Identity(MigrationBuilder migration)
    {
        migration.CreateTable("Registrations", table => new
        {
            Id = table.Column<long>().Identity(),
            ProviderName = table.Column<string>(maxLength: 200),
            TaxId = table.Column<string>(maxLength: 9),
            ProviderId = table.Column<string>(maxLength: 12),
            Zip = table.Column<string>(maxLength: 10),
            Outcome = table.Column<string>(maxLength: 40),
            Ip = table.Column<string>(maxLength: 45, nullable: true),
            At = table.Column<DateTime>(),
            AccountId = table.Column<long>(nullable: true),
            UserId = table.Column<long>(nullable: true),
            ForgivenAt = table.Column<DateTime>(nullable: true),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_Registrations", x => x.Id);
        });
        migration.CreateIndex("IX_Registrations_ProviderId_At", "Registrations", ["ProviderId", "At"]);
        migration.CreateIndex("IX_Registrations_Ip_At", "Registrations", ["Ip", "At"]);

        migration.CreateTable("TermsVersions", table => new
        {
            Id = table.Column<long>().Identity(),
            Version = table.Column<string>(maxLength: 20),
            Text = table.Column<string>(),
            ActiveFrom = table.Column<DateTime>(),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_TermsVersions", x => x.Id);
        });
        migration.CreateIndex("IX_TermsVersions_Version", "TermsVersions", "Version", unique: true);
        migration.CreateIndex("IX_TermsVersions_ActiveFrom", "TermsVersions", "ActiveFrom");

        migration.CreateTable("TermsAcceptances", table => new
        {
            Id = table.Column<long>().Identity(),
            UserId = table.Column<long>(),
            VersionId = table.Column<long>(),
            At = table.Column<DateTime>(),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_TermsAcceptances", x => x.Id);
            table.ForeignKey("FK_TermsAcceptances_Users_UserId", x => x.UserId, "Users", "Id", onDelete: ReferentialAction.Restrict);
            table.ForeignKey("FK_TermsAcceptances_TermsVersions_VersionId", x => x.VersionId, "TermsVersions", "Id", onDelete: ReferentialAction.Restrict);
        });
        migration.CreateIndex("IX_TermsAcceptances_UserId_VersionId", "TermsAcceptances", ["UserId", "VersionId"], unique: true);
        migration.CreateIndex("IX_TermsAcceptances_VersionId", "TermsAcceptances", "VersionId");

        migration.CreateTable("MailedTokens", table => new
        {
            Id = table.Column<long>().Identity(),
            UserId = table.Column<long>(),
            Purpose = table.Column<string>(maxLength: 40),
            Selector = table.Column<string>(maxLength: 32),
            SecretHash = table.Column<string>(maxLength: 64),
            IssuedAt = table.Column<DateTime>(),
            ExpiresAt = table.Column<DateTime>(),
            UsedAt = table.Column<DateTime>(nullable: true),
            Ip = table.Column<string>(maxLength: 45, nullable: true),
            Address = table.Column<string>(maxLength: 254, nullable: true),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_MailedTokens", x => x.Id);
            table.ForeignKey("FK_MailedTokens_Users_UserId", x => x.UserId, "Users", "Id", onDelete: ReferentialAction.Restrict);
        });
        migration.CreateIndex("IX_MailedTokens_Selector", "MailedTokens", "Selector", unique: true);
        migration.CreateIndex("IX_MailedTokens_UserId_Purpose_IssuedAt", "MailedTokens", ["UserId", "Purpose", "IssuedAt"]);

        migration.CreateTable("OutgoingMails", table => new
        {
            Id = table.Column<long>().Identity(),
            Template = table.Column<string>(maxLength: 60),
            ToAddress = table.Column<string>(maxLength: 254),
            ToName = table.Column<string>(maxLength: 100),
            Fields = table.Column<string>(),
            LinkSelector = table.Column<string>(maxLength: 32, nullable: true),
            CreatedAt = table.Column<DateTime>(),
            SentAt = table.Column<DateTime>(nullable: true),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_OutgoingMails", x => x.Id);
        });
        migration.CreateIndex("IX_OutgoingMails_SentAt", "OutgoingMails", "SentAt");

        migration.CreateTable("RecoveryCodes", table => new
        {
            Id = table.Column<long>().Identity(),
            UserId = table.Column<long>(),
            CodeHash = table.Column<string>(maxLength: 64),
            UsedAt = table.Column<DateTime>(nullable: true),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_RecoveryCodes", x => x.Id);
            table.ForeignKey("FK_RecoveryCodes_Users_UserId", x => x.UserId, "Users", "Id", onDelete: ReferentialAction.Restrict);
        });
        migration.CreateIndex("IX_RecoveryCodes_UserId_CodeHash", "RecoveryCodes", ["UserId", "CodeHash"], unique: true);

        migration.CreateTable("SecondFactorSetups", table => new
        {
            Id = table.Column<long>().Identity(),
            UserId = table.Column<long>(),
            Secret = table.Column<string>(maxLength: 400),
            StartedAt = table.Column<DateTime>(),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_SecondFactorSetups", x => x.Id);
            table.ForeignKey("FK_SecondFactorSetups_Users_UserId", x => x.UserId, "Users", "Id", onDelete: ReferentialAction.Restrict);
        });
        migration.CreateIndex("IX_SecondFactorSetups_UserId", "SecondFactorSetups", "UserId", unique: true);
    }
}
