using Portal.GraphQL.Language;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Validation.Rules;

// Section 5.2.2.1
/// <summary>No two operations have the same name.</summary>
internal sealed class OperationNameUniqueness(ValidationContext context) : ValidationRule(context)
{
    private readonly Dictionary<string, NameNode> _known = new(StringComparer.Ordinal);

    public override void Operation(OperationDefinitionNode operation, ObjectType? root)
    {
        if (operation.Name is { } name && !_known.TryAdd(name.Value, name))
            Context.Report($"There can be only one operation named \"{name.Value}\".", _known[name.Value], name);
    }
}
