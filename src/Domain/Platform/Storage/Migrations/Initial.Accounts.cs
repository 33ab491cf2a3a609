using Microsoft.EntityFrameworkCore.Migrations;

namespace Portal.Graph.Domain.Platform.Storage.Migrations;

public sealed partial class Initial
{
    private static void Accounts(MigrationBuilder migration)
    {
        migration.CreateTable("LoginAttempts", table => new
        {
            Id = table.Column<long>().Identity(),
            NameHash = table.Column<string>(maxLength: 64),
            UserId = table.Column<long>(nullable: true),
            Result = table.Column<string>(maxLength: 40),
            At = table.Column<DateTime>(),
            Ip = table.Column<string>(maxLength: 45, nullable: true),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_LoginAttempts", x => x.Id);
        });
        migration.CreateIndex("IX_LoginAttempts_At", "LoginAttempts", "At");
        migration.CreateIndex("IX_LoginAttempts_UserId_At", "LoginAttempts", ["UserId", "At"]);

        migration.CreateTable("LoginGuards", table => new
        {
            Id = table.Column<long>().Identity(),
            NameHash = table.Column<string>(maxLength: 64),
            Failures = table.Column<int>(),
            LockedUntil = table.Column<DateTime>(nullable: true),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_LoginGuards", x => x.Id);
        });
        migration.CreateIndex("IX_LoginGuards_NameHash", "LoginGuards", "NameHash", unique: true);

        migration.CreateTable("Practitioners", table => new
        {
            Id = table.Column<long>().Identity(),
            Version = table.Column<int>(),
            Npi = table.Column<string>(maxLength: 10),
            FirstName = table.Column<string>(maxLength: 60),
            LastName = table.Column<string>(maxLength: 60),
            Specialty = table.Column<string>(maxLength: 80),
            ExtenderType = table.Column<string>(maxLength: 20, nullable: true),
            IsPcp = table.Column<bool>(),
            IsBehavioral = table.Column<bool>(),
            LicenceNumber = table.Column<string>(maxLength: 30),
            LicenceState = table.Column<string>(maxLength: 2),
            State = table.Column<string>(maxLength: 40),
            EffectiveFrom = table.Column<DateOnly>(),
            EffectiveTo = table.Column<DateOnly>(nullable: true),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_Practitioners", x => x.Id);
        });
        migration.CreateIndex("IX_Practitioners_Npi", "Practitioners", "Npi", unique: true);

        migration.CreateTable("ProviderAccounts", table => new
        {
            Id = table.Column<long>().Identity(),
            Version = table.Column<int>(),
            Name = table.Column<string>(maxLength: 200),
            TaxId = table.Column<string>(maxLength: 9),
            CareSourceProviderId = table.Column<string>(maxLength: 12),
            Npi = table.Column<string>(maxLength: 10),
            Kind = table.Column<string>(maxLength: 40),
            Participation = table.Column<string>(maxLength: 40),
            State = table.Column<string>(maxLength: 40),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_ProviderAccounts", x => x.Id);
        });
        migration.CreateIndex("IX_ProviderAccounts_CareSourceProviderId", "ProviderAccounts", "CareSourceProviderId", unique: true);
        migration.CreateIndex("IX_ProviderAccounts_Npi", "ProviderAccounts", "Npi");
        migration.CreateIndex("IX_ProviderAccounts_TaxId", "ProviderAccounts", "TaxId");

        migration.CreateTable("PractitionerAffiliations", table => new
        {
            Id = table.Column<long>().Identity(),
            PractitionerId = table.Column<long>(),
            AccountId = table.Column<long>(),
            EffectiveFrom = table.Column<DateOnly>(),
            EffectiveTo = table.Column<DateOnly>(nullable: true),
            AcceptingNew = table.Column<bool>(),
            AgeFrom = table.Column<int>(nullable: true),
            AgeTo = table.Column<int>(nullable: true),
            GenderLimit = table.Column<string>(maxLength: 10, nullable: true),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_PractitionerAffiliations", x => x.Id);
            table.ForeignKey("FK_PractitionerAffiliations_Practitioners_PractitionerId", x => x.PractitionerId, "Practitioners", "Id", onDelete: ReferentialAction.Restrict);
            table.ForeignKey("FK_PractitionerAffiliations_ProviderAccounts_AccountId", x => x.AccountId, "ProviderAccounts", "Id", onDelete: ReferentialAction.Restrict);
        });
        migration.CreateIndex("IX_PractitionerAffiliations_AccountId", "PractitionerAffiliations", "AccountId");
        migration.CreateIndex("IX_PractitionerAffiliations_Start", "PractitionerAffiliations", ["PractitionerId", "AccountId", "EffectiveFrom"], unique: true);

        migration.CreateTable("ProviderAddresses", table => new
        {
            Id = table.Column<long>().Identity(),
            AccountId = table.Column<long>(),
            Kind = table.Column<string>(maxLength: 40),
            Line1 = table.Column<string>(maxLength: 120),
            Line2 = table.Column<string>(maxLength: 120, nullable: true),
            City = table.Column<string>(maxLength: 80),
            State = table.Column<string>(maxLength: 2),
            Zip = table.Column<string>(maxLength: 10),
            Phone = table.Column<string>(maxLength: 20, nullable: true),
            Fax = table.Column<string>(maxLength: 20, nullable: true),
            EffectiveFrom = table.Column<DateOnly>(),
            EffectiveTo = table.Column<DateOnly>(nullable: true),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_ProviderAddresses", x => x.Id);
            table.ForeignKey("FK_ProviderAddresses_ProviderAccounts_AccountId", x => x.AccountId, "ProviderAccounts", "Id", onDelete: ReferentialAction.Restrict);
        });
        migration.CreateIndex("IX_ProviderAddresses_AccountId_Kind", "ProviderAddresses", ["AccountId", "Kind"]);

        migration.CreateTable("ProviderMarkets", table => new
        {
            Id = table.Column<long>().Identity(),
            AccountId = table.Column<long>(),
            Market = table.Column<string>(maxLength: 40),
            Lob = table.Column<string>(maxLength: 40),
            EffectiveFrom = table.Column<DateOnly>(),
            EffectiveTo = table.Column<DateOnly>(nullable: true),
            PilotEft = table.Column<bool>(),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_ProviderMarkets", x => x.Id);
            table.ForeignKey("FK_ProviderMarkets_ProviderAccounts_AccountId", x => x.AccountId, "ProviderAccounts", "Id", onDelete: ReferentialAction.Restrict);
        });
        migration.CreateIndex("IX_ProviderMarkets_AccountId_Market_Lob_EffectiveFrom", "ProviderMarkets", ["AccountId", "Market", "Lob", "EffectiveFrom"], unique: true);

        migration.CreateTable("Users", table => new
        {
            Id = table.Column<long>().Identity(),
            Kind = table.Column<string>(maxLength: 40),
            DisplayName = table.Column<string>(maxLength: 100),
            State = table.Column<string>(maxLength: 40),
            DefaultAccountId = table.Column<long>(nullable: true),
            LastMarket = table.Column<string>(maxLength: 40, nullable: true),
            ClaimDetailView = table.Column<string>(maxLength: 40),
            NotificationChoices = table.Column<string>(maxLength: 40),
            TotpSecret = table.Column<string>(maxLength: 400, nullable: true),
            TotpLastStep = table.Column<long>(),
            IsDemo = table.Column<bool>(),
            LastSignInAt = table.Column<DateTime>(nullable: true),
            EnabledAt = table.Column<DateTime>(nullable: true),
            UserName = table.Column<string>(maxLength: 64),
            NormalizedUserName = table.Column<string>(maxLength: 64),
            Email = table.Column<string>(maxLength: 254, nullable: true),
            NormalizedEmail = table.Column<string>(maxLength: 254, nullable: true),
            EmailConfirmed = table.Column<bool>(),
            PasswordHash = table.Column<string>(maxLength: 200, nullable: true),
            SecurityStamp = table.Column<string>(maxLength: 64, nullable: true),
            ConcurrencyStamp = table.Column<string>(maxLength: 36, nullable: true),
            PhoneNumber = table.Column<string>(maxLength: 20, nullable: true),
            PhoneNumberConfirmed = table.Column<bool>(),
            TwoFactorEnabled = table.Column<bool>(),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_Users", x => x.Id);
            table.ForeignKey("FK_Users_ProviderAccounts_DefaultAccountId", x => x.DefaultAccountId, "ProviderAccounts", "Id", onDelete: ReferentialAction.Restrict);
        });
        migration.CreateIndex("IX_Users_DefaultAccountId", "Users", "DefaultAccountId");
        migration.CreateIndex("IX_Users_NormalizedEmail", "Users", "NormalizedEmail");
        migration.CreateIndex("IX_Users_NormalizedUserName", "Users", "NormalizedUserName", unique: true);

        migration.CreateTable("AccountLinks", table => new
        {
            Id = table.Column<long>().Identity(),
            UserId = table.Column<long>(),
            AccountId = table.Column<long>(),
            State = table.Column<string>(maxLength: 40),
            LinkedAt = table.Column<DateTime>(),
            RevokedById = table.Column<long>(nullable: true),
            RevokedAt = table.Column<DateTime>(nullable: true),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_AccountLinks", x => x.Id);
            table.ForeignKey("FK_AccountLinks_ProviderAccounts_AccountId", x => x.AccountId, "ProviderAccounts", "Id", onDelete: ReferentialAction.Restrict);
            table.ForeignKey("FK_AccountLinks_Users_UserId", x => x.UserId, "Users", "Id", onDelete: ReferentialAction.Restrict);
        });
        migration.CreateIndex("IX_AccountLinks_AccountId", "AccountLinks", "AccountId");
        migration.CreateIndex("IX_AccountLinks_UserId_AccountId", "AccountLinks", ["UserId", "AccountId"], unique: true);

        migration.CreateTable("Memberships", table => new
        {
            Id = table.Column<long>().Identity(),
            Version = table.Column<int>(),
            UserId = table.Column<long>(),
            AccountId = table.Column<long>(),
            Role = table.Column<string>(maxLength: 40),
            State = table.Column<string>(maxLength: 40),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_Memberships", x => x.Id);
            table.ForeignKey("FK_Memberships_ProviderAccounts_AccountId", x => x.AccountId, "ProviderAccounts", "Id", onDelete: ReferentialAction.Restrict);
            table.ForeignKey("FK_Memberships_Users_UserId", x => x.UserId, "Users", "Id", onDelete: ReferentialAction.Restrict);
        });
        migration.CreateIndex("IX_Memberships_AccountId", "Memberships", "AccountId");
        migration.CreateIndex("IX_Memberships_UserId_AccountId", "Memberships", ["UserId", "AccountId"], unique: true);
    }
}
