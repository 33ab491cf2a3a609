using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Work;

/// <summary>Where a work item stands.</summary>
public enum WorkState
{
    /// <summary>Nobody has taken it.</summary>
    New,

    /// <summary>Somebody works on it.</summary>
    Assigned,

    /// <summary>Somebody works on it and waits for information from outside.</summary>
    PendingInfo,

    /// <summary>The work is done; a supervisor can reopen it.</summary>
    Done,

    /// <summary>Its subject was withdrawn.</summary>
    Cancelled,
}

// PLT-08
/// <summary>Something a queue's people have to do about a record.</summary>
public sealed partial class WorkItem : IVersioned
{
    private readonly List<WorkNote> _notes = [];
    private readonly List<WorkEvent> _events = [];
    private readonly List<ClockPause> _pauses = [];
    private IEntity? _subject;

    private WorkItem() { }

    public long Id { get; private set; }
    public int Version { get; private set; }

    /// <summary>Key of the queue, such as <c>Q-CLAIM-PEND</c>.</summary>
    public string Queue { get; private set; } = "";

    /// <summary>The kind of record it is about, such as <c>Claim</c>.</summary>
    public string SubjectType { get; private set; } = "";

    public long SubjectId { get; private set; }

    /// <summary>The subject's business number, for lists and search; null when it has none.</summary>
    public string? SubjectNumber { get; private set; }

    /// <summary>The market of the subject.</summary>
    public Market Market { get; private set; }

    /// <summary>The subject's line of business; null when it has none.</summary>
    public Lob? Lob { get; private set; }

    public long? AccountId { get; private set; }

    /// <summary>Why it is here, in words.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Higher is more urgent; 0 is usual.</summary>
    public int Priority { get; private set; }

    /// <summary>When its time began (UTC).</summary>
    public DateTimeOffset ReceivedAt { get; private set; }

    /// <summary>When it came into the queue (UTC): not before its time began, later where its record had a life before.</summary>
    public DateTimeOffset OpenedAt { get; private set; }

    /// <summary>When its time is over (UTC), by the queue's limit and moved by every pause.</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>Since when its clock stands still (UTC); null while it runs.</summary>
    public DateTimeOffset? PausedAt { get; private set; }

    /// <summary>By how many seconds pauses have moved the due time.</summary>
    public long MovedSeconds { get; private set; }

    /// <summary>Where it stands.</summary>
    public WorkState State { get; private set; }

    public long? AssigneeId { get; private set; }

    /// <summary>Who has it in hand; null when nobody has.</summary>
    public string? AssigneeName { get; private set; }

    /// <summary>When it was done or cancelled (UTC); null while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>What people wrote about it, oldest first.</summary>
    public IReadOnlyList<WorkNote> Notes => _notes;

    /// <summary>What was done with it, oldest first.</summary>
    public IReadOnlyList<WorkEvent> Events => _events;

    /// <summary>The times in which its clock stood still, oldest first.</summary>
    public IReadOnlyList<ClockPause> Pauses => _pauses;

    public bool IsOpen => State is WorkState.New or WorkState.Assigned or WorkState.PendingInfo;
    public bool IsHeld => State is WorkState.Assigned or WorkState.PendingInfo;

    public static WorkItem Open(
        string queue, string subjectType, long subjectId, Market market, DateTimeOffset receivedAt, DateTimeOffset dueAt, string reason,
        string? subjectNumber = null, Lob? lob = null, long? accountId = null, int priority = 0, DateTimeOffset? openedAt = null) => new()
        {
            Queue = queue, SubjectType = subjectType, SubjectId = subjectId, SubjectNumber = subjectNumber,
            Market = market, Lob = lob, AccountId = accountId, ReceivedAt = receivedAt, OpenedAt = openedAt ?? receivedAt, DueAt = dueAt, Reason = reason, Priority = priority,
        };

    /// <summary>For a record of the same save, whose id the commit fills in.</summary>
    public static WorkItem Open(
        string queue, IEntity subject, Market market, DateTimeOffset receivedAt, DateTimeOffset dueAt, string reason,
        string? subjectNumber = null, Lob? lob = null, long? accountId = null, int priority = 0, DateTimeOffset? openedAt = null)
    {
        var item = Open(queue, subject.GetType().Name, subject.Id, market, receivedAt, dueAt, reason, subjectNumber, lob, accountId, priority, openedAt);
        item._subject = subject;
        return item;
    }

    /// <summary>Amber at 75 % of the time, red when breached (PLT-09); a clock that stands still uses no time.</summary>
    public WorkUrgency UrgencyAt(DateTimeOffset now) =>
        WorkClockPolicy.Urgency(ReceivedAt, DueAt, TimeSpan.FromSeconds(MovedSeconds), ClockAt(now));

    /// <summary>What the item's clock shows: it stands while information is awaited, and for good when the item is closed.</summary>
    public DateTimeOffset ClockAt(DateTimeOffset now) => (ClosedAt ?? PausedAt) is { } stood && stood < now ? stood : now;

    /// <summary>Fills in the id of a subject saved together with its item; true when it was needed.</summary>
    internal bool PointAtSubject()
    {
        if (SubjectId != 0 || _subject is null) return false;
        SubjectId = _subject.Id;
        return true;
    }
}
