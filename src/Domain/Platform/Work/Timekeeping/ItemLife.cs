namespace Portal.Graph.Domain.Platform.Work.Timekeeping;

/// <summary>One closing or reopening of an item.</summary>
internal readonly record struct LifeStep(DateTimeOffset At, bool Closes);

/// <summary>A pause of an item's clock that is over.</summary>
internal readonly record struct LifePause(DateTimeOffset From, DateTimeOffset To, DateTimeOffset DueBefore);

/// <summary>What an item was at any instant of its life, from what is stored of it now. Pure.</summary>
/// <param name="Steps">In the order in which they were taken.</param>
/// <param name="Pauses">In the order of time.</param>
internal sealed record ItemLife(
    string Queue, DateTimeOffset OpenedAt, DateTimeOffset DueAt, DateTimeOffset? PausedAt, IReadOnlyList<LifeStep> Steps, IReadOnlyList<LifePause> Pauses)
{
    /// <summary>At the end of the instants before <paramref name="at"/>.</summary>
    public bool IsOpen(DateTimeOffset at) => OpenedAt < at && Steps.LastOrDefault(s => s.At < at) is not { Closes: true };

    public bool IsBreached(DateTimeOffset at)
    {
        var due = Pauses.Where(p => p.To >= at).Select(p => (DateTimeOffset?)p.DueBefore).FirstOrDefault() ?? DueAt;
        var stood = Pauses.Where(p => p.From < at && p.To >= at).Select(p => (DateTimeOffset?)p.From).FirstOrDefault() ?? (PausedAt < at ? PausedAt : null);
        return IsOpen(at) && due < (stood ?? at);
    }

    public int Closings(DateTimeOffset from, DateTimeOffset to) => Steps.Count(s => s.Closes && s.At >= from && s.At < to);
}
