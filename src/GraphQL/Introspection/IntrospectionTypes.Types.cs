using Portal.GraphQL.Types;
using Portal.GraphQL.Types.Scalars;

namespace Portal.GraphQL.Introspection;

public static partial class IntrospectionTypes
{
    private static void FillTypes()
    {
        Type.Description = "The fundamental unit of any GraphQL Schema is the type. There are many kinds of types in GraphQL as represented by the `__TypeKind` enum.\n\nDepending on the kind of a type, certain fields describe information about that type. Scalar types provide no information beyond a name, description and optional `specifiedByURL`, while Enum types provide their values. Object and Interface types provide the fields they describe. Abstract types, Union and Interface, provide the Object types possible at runtime. List and NonNull types compose other types.";
        Type.Fields = new(
        [
            Property<TypeReference>("kind", Required(TypeKind), t => TypeKinds.Of(t)),
            Property<TypeReference>("name", BuiltInScalars.String, t => (t as NamedType)?.Name),
            Property<TypeReference>("description", BuiltInScalars.String, t => (t as NamedType)?.Description),
            Property<TypeReference>("specifiedByURL", BuiltInScalars.String, t => (t as ScalarType)?.SpecifiedBy),
            Members<TypeReference>("fields", ListOf(Field), (t, all) => (t as FieldedType)?.Fields.Where(f => all || f.DeprecationReason is null)),
            Property<TypeReference>("interfaces", ListOf(Type), t => (t as FieldedType)?.Interfaces),
            Property<TypeReference>("possibleTypes", ListOf(Type), PossibleTypes),
            Members<TypeReference>("enumValues", ListOf(EnumValue), (t, all) => (t as EnumType)?.Values.Where(v => all || v.DeprecationReason is null)),
            Members<TypeReference>("inputFields", ListOf(InputValue), (t, all) => t is InputObjectType input ? InputsOf(input.Fields, all) : null),
            Property<TypeReference>("ofType", Type, Inner),
            Property<TypeReference>("isOneOf", BuiltInScalars.Boolean, t => (t as InputObjectType)?.IsOneOf),
        ]);
    }

    private static IReadOnlyList<ObjectType>? PossibleTypes(TypeReference type) => type switch
    {
        InterfaceType i => i.PossibleTypes,
        UnionType u => u.Members,
        _ => null,
    };

    private static TypeReference? Inner(TypeReference type) => type switch
    {
        NonNullType n => n.Inner,
        ListType l => l.Element,
        _ => null,
    };
}
