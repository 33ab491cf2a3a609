using Microsoft.EntityFrameworkCore.Migrations;

namespace Portal.Graph.Domain.Platform.Storage.Migrations;

public sealed partial class Initial
{
    private static void Accounts2(MigrationBuilder migration)
    {
        migration.CreateTable("Sessions", table => new
        {
            Id = table.Column<long>().Identity(),
            UserId = table.Column<long>(),
            Market = table.Column<string>(maxLength: 40, nullable: true),
            StartedAt = table.Column<DateTime>(),
            LastSeenAt = table.Column<DateTime>(),
            ExpiresAt = table.Column<DateTime>(),
            EndedAt = table.Column<DateTime>(nullable: true),
            EndReason = table.Column<string>(maxLength: 40, nullable: true),
            Ip = table.Column<string>(maxLength: 45, nullable: true),
            ImpersonatorId = table.Column<long>(nullable: true),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_Sessions", x => x.Id);
            table.ForeignKey("FK_Sessions_Users_ImpersonatorId", x => x.ImpersonatorId, "Users", "Id", onDelete: ReferentialAction.Restrict);
            table.ForeignKey("FK_Sessions_Users_UserId", x => x.UserId, "Users", "Id", onDelete: ReferentialAction.Restrict);
        });
        migration.CreateIndex("IX_Sessions_UserId", "Sessions", "UserId");
        migration.CreateIndex("IX_Sessions_ImpersonatorId", "Sessions", "ImpersonatorId");

        migration.CreateTable("StaffRoleGrants", table => new
        {
            Id = table.Column<long>().Identity(),
            UserId = table.Column<long>(),
            Role = table.Column<string>(maxLength: 40),
            GrantedById = table.Column<long>(nullable: true),
            GrantedAt = table.Column<DateTime>(),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_StaffRoleGrants", x => x.Id);
            table.ForeignKey("FK_StaffRoleGrants_Users_UserId", x => x.UserId, "Users", "Id", onDelete: ReferentialAction.Restrict);
        });
        migration.CreateIndex("IX_StaffRoleGrants_UserId_Role", "StaffRoleGrants", ["UserId", "Role"], unique: true);

        migration.CreateTable("PermissionGrants", table => new
        {
            Id = table.Column<long>().Identity(),
            MembershipId = table.Column<long>(),
            Permission = table.Column<string>(maxLength: 40),
            GrantedById = table.Column<long>(nullable: true),
            GrantedAt = table.Column<DateTime>(),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_PermissionGrants", x => x.Id);
            table.ForeignKey("FK_PermissionGrants_Memberships_MembershipId", x => x.MembershipId, "Memberships", "Id", onDelete: ReferentialAction.Restrict);
        });
        migration.CreateIndex("IX_PermissionGrants_MembershipId_Permission", "PermissionGrants", ["MembershipId", "Permission"], unique: true);

        migration.CreateTable("RefreshTokens", table => new
        {
            Id = table.Column<long>().Identity(),
            SessionId = table.Column<long>(),
            TokenHash = table.Column<string>(maxLength: 64),
            IssuedAt = table.Column<DateTime>(),
            UsedAt = table.Column<DateTime>(nullable: true),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_RefreshTokens", x => x.Id);
            table.ForeignKey("FK_RefreshTokens_Sessions_SessionId", x => x.SessionId, "Sessions", "Id", onDelete: ReferentialAction.Restrict);
        });
        migration.CreateIndex("IX_RefreshTokens_SessionId", "RefreshTokens", "SessionId");
        migration.CreateIndex("IX_RefreshTokens_TokenHash", "RefreshTokens", "TokenHash", unique: true);
    }
}
