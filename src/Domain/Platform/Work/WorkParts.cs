using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Work;

/// <summary>Who works: a person of the plan's staff, and whether they supervise.</summary>
public readonly record struct Worker(long Id, string Name, bool Supervises = false);

/// <summary>What somebody wrote about an item.</summary>
public sealed class WorkNote : IEntity
{
    public long Id { get; private set; }
    public long WorkItemId { get; private set; }

    /// <summary>The note, at most 4,000 characters.</summary>
    public required string Text { get; init; }

    public required long ById { get; init; }

    /// <summary>Who wrote it.</summary>
    public required string ByName { get; init; }

    /// <summary>When it was written (UTC).</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>A time in which the clock of an item stood still; one that lasts is <see cref="WorkItem.PausedAt"/>.</summary>
public sealed class ClockPause : IEntity
{
    public long Id { get; private set; }
    public long WorkItemId { get; private set; }

    /// <summary>When the clock was stopped (UTC).</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>When it went on (UTC).</summary>
    public required DateTimeOffset To { get; init; }

    /// <summary>The due time before the pause (UTC).</summary>
    public required DateTimeOffset DueBefore { get; init; }
}

/// <summary>What was done with an item.</summary>
public enum WorkStep
{
    /// <summary>Somebody took it.</summary>
    Taken,

    /// <summary>A supervisor gave it to somebody.</summary>
    Assigned,

    /// <summary>It went back to the queue.</summary>
    Released,

    /// <summary>Information was asked for.</summary>
    InformationAsked,

    /// <summary>The information came.</summary>
    InformationCame,

    /// <summary>The information is no longer needed.</summary>
    InformationWithdrawn,

    /// <summary>Its priority was changed.</summary>
    PriorityChanged,

    /// <summary>The work was done.</summary>
    Completed,

    /// <summary>Its subject was withdrawn.</summary>
    Cancelled,

    /// <summary>A supervisor opened it again.</summary>
    Reopened,
}

/// <summary>One step in the life of an item; what was counted on a day is counted from these.</summary>
public sealed class WorkEvent : IEntity
{
    public long Id { get; private set; }
    public long WorkItemId { get; private set; }

    /// <summary>What was done.</summary>
    public required WorkStep Step { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTimeOffset At { get; init; }

    public long? ById { get; init; }

    /// <summary>Who did it; null for the portal itself.</summary>
    public string? ByName { get; init; }

    /// <summary>To whom it was given; null when it was not.</summary>
    public string? ToName { get; init; }
}
