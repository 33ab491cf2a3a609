using Portal.GraphQL.Execution.Compilation;

namespace Portal.GraphQL.Execution.Running;

/// <summary>An object of the result that has fields which cannot be read at once: the object and the completed values of those fields.</summary>
internal sealed class ObjectNode(object value, SelectionSet set)
{
    public object Value { get; } = value;
    public SelectionSet Set { get; } = set;
    public object?[] Slots { get; } = set.SlotCount == 0 ? [] : new object?[set.SlotCount];
}

/// <summary>A completed list whose items are nodes.</summary>
internal sealed class NodeList(object?[] items)
{
    public object?[] Items { get; } = items;
}

/// <summary>Why a field has no value; the errors get their path when the result is written.</summary>
internal sealed class FieldFailure(params IReadOnlyList<GraphQLError> errors)
{
    public IReadOnlyList<GraphQLError> Errors { get; } = errors;
}

/// <summary>A completed value with errors that the resolver reported beside it.</summary>
internal sealed class ReportedValue(object? value, IReadOnlyList<GraphQLError> errors)
{
    public object? Value { get; } = value;
    public IReadOnlyList<GraphQLError> Errors { get; } = errors;
}
