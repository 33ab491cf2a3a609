using Portal.GraphQL.Language;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Validation.Rules;

// Section 5.8.5
/// <summary>A variable's type fits every place that uses it.</summary>
internal sealed class VariablesInAllowedPosition(ValidationContext context) : ValidationRule(context)
{
    public override void LeaveDocument(DocumentNode document)
    {
        foreach (var operation in document.Definitions.OfType<OperationDefinitionNode>().Where(o => o.Variables.Count > 0))
        {
            var definitions = new Dictionary<string, VariableDefinitionNode>(StringComparer.Ordinal);
            foreach (var definition in operation.Variables)
                definitions[definition.Variable.Name.Value] = definition;
            foreach (var usage in Context.Variables.Of(operation, Context.Fragments))
                if (usage.Type is { } expected && definitions.TryGetValue(usage.Node.Name.Value, out var variable)
                    && Schema.Resolve(variable.Type) is { } type)
                    Check(variable, type, usage, expected);
        }
    }

    private void Check(VariableDefinitionNode variable, TypeReference type, VariableUsage usage, TypeReference expected)
    {
        var name = usage.Node.Name.Value;
        if (!IsAllowed(variable, type, usage, expected))
            Context.Report($"Variable \"${name}\" of type \"{type}\" used in position expecting type \"{expected}\".", variable, usage.Node);
        if (usage.Parent is { IsOneOf: true } && !type.IsNonNull)
            Context.Report(
                $"Variable \"${name}\" is of type \"{type}\" but must be non-nullable to be used for OneOf Input Object \"{usage.Parent}\".",
                variable, usage.Node);
    }

    // IsVariableUsageAllowed: a default, of the variable or of the place, stands in for a value that is not given.
    private bool IsAllowed(VariableDefinitionNode variable, TypeReference type, VariableUsage usage, TypeReference expected)
    {
        if (!expected.IsNonNull || type.IsNonNull)
            return Schema.IsSubType(type, expected);
        var hasDefault = variable.DefaultValue is not (null or NullValueNode) || usage.HasDefault;
        return hasDefault && Schema.IsSubType(type, expected.Nullable);
    }
}
