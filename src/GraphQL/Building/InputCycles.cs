using Portal.GraphQL.Types;

namespace Portal.GraphQL.Building;

/// <summary>Finds inputs that no finite value satisfies: each requires the next, and the last the first.</summary>
internal sealed class InputCycles(SchemaProblems problems, Func<NamedType, string> originOf)
{
    private readonly HashSet<InputObjectType> _done = [];
    private readonly List<(InputObjectType Type, InputField Field)> _path = [];

    public void Check(IEnumerable<InputObjectType> inputs)
    {
        foreach (var input in inputs) Visit(input);
    }

    private void Visit(InputObjectType type)
    {
        var start = _path.FindIndex(p => p.Type == type);
        if (start >= 0)
        {
            var fields = _path[start..].Select(p => $"{p.Type.Name}.{p.Field.Name}");
            problems.Add($"{originOf(type)}: {type.Name} requires itself through {string.Join(" → ", fields)}; one of these must be nullable.");
            return;
        }
        if (!_done.Add(type)) return;
        // A list ends the circle: it may be empty.
        foreach (var field in type.Fields.Where(f => f.Type is NonNullType { Inner: InputObjectType } && f.DefaultValue is null))
        {
            _path.Add((type, field));
            Visit((InputObjectType)field.Type.Named);
            _path.RemoveAt(_path.Count - 1);
        }
    }
}
