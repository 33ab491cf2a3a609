using Portal.GraphQL.Introspection;
using Portal.GraphQL.Language;

namespace Portal.GraphQL.Validation.TypeSystem.Types;

// Sections 3.6 and 3.7, IsValidImplementation
/// <summary>A type has all that the interfaces it implements have.</summary>
internal sealed class InterfacesImplemented(SchemaContext context) : SchemaRule(context)
{
    private readonly FieldImplementation _fields = new(context);

    public override void Check()
    {
        foreach (var type in Context.Types) Check(type);
    }

    private void Check(TypeSource type)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in type.Interfaces.Select(i => i.Name.Value))
        {
            if (Context.Find(name) is not { Kind: TypeKind.Interface } implemented)
                Context.Report($"Type {type.Name} must only implement Interface types, it cannot implement {name}.", type.ImplementsNodes(name));
            else if (type == implemented)
                Context.Report($"Type {type.Name} cannot implement itself because it would create a circular reference.", type.ImplementsNodes(name));
            else if (!seen.Add(name))
                Context.Report($"Type {type.Name} can only implement {name} once.", type.ImplementsNodes(name));
            else
                Check(type, implemented);
        }
    }

    private void Check(TypeSource type, TypeSource implemented)
    {
        foreach (var inherited in implemented.Interfaces.Select(i => i.Name.Value))
            if (!type.ImplementsNodes(inherited).Any())
                Context.Report(
                    inherited == type.Name
                        ? $"Type {type.Name} cannot implement {implemented.Name} because it would create a circular reference."
                        : $"Type {type.Name} must implement {inherited} because it is implemented by {implemented.Name}.",
                    [.. implemented.ImplementsNodes(inherited), .. type.ImplementsNodes(implemented.Name)]);

        foreach (var expected in implemented.Fields)
            if (type.Fields.FirstOrDefault(f => f.Name.Value == expected.Name.Value) is { } field)
                _fields.Check(type, field, implemented, expected);
            else
                Context.Report(
                    $"Interface field {implemented.Name}.{expected.Name.Value} expected but {type.Name} does not provide it.",
                    [expected, .. type.Parts]);
    }
}
