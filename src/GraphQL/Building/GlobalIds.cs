using Portal.GraphQL.Types;

namespace Portal.GraphQL.Building;

/// <summary>What a global ID says of itself when its member has no text of its own.</summary>
internal static class GlobalIds
{
    /// <summary>Of a field; null when the ID is a plain one.</summary>
    public static string? Output(GlobalIdType? type) =>
        type is null ? null : $"Opaque global ID of the `{type.TypeName}`, to be handed back as it is.";

    /// <summary>Of an argument or input field; null when the ID is a plain one.</summary>
    public static string? Input(IIDAttribute? id, ClrShape shape, BuildContext context) => id?.ClrType is not { } target ? null
        : shape.Element is null ? $"Global ID of a `{context.Types.NameOf(target)}`." : $"Global IDs of `{context.Types.NameOf(target)}` objects.";
}
