using Portal.GraphQL.Language;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Validation.Rules;

// Section 5.5.1.1
/// <summary>No two fragments have the same name.</summary>
internal sealed class FragmentNameUniqueness(ValidationContext context) : ValidationRule(context)
{
    private readonly Dictionary<string, NameNode> _known = new(StringComparer.Ordinal);

    public override void Fragment(FragmentDefinitionNode fragment, NamedType? type)
    {
        var name = fragment.Name;
        if (!_known.TryAdd(name.Value, name))
            Context.Report($"There can be only one fragment named \"{name.Value}\".", _known[name.Value], name);
    }
}
