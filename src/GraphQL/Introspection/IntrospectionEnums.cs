using Portal.GraphQL.Building;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Introspection;

/// <summary><c>__TypeKind</c> and <c>__DirectiveLocation</c>.</summary>
internal static class IntrospectionEnums
{
    public static readonly EnumType TypeKind = new("__TypeKind")
    {
        Description = "An enum describing what kind of type a given `__Type` is.",
        ClrType = typeof(TypeKind),
        Values = new([.. Enum.GetValues<TypeKind>().Select(k => new EnumValue(Naming.EnumValue(k.ToString()), k) { Description = Describe(k) })]),
    };

    public static readonly EnumType DirectiveLocation = new("__DirectiveLocation")
    {
        Description = "A Directive can be adjacent to many parts of the GraphQL language, a __DirectiveLocation describes one such possible adjacencies.",
        ClrType = typeof(DirectiveLocation),
        Values = new([.. Enum.GetValues<DirectiveLocation>().Select(l => new EnumValue(Naming.EnumValue(l.ToString()), l) { Description = Describe(l) })]),
    };

    public static IEnumerable<DirectiveLocation> LocationsOf(DirectiveType directive) =>
        Enum.GetValues<DirectiveLocation>().Where(l => directive.Locations.HasFlag(l));

    private static string Describe(TypeKind kind) => kind switch
    {
        Introspection.TypeKind.Scalar => "Indicates this type is a scalar.",
        Introspection.TypeKind.Object => "Indicates this type is an object. `fields` and `interfaces` are valid fields.",
        Introspection.TypeKind.Interface => "Indicates this type is an interface. `fields`, `interfaces`, and `possibleTypes` are valid fields.",
        Introspection.TypeKind.Union => "Indicates this type is a union. `possibleTypes` is a valid field.",
        Introspection.TypeKind.Enum => "Indicates this type is an enum. `enumValues` is a valid field.",
        Introspection.TypeKind.InputObject => "Indicates this type is an input object. `inputFields` is a valid field.",
        Introspection.TypeKind.List => "Indicates this type is a list. `ofType` is a valid field.",
        Introspection.TypeKind.NonNull => "Indicates this type is a non-null. `ofType` is a valid field.",
    };

    private static string Describe(DirectiveLocation location) => "Location adjacent to " + location switch
    {
        Types.DirectiveLocation.Query => "a query operation.",
        Types.DirectiveLocation.Mutation => "a mutation operation.",
        Types.DirectiveLocation.Subscription => "a subscription operation.",
        Types.DirectiveLocation.Field => "a field.",
        Types.DirectiveLocation.FragmentDefinition => "a fragment definition.",
        Types.DirectiveLocation.FragmentSpread => "a fragment spread.",
        Types.DirectiveLocation.InlineFragment => "an inline fragment.",
        Types.DirectiveLocation.VariableDefinition => "a variable definition.",
        Types.DirectiveLocation.Schema => "a schema definition.",
        Types.DirectiveLocation.Scalar => "a scalar definition.",
        Types.DirectiveLocation.Object => "an object type definition.",
        Types.DirectiveLocation.FieldDefinition => "a field definition.",
        Types.DirectiveLocation.ArgumentDefinition => "an argument definition.",
        Types.DirectiveLocation.Interface => "an interface definition.",
        Types.DirectiveLocation.Union => "a union definition.",
        Types.DirectiveLocation.Enum => "an enum definition.",
        Types.DirectiveLocation.EnumValue => "an enum value definition.",
        Types.DirectiveLocation.InputObject => "an input object type definition.",
        Types.DirectiveLocation.InputFieldDefinition => "an input object field definition.",
    };
}
