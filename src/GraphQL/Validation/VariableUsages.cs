using Portal.GraphQL.Language;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Validation;

/// <summary>A variable in a place where a value is expected.</summary>
/// <param name="Type">The type expected there; null when that is unknown.</param>
/// <param name="HasDefault">The place has a default of its own.</param>
/// <param name="Parent">The input object whose field the variable is, if it is one.</param>
public sealed record VariableUsage(VariableNode Node, TypeReference? Type, bool HasDefault, InputObjectType? Parent);

/// <summary>Where each operation and fragment uses variables; filled during the walk, complete when it ends.</summary>
public sealed class VariableUsages
{
    private readonly Dictionary<SelectionSetNode, List<VariableUsage>> _byDefinition = [];

    internal void Add(SelectionSetNode definition, VariableUsage usage)
    {
        if (!_byDefinition.TryGetValue(definition, out var usages))
            _byDefinition[definition] = usages = [];
        usages.Add(usage);
    }

    /// <summary>The usages in an operation and in every fragment it reaches.</summary>
    public IEnumerable<VariableUsage> Of(OperationDefinitionNode operation, FragmentMap fragments) =>
        fragments.ReachableFrom(operation.SelectionSet).Select(f => f.SelectionSet).Prepend(operation.SelectionSet)
            .SelectMany(set => _byDefinition.GetValueOrDefault(set) ?? []);
}
