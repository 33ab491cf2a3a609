using Portal.GraphQL.Language;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Validation.Rules;

// Section 5.8.2
/// <summary>A variable is of a type that can be input.</summary>
internal sealed class VariablesAreInputTypes(ValidationContext context) : ValidationRule(context)
{
    public override void Variable(VariableDefinitionNode variable, TypeReference? type)
    {
        if (type is { IsInput: false })
            Context.Report($"Variable \"${variable.Variable.Name.Value}\" cannot be non-input type \"{type}\".", variable.Type);
    }
}
