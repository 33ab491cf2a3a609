using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Policies;

/// <summary>Whose hand changes a row, and when.</summary>
internal readonly record struct PolicyHand(long? UserId, string Name, DateTimeOffset At)
{
    public static PolicyHand Of(Actor actor, TimeProvider clock) => new(actor.UserId, actor.Name, clock.GetUtcNow());
}

/// <summary>One line of a row's history: who, when, what it was before and after.</summary>
public sealed class PolicyChange : IEntity
{
    private PolicyChange() { }

    internal PolicyChange(PolicyChangeKind kind, PolicyHand hand, string? before, string? after) =>
        (Kind, ById, ByName, At, Before, After) = (kind, hand.UserId, hand.Name, hand.At, before, after);

    public long Id { get; private set; }
    public long PolicySettingId { get; private set; }

    /// <summary>What happened.</summary>
    public PolicyChangeKind Kind { get; private set; }
    public long? ById { get; private set; }

    /// <summary>The name of the person.</summary>
    public string ByName { get; private set; } = "";

    /// <summary>When (UTC).</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Value and days before; null for a first draft.</summary>
    public string? Before { get; private set; }

    /// <summary>Value and days after; null when the draft or proposal was given up.</summary>
    public string? After { get; private set; }

    internal bool IsBy(PolicyHand hand) => ById is null ? ByName == hand.Name : ById == hand.UserId;
}

internal sealed class PolicyChangeMapping : IEntityTypeConfiguration<PolicyChange>
{
    public void Configure(EntityTypeBuilder<PolicyChange> change)
    {
        change.Property(c => c.ByName).HasMaxLength(100);
        change.Property(c => c.Before).HasMaxLength(1100);
        change.Property(c => c.After).HasMaxLength(1100);
    }
}
