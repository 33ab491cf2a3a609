using Portal.GraphQL.Types;

namespace Portal.GraphQL.Language;

/// <summary>How SDL and introspection spell a <see cref="DirectiveLocation"/>: <c>FIELD_DEFINITION</c>.</summary>
public static class DirectiveLocations
{
    private static readonly (DirectiveLocation Location, string Name)[] Names =
    [
        (DirectiveLocation.Query, "QUERY"),
        (DirectiveLocation.Mutation, "MUTATION"),
        (DirectiveLocation.Subscription, "SUBSCRIPTION"),
        (DirectiveLocation.Field, "FIELD"),
        (DirectiveLocation.FragmentDefinition, "FRAGMENT_DEFINITION"),
        (DirectiveLocation.FragmentSpread, "FRAGMENT_SPREAD"),
        (DirectiveLocation.InlineFragment, "INLINE_FRAGMENT"),
        (DirectiveLocation.VariableDefinition, "VARIABLE_DEFINITION"),
        (DirectiveLocation.Schema, "SCHEMA"),
        (DirectiveLocation.Scalar, "SCALAR"),
        (DirectiveLocation.Object, "OBJECT"),
        (DirectiveLocation.FieldDefinition, "FIELD_DEFINITION"),
        (DirectiveLocation.ArgumentDefinition, "ARGUMENT_DEFINITION"),
        (DirectiveLocation.Interface, "INTERFACE"),
        (DirectiveLocation.Union, "UNION"),
        (DirectiveLocation.Enum, "ENUM"),
        (DirectiveLocation.EnumValue, "ENUM_VALUE"),
        (DirectiveLocation.InputObject, "INPUT_OBJECT"),
        (DirectiveLocation.InputFieldDefinition, "INPUT_FIELD_DEFINITION"),
    ];

    /// <summary>The location of that name; null when there is none.</summary>
    public static DirectiveLocation? Parse(string name)
    {
        foreach (var entry in Names)
            if (entry.Name == name)
                return entry.Location;
        return null;
    }

    /// <summary>The names of all locations in the set, in the order of the specification.</summary>
    public static IEnumerable<string> NamesOf(DirectiveLocation locations) =>
        Names.Where(entry => locations.HasFlag(entry.Location)).Select(entry => entry.Name);
}
