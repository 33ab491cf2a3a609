using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Graph.Domain.Accounts.Sessions;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Impersonation;

// ACC-14
/// <summary>A member of staff who sees the portal as a user does, for a while and for a reason.</summary>
public sealed class ImpersonationSession : IEntity
{
    public long Id { get; private set; }
    public long StaffUserId { get; private set; }

    /// <summary>Who looks on.</summary>
    public User? StaffUser { get; init; }

    public long TargetUserId { get; private set; }

    /// <summary>As whom.</summary>
    public User? TargetUser { get; init; }

    public long SessionId { get; private set; }

    /// <summary>The portal session that it is.</summary>
    public Session? Session { get; init; }

    /// <summary>Number of the support ticket that it is for.</summary>
    public required string Ticket { get; init; }

    public required string Reason { get; init; }
    public required Market Market { get; init; }

    /// <summary>When it began (UTC).</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ends at the latest (UTC).</summary>
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>When it was ended before that (UTC); null when it was not.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    public bool IsOpenAt(DateTimeOffset now) => EndedAt is null && now <= EndsAt;

    public void End(DateTimeOffset now) => EndedAt ??= now;
}

internal sealed class ImpersonationMapping : IEntityTypeConfiguration<ImpersonationSession>
{
    public void Configure(EntityTypeBuilder<ImpersonationSession> session)
    {
        session.Property(s => s.Ticket).HasMaxLength(40);
        session.Property(s => s.Reason).HasMaxLength(500);
        session.HasOne(s => s.StaffUser).WithMany().HasForeignKey(s => s.StaffUserId);
        session.HasOne(s => s.TargetUser).WithMany().HasForeignKey(s => s.TargetUserId);
        session.HasOne(s => s.Session).WithMany().HasForeignKey(s => s.SessionId);
        session.HasIndex(s => s.TargetUserId);
        session.HasIndex(s => new { s.StaffUserId, s.EndsAt });
        session.HasIndex(s => s.SessionId).IsUnique();
    }
}
