using Portal.GraphQL.Language;
using Portal.GraphQL.Types;
using Portal.GraphQL.Types.Scalars;

namespace Portal.GraphQL.Introspection;

/// <summary>The types of section 4 of the specification: ordinary object types over the type system itself, shared by all schemas.</summary>
public static partial class IntrospectionTypes
{
    public static readonly ObjectType Schema = new("__Schema");
    public static readonly ObjectType Type = new("__Type");
    public static readonly ObjectType Field = new("__Field");
    public static readonly ObjectType InputValue = new("__InputValue");
    public static readonly ObjectType EnumValue = new("__EnumValue");
    public static readonly ObjectType Directive = new("__Directive");
    public static readonly EnumType TypeKind = IntrospectionEnums.TypeKind;
    public static readonly EnumType DirectiveLocation = IntrospectionEnums.DirectiveLocation;

    public static readonly IReadOnlyList<NamedType> All = [Schema, Type, Field, InputValue, EnumValue, Directive, TypeKind, DirectiveLocation];

    static IntrospectionTypes()
    {
        FillSchemas();
        FillTypes();
        FillMembers();
    }

    public static bool IsIntrospection(NamedType type) => type.Name.StartsWith("__", StringComparison.Ordinal);

    private static TypeReference Required(TypeReference type) => new NonNullType(type);

    /// <summary>[T!]</summary>
    private static TypeReference ListOf(TypeReference type) => new ListType(new NonNullType(type));

    private static OutputField Property<T>(string name, TypeReference type, Func<T, object?> read, string? description = null) =>
        new(name, type) { Description = description, Pure = parent => read((T)parent) };

    /// <summary>A list that leaves deprecated members out unless they are asked for.</summary>
    private static OutputField Members<T>(string name, TypeReference type, Func<T, bool, object?> read) => new(name, type)
    {
        Arguments = new([new InputField("includeDeprecated", BuiltInScalars.Boolean)
        {
            DefaultValue = new BooleanValueNode(default, false),
            ClrType = typeof(bool?),
        }]),
        Resolve = context => new(read((T)context.Parent, context.Argument(0) is true)),
    };
}
