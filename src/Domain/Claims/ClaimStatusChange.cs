using Portal.Graph.Domain.Platform;

namespace Portal.Graph.Domain.Claims;

/// <summary>A step of a claim from state to state, as it is published.</summary>
public sealed record ClaimStatusChange
{
    /// <summary>Its place among all published changes.</summary>
    public required long Seq { get; init; }
    public required long ClaimId { get; init; }

    /// <summary>The state before.</summary>
    public required ClaimState From { get; init; }

    /// <summary>The state that it led to.</summary>
    public required ClaimState To { get; init; }

    /// <summary>When the step was taken (UTC).</summary>
    public required DateTimeOffset At { get; init; }

    // Whose claim it is: who may be told.
    internal Market Market { get; init; }
    internal long BillingAccountId { get; init; }
    internal long? RenderingAccountId { get; init; }
}

/// <summary>The follower did not take its changes and missed some: it must look at the claims again, and follow anew.</summary>
public sealed class ChangesMissedException() : Exception("Changes were missed.");
