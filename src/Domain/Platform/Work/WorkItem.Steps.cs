using System.Collections.Frozen;

namespace Portal.Graph.Domain.Platform.Work;

// The steps of A.2. Each answers null when it was taken, else why not.
public sealed partial class WorkItem
{
    public Refusal? Take(Worker me, DateTimeOffset at)
    {
        switch (State)
        {
            case WorkState.New:
                return Give(me.Id, me.Name, WorkState.Assigned, WorkStep.Taken, me, at);
            case WorkState.Assigned or WorkState.PendingInfo:
                return AssigneeId == me.Id ? null : new WorkItemTaken(AssigneeName!);
            default:
                return new WorkItemClosed();
        }
    }

    // PLT-08: a supervisor gives an item to a person, also one that another has; everybody else takes for themselves what is free.
    public Refusal? Assign(long toId, string toName, Worker by, DateTimeOffset at)
    {
        if (!by.Supervises) return toId == by.Id ? Take(by, at) : new Forbidden(Access.PermissionNames.Name(Access.Permission.StaffSupervise));
        if (!IsOpen) return new WorkItemClosed();
        if (AssigneeId == toId) return null;
        return Give(toId, toName, State is WorkState.PendingInfo ? State : WorkState.Assigned, WorkStep.Assigned, by, at);
    }

    /// <summary>Puts it back; another's item only by a supervisor.</summary>
    public Refusal? Release(Worker me, DateTimeOffset at)
    {
        if ((Holds(me.Id, me.Supervises) ?? MustBeAssigned()) is { } refusal) return refusal;
        (State, AssigneeId, AssigneeName) = (WorkState.New, null, null);
        return Step(WorkStep.Released, me, at);
    }

    public Refusal? Note(string text, Worker me, DateTimeOffset at)
    {
        if (!IsOpen) return new WorkItemClosed();
        _notes.Add(new WorkNote { Text = text, ById = me.Id, ByName = me.Name, At = at });
        return null;
    }

    /// <summary>Higher is more urgent.</summary>
    public Refusal? Prioritize(int priority, Worker me, DateTimeOffset at)
    {
        if (!IsOpen) return new WorkItemClosed();
        if (Priority == priority) return null;
        Priority = priority;
        return Step(WorkStep.PriorityChanged, me, at);
    }

    // A.2: ASSIGNED→PENDING_INFO
    /// <param name="pauses">Whether the clock stands still meanwhile.</param>
    public Refusal? AwaitInformation(bool pauses, Worker me, DateTimeOffset at)
    {
        if ((Holds(me.Id, false) ?? MustBeAssigned()) is { } refusal) return refusal;
        (State, PausedAt) = (WorkState.PendingInfo, pauses ? at : null);
        return Step(WorkStep.InformationAsked, me, at);
    }

    // A.2: PENDING_INFO→ASSIGNED
    /// <param name="unit">What the queue's time counts; a pause counts the same.</param>
    public Refusal? GoOn(WorkStep because, Worker? by, SlaUnit unit, FrozenSet<DateOnly> holidays, DateTimeOffset at)
    {
        if (!IsOpen) return new WorkItemClosed();
        if (State is not WorkState.PendingInfo) return Refused();
        if (PausedAt is { } from)
        {
            var due = WorkClockPolicy.Moved(DueAt, from, at, unit, Market, holidays);
            EndPause(at);
            (MovedSeconds, DueAt) = (MovedSeconds + (long)(due - DueAt).TotalSeconds, due);
        }
        State = WorkState.Assigned;
        return Step(because, by, at);
    }

    public Refusal? Complete(Worker me, DateTimeOffset at)
    {
        if ((Holds(me.Id, false) ?? MustBeAssigned()) is { } refusal) return refusal;
        (State, ClosedAt) = (WorkState.Done, at);
        return Step(WorkStep.Completed, me, at);
    }

    /// <summary>A.2: an open item ends when its subject is withdrawn.</summary>
    public Refusal? Cancel(Worker? by, DateTimeOffset at)
    {
        if (!IsOpen) return new WorkItemClosed();
        EndPause(at);
        (State, ClosedAt) = (WorkState.Cancelled, at);
        return Step(WorkStep.Cancelled, by, at);
    }

    /// <summary>A.2: DONE→ASSIGNED, to the supervisor who reopens it.</summary>
    public Refusal? Reopen(Worker supervisor, DateTimeOffset at)
    {
        if (State is not WorkState.Done) return Refused();
        ClosedAt = null;
        return Give(supervisor.Id, supervisor.Name, WorkState.Assigned, WorkStep.Reopened, supervisor, at);
    }

    /// <summary>The refusal when the item is closed or in other hands.</summary>
    public Refusal? Holds(long userId, bool supervisor) => State switch
    {
        WorkState.Assigned or WorkState.PendingInfo => AssigneeId == userId || supervisor ? null : new WorkItemTaken(AssigneeName!),
        WorkState.New => Refused(),
        WorkState.Done or WorkState.Cancelled => new WorkItemClosed(),
    };

    private Refusal? MustBeAssigned() => State is WorkState.Assigned ? null : Refused();

    private Refusal? Give(long id, string name, WorkState state, WorkStep step, Worker by, DateTimeOffset at)
    {
        (State, AssigneeId, AssigneeName) = (state, id, name);
        return Step(step, by, at, name);
    }

    private void EndPause(DateTimeOffset at)
    {
        if (PausedAt is not { } from) return;
        _pauses.Add(new ClockPause { From = from, To = at, DueBefore = DueAt });
        PausedAt = null;
    }

    private Refusal? Step(WorkStep step, Worker? by, DateTimeOffset at, string? to = null)
    {
        _events.Add(new WorkEvent { Step = step, At = at, ById = by?.Id, ByName = by?.Name, ToName = to });
        return null;
    }

    private InvalidStateTransition Refused() => new("work item", Name(State), [.. Next().Select(Name)]);

    private static string Name(WorkState state) => state switch
    {
        WorkState.New => "NEW",
        WorkState.Assigned => "ASSIGNED",
        WorkState.PendingInfo => "PENDING_INFO",
        WorkState.Done => "DONE",
        WorkState.Cancelled => "CANCELLED",
    };

    private IReadOnlyList<WorkState> Next() => State switch
    {
        WorkState.New => [WorkState.Assigned, WorkState.Cancelled],
        WorkState.Assigned => [WorkState.New, WorkState.PendingInfo, WorkState.Done, WorkState.Cancelled],
        WorkState.PendingInfo => [WorkState.Assigned, WorkState.Cancelled],
        WorkState.Done => [WorkState.Assigned],
        WorkState.Cancelled => [],
    };
}
