using Portal.GraphQL.Introspection;
using Portal.GraphQL.Types.Scalars;

namespace Portal.GraphQL.Types;

/// <summary>The fields that every schema has without declaring them.</summary>
public sealed class MetaFields(Schema schema)
{
    /// <summary>The executor writes the name of the type it is completing; there is nothing to resolve.</summary>
    public static readonly OutputField TypeName = new("__typename", new NonNullType(BuiltInScalars.String))
    {
        Description = "The name of the current Object type at runtime.",
    };

    public OutputField Schema { get; } = new("__schema", new NonNullType(IntrospectionTypes.Schema))
    {
        Description = "Access the current type schema of this server.",
        Pure = _ => schema,
        Cost = 1,
    };

    public OutputField Type { get; } = new("__type", IntrospectionTypes.Type)
    {
        Description = "Request the type information of a single type.",
        Arguments = new([new InputField("name", new NonNullType(BuiltInScalars.String)) { ClrType = typeof(string) }]),
        Resolve = context => new(context.Argument(0) is string name ? schema.FindType(name) : null),
        Cost = 1,
    };

    public OutputField? Find(CompositeType parent, string name) => name switch
    {
        "__typename" => TypeName,
        "__schema" when parent == schema.Query => Schema,
        "__type" when parent == schema.Query => Type,
        _ => null,
    };
}
