using Portal.GraphQL.Types;

namespace Portal.GraphQL.Building;

/// <summary>The fields of one type as they come together; a resolver replaces the property of its name, in its place.</summary>
internal sealed class FieldList(string typeName, SchemaProblems problems)
{
    private readonly List<OutputField> _fields = [];
    private readonly HashSet<string> _resolvers = [];

    public void AddProperty(OutputField field) => Add(field);

    public void AddResolver(OutputField field)
    {
        var property = _fields.FindIndex(f => f.Name == field.Name && !_resolvers.Contains(f.Name));
        _resolvers.Add(field.Name);
        if (property >= 0)
        {
            field.Description ??= _fields[property].Description;
            _fields[property] = field;
        }
        else Add(field);
    }

    /// <summary>In the order of declaration, an <c>id</c> first.</summary>
    public FieldMap<OutputField> ToMap() => new([.. _fields.OrderBy(f => f.Name == "id" ? 0 : 1)]);

    private void Add(OutputField field)
    {
        if (_fields.Find(f => f.Name == field.Name) is { } other)
            problems.Add($"{Origin(field)}: {typeName} has a field {field.Name} already ({Origin(other)}).");
        else _fields.Add(field);
    }

    private static string Origin(OutputField field) => field.Member is { } member ? BuildContext.Describe(member) : field.Name;
}
