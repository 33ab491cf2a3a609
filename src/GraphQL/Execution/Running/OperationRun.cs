using System.Security.Claims;
using Portal.GraphQL.Building;
using Portal.GraphQL.Execution.Coercion;
using Portal.GraphQL.Execution.Compilation;
using Portal.GraphQL.Fetching;
using Portal.GraphQL.Instrumentation;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Execution.Running;

/// <summary>
/// Runs one operation in waves. Fields that are ready are started, those that answer at once are completed at once, the
/// others wait. When nothing is ready, the loaders load what is wanted, one after another, and the next wave begins.
/// Only root resolvers, fields that run alone, authorization and loaders may use the database, and none of them overlap.
/// </summary>
internal sealed partial class OperationRun(
    CompiledOperation operation, VariableValues variables, object rootValue, ClaimsPrincipal user, IServiceProvider services, LoaderDispatcher loaders,
    RequirementChecks checks, IErrorMapper errorMapper, FaultLog faults, IExecutionListener[] listeners, CancellationToken cancellationToken)
{
    private readonly Queue<ObjectNode> _ready = new();
    private readonly List<FieldTask> _waiting = [];
    private readonly List<(ObjectNode Node, FieldSelection Selection)> _unchecked = [];
    private readonly Queue<(ObjectNode Node, FieldSelection Selection)> _alone = new();
    private Dictionary<FieldSelection, object?[]>? _arguments;
    private TaskCompletionSource? _wake;
    private Task _dispatch = Task.CompletedTask;

    public CompiledOperation Operation => operation;
    public ObjectNode Root { get; } = new(rootValue, operation.Root);
    public ClaimsPrincipal User => user;
    public IServiceProvider Services => services;
    public ulong ConditionBits { get; } = operation.ConditionBits(variables);
    public FaultLog Faults => faults;
    public CancellationToken CancellationToken => cancellationToken;

    /// <summary>How often the loaders were dispatched.</summary>
    public int Waves { get; private set; }

    public async Task ExecuteAsync()
    {
        foreach (var selection in Root.Set.InOrder(ConditionBits))
        {
            if (selection.Slot < 0 || !selection.Inclusion.Holds(ConditionBits))
                continue;
            await RunRootAsync(selection);
            if (operation.Kind == Language.OperationKind.Mutation)
            {
                await DrainAsync();
                Tell(selection);
            }
        }
        await DrainAsync();
    }

    /// <summary>Tells how a mutation ended: by the errors of its payload, or those that stand in its place.</summary>
    private void Tell(FieldSelection selection)
    {
        var slot = Root.Slots[selection.Slot];
        var codes = (slot is ReportedValue reported ? reported.Value : slot) switch
        {
            FieldFailure failure => failure.Errors.Select(e => e.Code),
            MutationPayload { Errors: { } refusals } => refusals.Select(CodeOf),
            ObjectNode { Value: MutationPayload { Errors: { } refusals } } => refusals.Select(CodeOf),
            _ => [],
        };
        IReadOnlyList<string> why = [.. codes];
        GraphQLTelemetry.MutationEnded(selection.Field.Name, why);
        foreach (var listener in listeners) listener.MutationEnded(selection.Field.Name, why, services);
    }

    private string CodeOf(object refusal) => (refusal as GraphQLError ?? errorMapper.ToGraphQLError(refusal)).Code;

    /// <summary>After cancellation: gives what still runs, and may hold the database, a moment to notice. False when something goes on regardless.</summary>
    public async Task<bool> SettleAsync(TimeSpan grace)
    {
        // Asked again and again, because a pending answer can have one watcher only and the run is it.
        var pause = grace / 100;
        for (var i = 0; i < 100 && !IsSettled; i++)
            await Task.Delay(pause, CancellationToken.None);
        return IsSettled;
    }

    private bool IsSettled => _dispatch.IsCompleted && _waiting.TrueForAll(t => t.Pending.IsCompleted);

    /// <summary>Runs the resolver of a root field to its end before the next begins: it may use the database.</summary>
    private async Task RunRootAsync(FieldSelection selection)
    {
        if (selection.Requirements.Length > 0)
            await CheckAsync(selection);
        Begin(Root, selection, alone: true);
        while (_waiting.Count > 0 && !FinishCompleted())
            await WaitAsync();
    }

    private async Task DrainAsync()
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            while (_ready.TryDequeue(out var node))
                foreach (var selection in node.Set.Fields)
                    if (selection.Slot >= 0 && selection.Inclusion.Holds(ConditionBits))
                        Begin(node, selection);
            if (_unchecked.Count > 0)
                await CheckAllAsync();
            else if (_waiting.Count == 0)
            {
                if (_alone.Count == 0)
                    return;
                await RunAloneAsync();
            }
            else if (!FinishCompleted())
                await WaitAsync();
        }
    }

    /// <summary>Runs fields that may use the database, one after another; what is below them then shares its batches.</summary>
    private async Task RunAloneAsync()
    {
        while (_alone.TryDequeue(out var held))
        {
            Begin(held.Node, held.Selection, alone: true);
            while (_waiting.Count > 0 && !FinishCompleted())
                await WaitAsync();
        }
    }

    /// <summary>Waits until a field can go on: by loading what is wanted or, when nothing is, for whoever answers first.</summary>
    private async Task WaitAsync()
    {
        if (loaders.HasPending)
        {
            Waves++;
            _dispatch = loaders.DispatchAsync(cancellationToken);
            await _dispatch.WaitAsync(cancellationToken);
            return;
        }
        var wake = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Volatile.Write(ref _wake, wake);
        foreach (var task in _waiting)
        {
            if (!task.IsWatched)
            {
                task.IsWatched = true;
                task.Pending.GetAwaiter().UnsafeOnCompleted(Wake);
            }
            if (task.Pending.IsCompleted)
                return;
        }
        await Task.WhenAny(wake.Task, loaders.WhenPendingAsync()).WaitAsync(cancellationToken);
    }

    private void Wake() => Volatile.Read(ref _wake)?.TrySetResult();

    private async Task CheckAllAsync()
    {
        var held = _unchecked.ToArray();
        _unchecked.Clear();
        foreach (var (node, selection) in held)
        {
            await CheckAsync(selection);
            Begin(node, selection);
        }
    }

    private async ValueTask CheckAsync(FieldSelection selection)
    {
        try
        {
            await checks.AskAsync(selection.Requirements, cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            // Who cannot be checked is not let in.
            checks.Refuse(selection.Requirements, faults.Fault(e, "authorization"));
        }
    }

    /// <summary>Completes every waiting field whose answer is there; whether there was one.</summary>
    private bool FinishCompleted()
    {
        var kept = 0;
        var count = _waiting.Count;
        for (var i = 0; i < count; i++)
        {
            var task = _waiting[i];
            if (!task.Pending.IsCompleted || !Finish(task))
                _waiting[kept++] = task;
        }
        _waiting.RemoveRange(kept, count - kept);
        return kept < count;
    }
}
