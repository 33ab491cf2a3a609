using System.Collections;
using Portal.GraphQL.Execution.Compilation;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Execution.Running;

internal sealed partial class OperationRun
{
    /// <summary>Starts a field; when its value is there at once, completes it.</summary>
    private void Begin(ObjectNode node, FieldSelection selection, bool alone = false)
    {
        if (selection.Requirements.Length > 0)
        {
            if (!checks.TryAnswer(selection.Requirements, out var refusal))
            {
                _unchecked.Add((node, selection));
                return;
            }
            if (refusal is not null)
            {
                node.Slots[selection.Slot] = Refuse(selection, refusal);
                return;
            }
        }
        try
        {
            if (selection.Field.Pure is { } pure)
            {
                node.Slots[selection.Slot] = Complete(selection, selection.Type, pure(node.Value));
                return;
            }
            if (selection.RunsAlone && !alone)
            {
                _alone.Enqueue((node, selection));
                return;
            }
            var task = new FieldTask(this, selection, node, ArgumentsOf(node, selection));
            task.Pending = selection.Field.Resolve!(task);
            if (!task.Pending.IsCompleted || !Finish(task))
                _waiting.Add(task);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            node.Slots[selection.Slot] = Failure(selection, e);
        }
    }

    /// <summary>Takes the answer of a resolver; false when it has to be waited for once more (a sequence that is read asynchronously).</summary>
    private bool Finish(FieldTask task)
    {
        var selection = task.Selection;
        object? completed;
        try
        {
            var value = task.Pending.GetAwaiter().GetResult();
            if (value is IFieldResult result)
            {
                if (result.Errors.Count > 0)
                    throw new GraphQLException([.. result.Errors.Select(errorMapper.ToGraphQLError)]);
                value = result.Value;
            }
            if (value is not null && selection.Type.Nullable is ListType && AsyncSequence.ReaderOf(value) is { } read)
            {
                task.IsWatched = false;
                task.Pending = read(value, cancellationToken);
                return task.Pending.IsCompleted && Finish(task);
            }
            completed = Complete(selection, selection.Type, value);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            completed = Failure(selection, e);
        }
        task.Node.Slots[selection.Slot] = task.Reported is { } reported ? new ReportedValue(completed, reported) : completed;
        return true;
    }

    /// <summary>Turns a value into what the write pass takes: nodes where something below has to be resolved, else the value itself.</summary>
    private object? Complete(FieldSelection selection, TypeReference type, object? value)
    {
        if (value is null || selection.IsPureBelow)
            return value;
        if (type.Nullable is not ListType list)
            return CompleteObject(selection, value);
        if (value is string || value is not IEnumerable sequence)
            throw new InvalidOperationException($"{selection.Parent.Name}.{selection.Field.Name} is a list, but its value is a {value.GetType()}.");
        if (value is ICollection { Count: var count })
        {
            var items = new object?[count];
            var next = 0;
            foreach (var item in sequence)
                items[next++] = Complete(selection, list.Element, item);
            return new NodeList(items);
        }
        var collected = new List<object?>();
        foreach (var item in sequence)
            collected.Add(Complete(selection, list.Element, item));
        return new NodeList([.. collected]);
    }

    private ObjectNode CompleteObject(FieldSelection selection, object value)
    {
        var set = selection.Children!.For(value)
            ?? throw new InvalidOperationException($"{value.GetType()} is none of the types of {selection.Children.Type.Name} ({selection.Parent.Name}.{selection.Field.Name}).");
        var node = new ObjectNode(value, set);
        if (set.SlotCount > 0)
            _ready.Enqueue(node);
        return node;
    }

    private object?[] ArgumentsOf(ObjectNode node, FieldSelection selection)
    {
        // A field at the root runs once, others for each object of a list.
        if (selection.Arguments.IsConstant || node == Root)
            return selection.Arguments.Values(variables);
        _arguments ??= new(ReferenceEqualityComparer.Instance);
        if (!_arguments.TryGetValue(selection, out var values))
            _arguments[selection] = values = selection.Arguments.Values(variables);
        return values;
    }

    /// <summary>A refusal is an error of the payload where the mutation declares it, else a GraphQL error.</summary>
    private object? Refuse(FieldSelection selection, object refusal)
    {
        if (selection.Field.Errors is { } errors && errors.Declares(refusal))
            return Complete(selection, selection.Type, errors.Refuse([refusal]));
        return new FieldFailure(refusal as GraphQLError ?? errorMapper.ToGraphQLError(refusal));
    }

    private FieldFailure Failure(FieldSelection selection, Exception exception) =>
        faults.Failure(exception, $"field {selection.Parent.Name}.{selection.Field.Name}", ErrorCodes.InvalidArgument);
}
