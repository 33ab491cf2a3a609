namespace Portal.GraphQL.Types;

/// <summary>A type with a selection set: object, interface or union.</summary>
public abstract class CompositeType(string name) : NamedType(name);

/// <summary>An object or interface: a type with output fields.</summary>
public abstract class FieldedType(string name) : CompositeType(name)
{
    /// <summary>Fields in declaration order, by name. Filled by the schema builder before the schema is given out.</summary>
    public FieldMap<OutputField> Fields { get; internal set; } = FieldMap<OutputField>.Empty;
    public IReadOnlyList<InterfaceType> Interfaces { get; internal set; } = [];
}

public sealed class ObjectType(string name) : FieldedType(name)
{
    /// <summary>Whether a runtime value is of this type; asked only where an interface or union must choose.</summary>
    public Func<object, bool> IsTypeOf { get; internal set; } = static _ => false;

    /// <summary>Fetches an object by the value inside its global ID (<c>[NodeResolver]</c>), where it has one.</summary>
    public OutputField? NodeResolver { get; internal set; }
}

public sealed class InterfaceType(string name) : FieldedType(name)
{
    /// <summary>The object types that implement it; known once the schema is complete.</summary>
    public IReadOnlyList<ObjectType> PossibleTypes { get; internal set; } = [];
}

public sealed class UnionType(string name) : CompositeType(name)
{
    public IReadOnlyList<ObjectType> Members { get; internal set; } = [];
}
