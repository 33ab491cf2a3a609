using Portal.GraphQL.Language;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Validation.Rules;

// Section 5.8.3
/// <summary>Every variable that an operation uses, in fragments too, is defined by it.</summary>
internal sealed class NoUndefinedVariables(ValidationContext context) : ValidationRule(context)
{
    public override void LeaveDocument(DocumentNode document)
    {
        foreach (var operation in document.Definitions.OfType<OperationDefinitionNode>())
        {
            var defined = operation.Variables.Select(v => v.Variable.Name.Value).ToHashSet(StringComparer.Ordinal);
            var by = operation.Name is { } name ? $" by operation \"{name.Value}\"" : "";
            foreach (var usage in Context.Variables.Of(operation, Context.Fragments).Where(u => !defined.Contains(u.Node.Name.Value)))
                Context.Report($"Variable \"${usage.Node.Name.Value}\" is not defined{by}.", usage.Node, operation);
        }
    }
}
