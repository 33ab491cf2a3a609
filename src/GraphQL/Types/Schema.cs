using System.Collections.Frozen;

namespace Portal.GraphQL.Types;

/// <summary>A complete, checked type system. Immutable once built; shared by all requests.</summary>
public sealed class Schema(
    ObjectType query, ObjectType? mutation, ObjectType? subscription,
    IReadOnlyList<NamedType> types, IReadOnlyList<DirectiveType> directives)
{
    private readonly FrozenDictionary<string, NamedType> _byName = types.ToFrozenDictionary(t => t.Name, StringComparer.Ordinal);
    private readonly FrozenDictionary<string, DirectiveType> _directives = directives.ToFrozenDictionary(d => d.Name, StringComparer.Ordinal);
    private readonly FrozenDictionary<NamedType, IReadOnlyList<ObjectType>> _possible = PossibleTypes(types);

    /// <summary>The meta fields: <c>__typename</c> on every composite type, <c>__schema</c> and <c>__type</c> on Query.</summary>
    public MetaFields Meta => field ??= new MetaFields(this);

    /// <summary>A field as a selection can name it: one of the type's own, or a meta field that applies to it.</summary>
    public OutputField? FindField(CompositeType parent, string name) =>
        (parent as FieldedType)?.Fields.Find(name) ?? (name.StartsWith("__", StringComparison.Ordinal) ? Meta.Find(parent, name) : null);

    public string? Description { get; internal set; }
    public ObjectType Query { get; } = query;
    public ObjectType? Mutation { get; } = mutation;
    public ObjectType? Subscription { get; } = subscription;

    /// <summary>All named types, introspection types included, ordered by name.</summary>
    public IReadOnlyList<NamedType> Types { get; } = types;
    public IReadOnlyList<DirectiveType> Directives { get; } = directives;

    public NamedType? FindType(string name) => _byName.GetValueOrDefault(name);
    public DirectiveType? FindDirective(string name) => _directives.GetValueOrDefault(name);

    /// <summary>The object types a value of a composite type can have.</summary>
    public IReadOnlyList<ObjectType> PossibleTypesOf(NamedType type) => _possible.GetValueOrDefault(type) ?? [];

    private static FrozenDictionary<NamedType, IReadOnlyList<ObjectType>> PossibleTypes(IReadOnlyList<NamedType> types)
    {
        var objects = types.OfType<ObjectType>().ToList();
        return types.OfType<CompositeType>().ToFrozenDictionary(t => (NamedType)t, t => (IReadOnlyList<ObjectType>)(t switch
        {
            ObjectType o => [o],
            UnionType u => u.Members,
            InterfaceType i => i.PossibleTypes = objects.Where(o => o.Interfaces.Contains(i)).ToList(),
            _ => [],
        }));
    }
}

[Flags]
public enum DirectiveLocation
{
    Query = 1, Mutation = 1 << 1, Subscription = 1 << 2, Field = 1 << 3, FragmentDefinition = 1 << 4, FragmentSpread = 1 << 5,
    InlineFragment = 1 << 6, VariableDefinition = 1 << 7, Schema = 1 << 8, Scalar = 1 << 9, Object = 1 << 10, FieldDefinition = 1 << 11,
    ArgumentDefinition = 1 << 12, Interface = 1 << 13, Union = 1 << 14, Enum = 1 << 15, EnumValue = 1 << 16, InputObject = 1 << 17,
    InputFieldDefinition = 1 << 18,
}

public sealed class DirectiveType(string name, DirectiveLocation locations) : INamed
{
    public string Name { get; } = name;
    public DirectiveLocation Locations { get; } = locations;
    public string? Description { get; internal set; }
    public bool IsRepeatable { get; internal set; }
    public FieldMap<InputField> Arguments { get; internal set; } = FieldMap<InputField>.Empty;
}
