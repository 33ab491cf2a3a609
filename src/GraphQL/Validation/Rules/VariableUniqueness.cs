using Portal.GraphQL.Language;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Validation.Rules;

// Section 5.8.1
/// <summary>No two variables of an operation have the same name.</summary>
internal sealed class VariableUniqueness(ValidationContext context) : ValidationRule(context)
{
    public override void Operation(OperationDefinitionNode operation, ObjectType? root)
    {
        foreach (var group in operation.Variables.Select(v => v.Variable.Name).GroupBy(n => n.Value).Where(g => g.Skip(1).Any()))
            Context.Report($"There can be only one variable named \"${group.Key}\".", group);
    }
}
