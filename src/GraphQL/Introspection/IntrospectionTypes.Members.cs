using Portal.GraphQL.Types;
using Portal.GraphQL.Types.Scalars;

namespace Portal.GraphQL.Introspection;

public static partial class IntrospectionTypes
{
    private static IEnumerable<InputField> InputsOf(IEnumerable<InputField> members, bool includeDeprecated) =>
        members.Where(m => includeDeprecated || m.DeprecationReason is null);

    private static void FillMembers()
    {
        Field.Description = "Object and Interface types are described by a list of Fields, each of which has a name, potentially a list of arguments, and a return type.";
        Field.Fields = new(
        [
            Property<OutputField>("name", Required(BuiltInScalars.String), f => f.Name),
            Property<OutputField>("description", BuiltInScalars.String, f => f.Description),
            Members<OutputField>("args", Required(ListOf(InputValue)), (f, all) => InputsOf(f.Arguments, all)),
            Property<OutputField>("type", Required(Type), f => f.Type),
            Property<OutputField>("isDeprecated", Required(BuiltInScalars.Boolean), f => f.DeprecationReason is not null),
            Property<OutputField>("deprecationReason", BuiltInScalars.String, f => f.DeprecationReason),
        ]);

        InputValue.Description = "Arguments provided to Fields or Directives and the input fields of an InputObject are represented as Input Values which describe their type and optionally a default value.";
        InputValue.Fields = new(
        [
            Property<InputField>("name", Required(BuiltInScalars.String), f => f.Name),
            Property<InputField>("description", BuiltInScalars.String, f => f.Description),
            Property<InputField>("type", Required(Type), f => f.Type),
            Property<InputField>("defaultValue", BuiltInScalars.String, f => f.DefaultValue is { } value ? LiteralPrinter.Print(value) : null, "A GraphQL-formatted string representing the default value for this input value."),
            Property<InputField>("isDeprecated", Required(BuiltInScalars.Boolean), f => f.DeprecationReason is not null),
            Property<InputField>("deprecationReason", BuiltInScalars.String, f => f.DeprecationReason),
        ]);

        EnumValue.Description = "One possible value for a given Enum. Enum values are unique values, not a placeholder for a string or numeric value. However an Enum value is returned in a JSON response as a string.";
        EnumValue.Fields = new(
        [
            Property<EnumValue>("name", Required(BuiltInScalars.String), v => v.Name),
            Property<EnumValue>("description", BuiltInScalars.String, v => v.Description),
            Property<EnumValue>("isDeprecated", Required(BuiltInScalars.Boolean), v => v.DeprecationReason is not null),
            Property<EnumValue>("deprecationReason", BuiltInScalars.String, v => v.DeprecationReason),
        ]);
    }
}
