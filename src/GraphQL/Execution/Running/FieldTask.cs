using System.Security.Claims;
using Portal.GraphQL.Execution.Compilation;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Execution.Running;

/// <summary>One call of a resolver: what the resolver sees, and its pending answer.</summary>
internal sealed class FieldTask(OperationRun run, FieldSelection selection, ObjectNode node, object?[] arguments) : ResolverContext
{
    private List<GraphQLError>? _reported;

    public FieldSelection Selection { get; } = selection;
    public ObjectNode Node { get; } = node;

    /// <summary>The answer of the resolver; taken exactly once.</summary>
    public ValueTask<object?> Pending { get; set; }

    /// <summary>Whether the run is told when <see cref="Pending"/> completes.</summary>
    public bool IsWatched { get; set; }

    public IReadOnlyList<GraphQLError>? Reported
    {
        get
        {
            if (Volatile.Read(ref _reported) is null)
                return null;
            lock (this)
                return [.. _reported!];
        }
    }

    public override object Parent => Node.Value;
    public override OutputField Field => Selection.Field;
    public override IServiceProvider Services => run.Services;
    public override ClaimsPrincipal User => run.User;
    public override CancellationToken CancellationToken => run.CancellationToken;
    public override object? Argument(int index) => arguments[index];

    public override bool IsSelected(string fieldName)
    {
        if (Selection.Children is null)
            return false;
        foreach (var set in Selection.Children.All())
            foreach (var field in set.Fields)
                if (field.Field.Name == fieldName && field.Inclusion.Holds(run.ConditionBits))
                    return true;
        return false;
    }

    public override void ReportError(GraphQLError error)
    {
        lock (this)
            (_reported ??= []).Add(error);
    }
}
