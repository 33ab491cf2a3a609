using Portal.GraphQL.Introspection;

namespace Portal.GraphQL.Validation.TypeSystem.Types;

// Section 3.8: the members of a union are object types, each once.
internal sealed class UnionMembers(SchemaContext context) : SchemaRule(context)
{
    public override void Check()
    {
        foreach (var union in Context.Types.Where(t => t.Kind == TypeKind.Union))
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var name in union.Members.Select(m => m.Name.Value))
                if (!seen.Add(name)) Context.Report($"Union type {union.Name} can only include type {name} once.", Nodes(name));
                else if (Context.KindOf(name) != TypeKind.Object)
                    Context.Report($"Union type {union.Name} can only include Object types, it cannot include {name}.", Nodes(name));

            IEnumerable<Language.NamedTypeNode> Nodes(string name) => union.Members.Where(m => m.Name.Value == name);
        }
    }
}
