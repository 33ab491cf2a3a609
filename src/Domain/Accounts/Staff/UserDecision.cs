using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Staff;

/// <summary>What staff decided about a user.</summary>
public enum UserDecisionKind
{
    /// <summary>Whether the user may sign in.</summary>
    State,

    /// <summary>That the user sets up another authenticator app.</summary>
    SecondFactor,
}

/// <summary>That staff decided about a user's sign-in, and why. The trail has the change; the reason is here, where it belongs.</summary>
public sealed class UserDecision : IEntity
{
    public const int LongestReason = 500;

    public long Id { get; private set; }
    public required long UserId { get; init; }
    public required UserDecisionKind Kind { get; init; }

    /// <summary>The user's state from then on.</summary>
    public required UserState State { get; init; }
    public required string Reason { get; init; }
    public required long ById { get; init; }
    public required string ByName { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Null when the reason can be stored.</summary>
    /// <param name="wanted">What to write, as the end of a sentence that begins with "Write".</param>
    internal static Refusal? FaultOf(string? reason, string wanted) => (reason?.Trim().Length ?? 0) switch
    {
        0 => new DecisionReasonRequired(wanted) { Path = ["reason"] },
        > LongestReason => new InvalidFormat("Reason", $"at most {LongestReason} characters", "Left the practice") { Path = ["reason"] },
        _ => null,
    };

    internal static UserDecision Of(User user, UserDecisionKind kind, string reason, Actor by, DateTimeOffset at) => new()
    {
        UserId = user.Id, Kind = kind, State = user.State, Reason = reason.Trim(), ById = by.UserId ?? 0, ByName = by.Name, At = at,
    };
}

internal sealed class UserDecisionMapping : IEntityTypeConfiguration<UserDecision>
{
    public void Configure(EntityTypeBuilder<UserDecision> decision)
    {
        decision.Property(d => d.Reason).HasMaxLength(UserDecision.LongestReason);
        decision.Property(d => d.ByName).HasMaxLength(100);
        decision.HasOne<User>().WithMany().HasForeignKey(d => d.UserId);
    }
}
