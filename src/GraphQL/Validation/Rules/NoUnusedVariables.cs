using Portal.GraphQL.Language;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Validation.Rules;

// Section 5.8.4
/// <summary>Every variable that an operation defines is used by it or by a fragment it reaches.</summary>
internal sealed class NoUnusedVariables(ValidationContext context) : ValidationRule(context)
{
    public override void LeaveDocument(DocumentNode document)
    {
        foreach (var operation in document.Definitions.OfType<OperationDefinitionNode>().Where(o => o.Variables.Count > 0))
        {
            var used = Context.Variables.Of(operation, Context.Fragments).Select(u => u.Node.Name.Value).ToHashSet(StringComparer.Ordinal);
            var where = operation.Name is { } name ? $" in operation \"{name.Value}\"" : "";
            foreach (var variable in operation.Variables.Where(v => !used.Contains(v.Variable.Name.Value)))
                Context.Report($"Variable \"${variable.Variable.Name.Value}\" is never used{where}.", variable);
        }
    }
}
