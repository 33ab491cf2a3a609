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
public sealed class WorkItem : IVersioned
{
    private readonly List<WorkNote> _notes = [];
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

    /// <summary>When its time is over (UTC), by the queue's limit.</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>Where it stands.</summary>
    public WorkState State { get; private set; }

    public long? AssigneeId { get; private set; }

    /// <summary>Who has it in hand; null when nobody has.</summary>
    public string? AssigneeName { get; private set; }

    /// <summary>When it was done or cancelled (UTC); null while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>What people wrote about it, oldest first.</summary>
    public IReadOnlyList<WorkNote> Notes => _notes;

    public static WorkItem Open(
        string queue, string subjectType, long subjectId, Market market, DateTimeOffset receivedAt, DateTimeOffset dueAt, string reason,
        string? subjectNumber = null, Lob? lob = null, long? accountId = null, int priority = 0) => new()
        {
            Queue = WorkQueue.ByKey(queue).Key, SubjectType = subjectType, SubjectId = subjectId, SubjectNumber = subjectNumber,
            Market = market, Lob = lob, AccountId = accountId, ReceivedAt = receivedAt, DueAt = dueAt, Reason = reason, Priority = priority,
        };

    /// <summary>For a record of the same save, whose id the commit fills in.</summary>
    public static WorkItem Open(
        string queue, IEntity subject, Market market, DateTimeOffset receivedAt, DateTimeOffset dueAt, string reason,
        string? subjectNumber = null, Lob? lob = null, long? accountId = null, int priority = 0)
    {
        var item = Open(queue, subject.GetType().Name, subject.Id, market, receivedAt, dueAt, reason, subjectNumber, lob, accountId, priority);
        item._subject = subject;
        return item;
    }

    /// <summary>Amber at 75 % of the time, red when breached (PLT-09).</summary>
    public WorkUrgency UrgencyAt(DateTimeOffset now) =>
        now > DueAt ? WorkUrgency.Breached
        : now >= ReceivedAt + 0.75 * (DueAt - ReceivedAt) ? WorkUrgency.Amber
        : WorkUrgency.OnTime;

    public Refusal? Take(long userId, string name) => State switch
    {
        WorkState.New => Assign(userId, name),
        WorkState.Assigned or WorkState.PendingInfo => AssigneeId == userId ? null : new WorkItemTaken(AssigneeName!),
        WorkState.Done or WorkState.Cancelled => new WorkItemClosed(),
    };

    /// <summary>Puts it back; another's item only by a supervisor.</summary>
    public Refusal? Release(long userId, bool supervisor)
    {
        if (Holds(userId, supervisor) is { } refusal) return refusal;
        (State, AssigneeId, AssigneeName) = (WorkState.New, null, null);
        return null;
    }

    public Refusal? Note(string text, long userId, string name, DateTimeOffset at)
    {
        if (State is WorkState.Done or WorkState.Cancelled) return new WorkItemClosed();
        _notes.Add(new WorkNote { Text = text, ById = userId, ByName = name, At = at });
        return null;
    }

    public Refusal? Complete(long userId, DateTimeOffset at)
    {
        if (Holds(userId, false) is { } refusal) return refusal;
        (State, ClosedAt) = (WorkState.Done, at);
        return null;
    }

    /// <summary>A2: an open item ends when its subject is withdrawn.</summary>
    public Refusal? Cancel(DateTimeOffset at)
    {
        if (State is WorkState.Done or WorkState.Cancelled) return new WorkItemClosed();
        (State, ClosedAt) = (WorkState.Cancelled, at);
        return null;
    }

    /// <summary>A2: DONE→ASSIGNED, to who reopens it.</summary>
    public Refusal? Reopen(long supervisorId, string name)
    {
        if (State is not WorkState.Done) return new InvalidStateTransition("work item", State.ToString(), Next());
        ClosedAt = null;
        return Assign(supervisorId, name);
    }

    /// <summary>The refusal when the item is closed or in other hands.</summary>
    public Refusal? Holds(long userId, bool supervisor) => State switch
    {
        WorkState.Assigned or WorkState.PendingInfo =>
            AssigneeId == userId || supervisor ? null : new WorkItemTaken(AssigneeName!),
        WorkState.New => new InvalidStateTransition("work item", State.ToString(), Next()),
        WorkState.Done or WorkState.Cancelled => new WorkItemClosed(),
    };

    private Refusal? Assign(long userId, string name)
    {
        (State, AssigneeId, AssigneeName) = (WorkState.Assigned, userId, name);
        return null;
    }

    private IReadOnlyList<string> Next() => State switch
    {
        WorkState.New => [nameof(WorkState.Assigned), nameof(WorkState.Cancelled)],
        WorkState.Assigned => [nameof(WorkState.New), nameof(WorkState.PendingInfo), nameof(WorkState.Done), nameof(WorkState.Cancelled)],
        WorkState.PendingInfo => [nameof(WorkState.Assigned), nameof(WorkState.Cancelled)],
        WorkState.Done => [nameof(WorkState.Assigned)],
        WorkState.Cancelled => [],
    };

    /// <summary>Fills in the id of a subject saved together with its item; true when it was needed.</summary>
    internal bool PointAtSubject()
    {
        if (SubjectId != 0 || _subject is null) return false;
        SubjectId = _subject.Id;
        return true;
    }
}

/// <summary>How much of an item's time is used.</summary>
public enum WorkUrgency
{
    /// <summary>Less than three quarters.</summary>
    OnTime,

    /// <summary>Three quarters or more.</summary>
    Amber,

    /// <summary>All of it: the item is overdue.</summary>
    Breached,
}

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
