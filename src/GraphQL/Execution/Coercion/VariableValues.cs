namespace Portal.GraphQL.Execution.Coercion;

/// <summary>The coerced variables of a request; a variable neither given nor defaulted is not among them.</summary>
internal sealed class VariableValues(IReadOnlyDictionary<string, object?> values)
{
    public static readonly VariableValues None = new(new Dictionary<string, object?>());

    public bool TryGet(string name, out object? value) => values.TryGetValue(name, out value);
}
