using System.Collections;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Building;

/// <summary>Conversion of leaf values that are returned as objects, alone or in lists.</summary>
internal static class LeafLists
{
    /// <summary>Null when values go out as they are.</summary>
    public static Func<object?, object?>? Converter(ClrShape shape, NamedType named, GlobalIdType? idType)
    {
        if (shape.Element is { } element)
        {
            if (Converter(element, named, idType) is not { } convert) return null;
            return list => list is null ? null : ((IEnumerable)list).Cast<object?>().Select(convert).ToList();
        }
        return LeafConversion.ToLeaf(shape.Type, named, idType) is { } single ? value => value is null ? null : single(value) : null;
    }
}
