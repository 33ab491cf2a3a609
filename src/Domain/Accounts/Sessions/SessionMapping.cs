using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Graph.Domain.Accounts.Users;

namespace Portal.Graph.Domain.Accounts.Sessions;

internal sealed class SessionMapping : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> session)
    {
        session.Property(s => s.EndReason).HasMaxLength(40);
        session.Property(s => s.Ip).HasMaxLength(45);
        session.HasOne<User>().WithMany().HasForeignKey(s => s.UserId);
        session.HasOne<User>().WithMany().HasForeignKey(s => s.ImpersonatorId);
        session.HasMany(s => s.Tokens).WithOne().HasForeignKey(t => t.SessionId);
        session.Navigation(s => s.Tokens).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class RefreshTokenMapping : IEntityTypeConfiguration<RefreshToken>
{
    public void Configure(EntityTypeBuilder<RefreshToken> token)
    {
        token.Property(t => t.TokenHash).HasMaxLength(64);
        token.HasIndex(t => t.TokenHash).IsUnique();
    }
}

internal sealed class LoginGuardMapping : IEntityTypeConfiguration<LoginGuard>
{
    public void Configure(EntityTypeBuilder<LoginGuard> guard)
    {
        guard.Property(g => g.NameHash).HasMaxLength(64);
        guard.HasIndex(g => g.NameHash).IsUnique();
    }
}

internal sealed class LoginAttemptMapping : IEntityTypeConfiguration<LoginAttempt>
{
    public void Configure(EntityTypeBuilder<LoginAttempt> attempt)
    {
        attempt.Property(a => a.NameHash).HasMaxLength(64);
        attempt.Property(a => a.Ip).HasMaxLength(45);
        attempt.HasIndex(a => new { a.UserId, a.At });
        attempt.HasIndex(a => a.At);
    }
}
