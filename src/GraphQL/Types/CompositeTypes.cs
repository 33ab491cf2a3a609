using Portal.GraphQL.Execution;

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

/// <summary>How <c>node(id:)</c> finds an object.</summary>
/// <param name="Fetch">Gets the global ID and gives the object, or null when there is none.</param>
/// <param name="IsBatched">Whether it loads through a loader: then many are fetched at once, else one after another.</param>
public sealed record NodeResolver(Func<ResolverContext, string, ValueTask<object?>> Fetch, bool IsBatched);

public sealed class ObjectType(string name) : FieldedType(name)
{
    /// <summary>Whether a runtime value is of this type; asked only where an interface or union must choose.</summary>
    public Func<object, bool> IsTypeOf { get; internal set; } = static _ => false;

    /// <summary>Fetches an object by its global ID (<c>[NodeResolver]</c>), where the type has one.</summary>
    public NodeResolver? NodeResolver { get; internal set; }
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
