using Portal.GraphQL.Language;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Validation;

/// <summary>How types relate: what a type node refers to, whether one type is another's subtype, whether two can share an object.</summary>
public static class TypeRelations
{
    /// <summary>The type that a node refers to; null when the schema has no type of that name.</summary>
    public static TypeReference? Resolve(this Schema schema, TypeNode node) => node switch
    {
        ListTypeNode list => schema.Resolve(list.ElementType) is { } element ? new ListType(element) : null,
        NonNullTypeNode nonNull => schema.Resolve(nonNull.InnerType) is { } inner ? new NonNullType(inner) : null,
        NamedTypeNode named => schema.FindType(named.Name.Value),
        _ => throw new ArgumentException($"Unknown type node {node.GetType().Name}."),
    };

    /// <summary>Whether every value of <paramref name="type"/> is one of <paramref name="super"/> (section 5.8.5, AreTypesCompatible).</summary>
    public static bool IsSubType(this Schema schema, TypeReference type, TypeReference super) => (type, super) switch
    {
        (NonNullType t, NonNullType s) => schema.IsSubType(t.Inner, s.Inner),
        (_, NonNullType) => false,
        (NonNullType t, _) => schema.IsSubType(t.Inner, super),
        (ListType t, ListType s) => schema.IsSubType(t.Element, s.Element),
        (NamedType t, NamedType s) => t == s || IsDeclaredSubType(t, s),
        _ => false,
    };

    /// <summary>Whether some object can be of both types (GetPossibleTypes intersect).</summary>
    public static bool CanOverlap(this Schema schema, CompositeType a, CompositeType b)
    {
        if (a == b)
            return true;
        if (a is ObjectType && b is ObjectType)
            return false;
        var possible = schema.PossibleTypesOf(a);
        return schema.PossibleTypesOf(b).Any(possible.Contains);
    }

    private static bool IsDeclaredSubType(NamedType type, NamedType super) => super switch
    {
        InterfaceType i => type is FieldedType fielded && fielded.Interfaces.Contains(i),
        UnionType u => type is ObjectType o && u.Members.Contains(o),
        _ => false,
    };
}
