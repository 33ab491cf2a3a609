using Portal.Graph.Domain.Platform.Work;

namespace Portal.Graph.BackOffice.Shared.Display;

/// <summary>How an item stands against its due time at this moment; no urgency once it is closed.</summary>
public readonly record struct DueClock(WorkUrgency? Urgency, TimeSpan Left, bool Stands = false)
{
    public static DueClock Of(WorkItem item, DateTimeOffset now) =>
        new(item.IsOpen ? item.UrgencyAt(now) : null, item.DueAt - item.ClockAt(now), item.PausedAt is not null);

    /// <summary>A step that is due before the item is, such as an acknowledgement.</summary>
    public static DueClock Of(DateTimeOffset from, DateTimeOffset due, DateTimeOffset now) => new(WorkClockPolicy.Urgency(from, due, TimeSpan.Zero, now), due - now);
}

/// <summary>The tone in which the state of an item is shown.</summary>
public static class WorkTone
{
    public static Tone Of(WorkState state) => state switch
    {
        WorkState.New => Tone.Neutral,
        WorkState.Assigned => Tone.Blue,
        WorkState.PendingInfo => Tone.Amber,
        WorkState.Done => Tone.Green,
        WorkState.Cancelled => Tone.Neutral,
    };
}
