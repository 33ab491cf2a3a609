using Portal.GraphQL.Execution.Coercion;
using Portal.GraphQL.Language;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Execution.Compilation;

/// <summary>An operation ready to run with any variables; shared by all requests that name it.</summary>
internal sealed class CompiledOperation(
    OperationDefinitionNode definition, SelectionSet root, VariableCoercion variables, IReadOnlyList<string> conditionVariables, CostEstimate cost)
{
    public OperationDefinitionNode Definition { get; } = definition;
    public OperationKind Kind => Definition.Operation;
    public string? Name => Definition.Name?.Value;
    public SelectionSet Root { get; } = root;
    public VariableCoercion Variables { get; } = variables;

    public CostEstimate Cost { get; } = cost;

    /// <summary>How long (bytes) the last answer was: where the next one's buffer begins, so that it need not grow on the way.</summary>
    public int LastLength { get; set; }

    /// <summary>Under what the answer is kept when there can be only one: the operation asks the schema alone, without variables. Null otherwise.</summary>
    public string? FixedKey { get; } = definition is { Operation: OperationKind.Query, Variables.Count: 0 } && root.Fields.All(f => f.Field.Name.StartsWith("__", StringComparison.Ordinal))
        ? Guid.NewGuid().ToString("n")
        : null;

    /// <summary>The values of the variables that <c>@skip</c> and <c>@include</c> ask for, as bits.</summary>
    public ulong ConditionBits(VariableValues values)
    {
        var bits = 0UL;
        for (var i = 0; i < conditionVariables.Count; i++)
            if (values.TryGet(conditionVariables[i], out var value) && value is true)
                bits |= 1UL << i;
        return bits;
    }
}
