using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Graph.Domain.Accounts.Users;

internal sealed class UserMapping : IEntityTypeConfiguration<User>
{
    public void Configure(EntityTypeBuilder<User> user)
    {
        user.Property(u => u.UserName).HasMaxLength(64).IsRequired();
        user.Property(u => u.NormalizedUserName).HasMaxLength(64).IsRequired();
        user.Property(u => u.Email).HasMaxLength(254);
        user.Property(u => u.NormalizedEmail).HasMaxLength(254);
        user.Property(u => u.ConcurrencyStamp).HasMaxLength(36).IsConcurrencyToken();
        user.Property(u => u.SecurityStamp).HasMaxLength(64);
        user.Property(u => u.PasswordHash).HasMaxLength(200);
        user.Property(u => u.PhoneNumber).HasMaxLength(20);
        user.Property(u => u.DisplayName).HasMaxLength(100);
        user.Property(u => u.TotpSecret).HasMaxLength(400);
        // The lock counts by name, so that names without a user behave alike (LoginGuard).
        user.Ignore(u => u.AccessFailedCount).Ignore(u => u.LockoutEnd).Ignore(u => u.LockoutEnabled).Ignore(u => u.ToldOf);
        user.HasIndex(u => u.NormalizedUserName).IsUnique();
        user.HasIndex(u => u.NormalizedEmail);
        user.HasOne<ProviderAccount>().WithMany().HasForeignKey(u => u.DefaultAccountId);
        user.HasMany(u => u.StaffRoles).WithOne().HasForeignKey(r => r.UserId);
        user.Navigation(u => u.StaffRoles).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class StaffRoleGrantMapping : IEntityTypeConfiguration<StaffRoleGrant>
{
    public void Configure(EntityTypeBuilder<StaffRoleGrant> grant) =>
        grant.HasIndex(g => new { g.UserId, g.Role }).IsUnique();
}

internal sealed class MembershipMapping : IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Membership> membership)
    {
        membership.HasOne(m => m.User).WithMany().HasForeignKey(m => m.UserId);
        membership.HasOne(m => m.Account).WithMany().HasForeignKey(m => m.AccountId);
        membership.HasMany(m => m.Grants).WithOne().HasForeignKey(g => g.MembershipId);
        membership.Navigation(m => m.Grants).UsePropertyAccessMode(PropertyAccessMode.Field);
        membership.Ignore(m => m.Permissions);
        membership.HasIndex(m => new { m.UserId, m.AccountId }).IsUnique();
    }
}

internal sealed class PermissionGrantMapping : IEntityTypeConfiguration<PermissionGrant>
{
    public void Configure(EntityTypeBuilder<PermissionGrant> grant) =>
        grant.HasIndex(g => new { g.MembershipId, g.Permission }).IsUnique();
}
