using Portal.GraphQL.Types;

namespace Portal.GraphQL.Execution.Coercion;

internal static class OneOf
{
    /// <summary>Of a oneOf input object exactly one field must be given, and not null.</summary>
    public static void Check(InputObjectType type, object?[] values)
    {
        if (!type.IsOneOf)
            return;
        var given = values.Where(v => v != InputObjectType.Absent).ToList();
        if (given.Count != 1)
            throw new CoercionException($"Exactly one key must be specified for OneOf type \"{type.Name}\".");
        if (given[0] is null)
            throw new CoercionException($"The key of OneOf type \"{type.Name}\" must be non-null.");
    }
}
