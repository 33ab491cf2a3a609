using System.Reflection;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Building;

/// <summary>Enums: members in SCREAMING_SNAKE in the order of their declaration.</summary>
internal static class EnumTypes
{
    public static EnumType Make(Type type, XmlDocs docs)
    {
        var members = type.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(f => !f.IsDefined(typeof(GraphQLIgnoreAttribute)))
            .OrderBy(f => f.MetadataToken)
            // Two names for one value would make results ambiguous: the first one is published.
            .DistinctBy(f => f.GetValue(null));
        return new(Naming.Type(type))
        {
            ClrType = type,
            Description = docs.Of(type),
            Values = new([.. members.Select(f => new EnumValue(f.GetCustomAttribute<GraphQLNameAttribute>()?.Name ?? Naming.EnumValue(f.Name), f.GetValue(null)!)
            {
                Description = docs.OfEnumValue(f),
                DeprecationReason = BuildContext.Deprecation(f),
            })]),
        };
    }
}
