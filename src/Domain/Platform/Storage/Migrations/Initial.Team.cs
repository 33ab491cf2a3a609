using Microsoft.EntityFrameworkCore.Migrations;

namespace Portal.Graph.Domain.Platform.Storage.Migrations;

public sealed partial class Initial
{
    private static void Team(MigrationBuilder migration)
    {
        migration.CreateTable("ApiTokens", table => new
        {
            Id = table.Column<long>().Identity(),
            AccountId = table.Column<long>(),
            Name = table.Column<string>(maxLength: 60),
            Hash = table.Column<string>(maxLength: 64),
            Hint = table.Column<string>(maxLength: 12),
            PermissionList = table.Column<string>(maxLength: 1000),
            CreatedById = table.Column<long>(),
            CreatedAt = table.Column<DateTime>(),
            ExpiresAt = table.Column<DateTime>(),
            RevokedAt = table.Column<DateTime>(nullable: true),
            RevokedById = table.Column<long>(nullable: true),
            LastUsedAt = table.Column<DateTime>(nullable: true),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_ApiTokens", x => x.Id);
            table.ForeignKey("FK_ApiTokens_ProviderAccounts_AccountId", x => x.AccountId, "ProviderAccounts", "Id", onDelete: ReferentialAction.Restrict);
            table.ForeignKey("FK_ApiTokens_Users_CreatedById", x => x.CreatedById, "Users", "Id", onDelete: ReferentialAction.Restrict);
        });
        migration.CreateIndex("IX_ApiTokens_AccountId", "ApiTokens", "AccountId");
        migration.CreateIndex("IX_ApiTokens_CreatedById", "ApiTokens", "CreatedById");
        migration.CreateIndex("IX_ApiTokens_Hash", "ApiTokens", "Hash", unique: true);

        migration.CreateTable("ImpersonationSessions", table => new
        {
            Id = table.Column<long>().Identity(),
            StaffUserId = table.Column<long>(),
            TargetUserId = table.Column<long>(),
            SessionId = table.Column<long>(),
            Ticket = table.Column<string>(maxLength: 40),
            Reason = table.Column<string>(maxLength: 500),
            Market = table.Column<string>(maxLength: 40),
            StartedAt = table.Column<DateTime>(),
            EndsAt = table.Column<DateTime>(),
            EndedAt = table.Column<DateTime>(nullable: true),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_ImpersonationSessions", x => x.Id);
            table.ForeignKey("FK_ImpersonationSessions_Users_StaffUserId", x => x.StaffUserId, "Users", "Id", onDelete: ReferentialAction.Restrict);
            table.ForeignKey("FK_ImpersonationSessions_Users_TargetUserId", x => x.TargetUserId, "Users", "Id", onDelete: ReferentialAction.Restrict);
            table.ForeignKey("FK_ImpersonationSessions_Sessions_SessionId", x => x.SessionId, "Sessions", "Id", onDelete: ReferentialAction.Restrict);
        });
        migration.CreateIndex("IX_ImpersonationSessions_TargetUserId", "ImpersonationSessions", "TargetUserId");
        migration.CreateIndex("IX_ImpersonationSessions_StaffUserId_EndsAt", "ImpersonationSessions", ["StaffUserId", "EndsAt"]);
        migration.CreateIndex("IX_ImpersonationSessions_SessionId", "ImpersonationSessions", "SessionId", unique: true);

        migration.CreateTable("StaffRoleRequests", table => new
        {
            Id = table.Column<long>().Identity(),
            UserId = table.Column<long>(),
            Role = table.Column<string>(maxLength: 40),
            Change = table.Column<string>(maxLength: 40),
            State = table.Column<string>(maxLength: 40),
            RequestedById = table.Column<long>(),
            RequestedAt = table.Column<DateTime>(),
            DecidedById = table.Column<long>(nullable: true),
            DecidedAt = table.Column<DateTime>(nullable: true),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_StaffRoleRequests", x => x.Id);
            table.ForeignKey("FK_StaffRoleRequests_Users_UserId", x => x.UserId, "Users", "Id", onDelete: ReferentialAction.Restrict);
            table.ForeignKey("FK_StaffRoleRequests_Users_RequestedById", x => x.RequestedById, "Users", "Id", onDelete: ReferentialAction.Restrict);
        });
        migration.CreateIndex("IX_StaffRoleRequests_UserId_State", "StaffRoleRequests", ["UserId", "State"]);
        migration.CreateIndex("IX_StaffRoleRequests_RequestedById", "StaffRoleRequests", "RequestedById");
        migration.CreateIndex("IX_StaffRoleRequests_State", "StaffRoleRequests", "State");

        migration.CreateTable("UserDecisions", table => new
        {
            Id = table.Column<long>().Identity(),
            UserId = table.Column<long>(),
            Kind = table.Column<string>(maxLength: 40),
            State = table.Column<string>(maxLength: 40),
            Reason = table.Column<string>(maxLength: 500),
            ById = table.Column<long>(),
            ByName = table.Column<string>(maxLength: 100),
            At = table.Column<DateTime>(),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_UserDecisions", x => x.Id);
            table.ForeignKey("FK_UserDecisions_Users_UserId", x => x.UserId, "Users", "Id", onDelete: ReferentialAction.Restrict);
        });
        migration.CreateIndex("IX_UserDecisions_UserId", "UserDecisions", "UserId");
    }
}
