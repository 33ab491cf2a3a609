using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Staff;

/// <summary>That staff decided whether a user may sign in, and why. The trail has the change; the reason is here, where it belongs.</summary>
public sealed class UserDecision : IEntity
{
    public long Id { get; private set; }
    public required long UserId { get; init; }
    public required UserState State { get; init; }
    public required string Reason { get; init; }
    public required long ById { get; init; }
    public required string ByName { get; init; }
    public required DateTimeOffset At { get; init; }
}

internal sealed class UserDecisionMapping : IEntityTypeConfiguration<UserDecision>
{
    public void Configure(EntityTypeBuilder<UserDecision> decision)
    {
        decision.Property(d => d.Reason).HasMaxLength(500);
        decision.Property(d => d.ByName).HasMaxLength(100);
        decision.HasOne<User>().WithMany().HasForeignKey(d => d.UserId);
    }
}
