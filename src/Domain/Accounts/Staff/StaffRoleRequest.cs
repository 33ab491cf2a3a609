using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Staff;

/// <summary>What is asked for.</summary>
public enum RoleChange
{
    /// <summary>The user gets the role.</summary>
    Grant,

    /// <summary>The role is taken from the user.</summary>
    Revoke,
}

/// <summary>What became of a request.</summary>
public enum RoleRequestState
{
    /// <summary>Waits for a second person.</summary>
    Pending,

    /// <summary>A second person approved it; it is done.</summary>
    Approved,

    /// <summary>It was declined, or taken back.</summary>
    Declined,
}

// ACC-23
/// <summary>A change of a role that one person alone cannot make: it waits for a second one.</summary>
public sealed class StaffRoleRequest : IEntity
{
    public long Id { get; private set; }
    public long UserId { get; private set; }

    /// <summary>Whose role would change.</summary>
    public User? User { get; init; }

    /// <summary>The role.</summary>
    public required StaffRole Role { get; init; }

    /// <summary>Whether the user would get it or lose it.</summary>
    public required RoleChange Change { get; init; }

    /// <summary>What became of it.</summary>
    public RoleRequestState State { get; private set; }

    public long RequestedById { get; private set; }

    /// <summary>Who asked.</summary>
    public User? RequestedBy { get; init; }

    /// <summary>When it was asked for (UTC).</summary>
    public required DateTimeOffset RequestedAt { get; init; }

    public long? DecidedById { get; private set; }

    /// <summary>When it was decided (UTC); null while it waits.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    public void Decide(RoleRequestState state, long? by, DateTimeOffset at) => (State, DecidedById, DecidedAt) = (state, by, at);
}

internal sealed class StaffRoleRequestMapping : IEntityTypeConfiguration<StaffRoleRequest>
{
    public void Configure(EntityTypeBuilder<StaffRoleRequest> request)
    {
        request.HasOne(r => r.User).WithMany().HasForeignKey(r => r.UserId);
        request.HasOne(r => r.RequestedBy).WithMany().HasForeignKey(r => r.RequestedById);
        request.HasIndex(r => new { r.UserId, r.State });
        request.HasIndex(r => r.State);
    }
}
