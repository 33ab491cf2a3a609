using Portal.GraphQL.Language;

namespace Portal.GraphQL.Validation.TypeSystem.Documents;

// Section 3.4: all types have unique names.
internal sealed class TypeNameUniqueness(SchemaContext context) : SchemaRule(context)
{
    public override void Check()
    {
        var known = new Dictionary<string, NameNode>(StringComparer.Ordinal);
        foreach (var type in Context.TypeDefinitions.Where(d => !d.IsExtension))
            if (!known.TryAdd(type.Name.Value, type.Name))
                Context.Report($"There can be only one type named \"{type.Name.Value}\".", known[type.Name.Value], type.Name);
    }
}
