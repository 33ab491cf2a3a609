using Portal.GraphQL.Introspection;
using Portal.GraphQL.Language;

namespace Portal.GraphQL.Validation.TypeSystem.Types;

// Section 3.10: an input object does not require itself, directly or through others; a list ends the circle, for it may be empty.
internal sealed class InputObjectCycles(SchemaContext context) : SchemaRule(context)
{
    private readonly HashSet<string> _visited = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _open = new(StringComparer.Ordinal);
    private readonly List<InputValueDefinitionNode> _path = [];

    public override void Check()
    {
        foreach (var type in Context.Types.Where(t => t.Kind == TypeKind.InputObject)) Visit(type);
    }

    private void Visit(TypeSource type)
    {
        if (!_visited.Add(type.Name)) return;
        _open[type.Name] = _path.Count;
        foreach (var field in type.Inputs)
        {
            if (field.Type is not NonNullTypeNode { InnerType: NamedTypeNode named } || Context.Find(named.Name.Value) is not { Kind: TypeKind.InputObject } next)
                continue;
            _path.Add(field);
            if (!_open.TryGetValue(next.Name, out var start)) Visit(next);
            else
                Context.Report(
                    $"Cannot reference Input Object \"{next.Name}\" within itself through a series of non-null fields: \"{string.Join('.', _path.Skip(start).Select(f => f.Name.Value))}\".",
                    _path.Skip(start));
            _path.RemoveAt(_path.Count - 1);
        }
        _open.Remove(type.Name);
    }
}
