using Portal.GraphQL.Language;

namespace Portal.GraphQL.Types.Comparison;

/// <summary>Whether a type may take another's place without a client noticing.</summary>
internal static class TypeChangeSafety
{
    /// <summary>Of what a client reads: it may become non-null.</summary>
    public static bool IsSafeOutput(TypeReference before, TypeReference after) => (before, after) switch
    {
        (NonNullType o, NonNullType n) => IsSafeOutput(o.Inner, n.Inner),
        (NonNullType, _) => false,
        (_, NonNullType n) => IsSafeOutput(before, n.Inner),
        (ListType o, ListType n) => IsSafeOutput(o.Element, n.Element),
        (NamedType o, NamedType n) => o.Name == n.Name,
        _ => false,
    };

    /// <summary>Of what a client gives: it may become nullable.</summary>
    public static bool IsSafeInput(TypeReference before, TypeReference after) => (before, after) switch
    {
        (NonNullType o, NonNullType n) => IsSafeInput(o.Inner, n.Inner),
        (NonNullType o, _) => IsSafeInput(o.Inner, after),
        (_, NonNullType) => false,
        (ListType o, ListType n) => IsSafeInput(o.Element, n.Element),
        (NamedType o, NamedType n) => o.Name == n.Name,
        _ => false,
    };

    /// <summary>A default as a client sees it: the order of an object's fields means nothing, and one value stands for a list of one.</summary>
    public static string? Canonical(ValueNode? value, TypeReference type) => value switch
    {
        null => null,
        ListValueNode list => $"[{string.Join(", ", list.Items.Select(i => Canonical(i, type.Nullable is ListType t ? t.Element : type)))}]",
        NullValueNode => "null",
        _ when type.Nullable is ListType list => $"[{Canonical(value, list.Element)}]",
        ObjectValueNode node => $"{{{string.Join(", ", node.Fields.OrderBy(f => f.Name.Value, StringComparer.Ordinal).Select(f =>
            $"{f.Name.Value}: {Canonical(f.Value, (type.Named as InputObjectType)?.Fields.Find(f.Name.Value)?.Type ?? type)}"))}}}",
        _ => LiteralPrinter.Print(value),
    };
}
