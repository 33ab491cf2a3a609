using Portal.GraphQL.Execution;

namespace Portal.GraphQL.Building;

/// <summary>Lets resolvers return a result type of the product's own, which then means what <see cref="FieldResult{T}"/> does.</summary>
public abstract class ResultAdapter
{
    public abstract object? Value(object result);

    /// <summary>Why there is no value; empty when there is one.</summary>
    public abstract IReadOnlyList<object> Errors(object result);
}

internal sealed class FieldResultAdapter : ResultAdapter
{
    public static readonly FieldResultAdapter Instance = new();

    public override object? Value(object result) => ((IFieldResult)result).Value;
    public override IReadOnlyList<object> Errors(object result) => ((IFieldResult)result).Errors;
}
