using Portal.GraphQL.Types;
using Portal.GraphQL.Types.Scalars;

namespace Portal.GraphQL.Introspection;

public static partial class IntrospectionTypes
{
    private static void FillSchemas()
    {
        Schema.Description = "A GraphQL Schema defines the capabilities of a GraphQL server. It exposes all available types and directives on the server, as well as the entry points for query, mutation, and subscription operations.";
        Schema.Fields = new(
        [
            Property<Schema>("description", BuiltInScalars.String, s => s.Description),
            Property<Schema>("types", Required(ListOf(Type)), s => s.Types, "A list of all types supported by this server."),
            Property<Schema>("queryType", Required(Type), s => s.Query, "The type that query operations will be rooted at."),
            Property<Schema>("mutationType", Type, s => s.Mutation, "If this server supports mutation, the type that mutation operations will be rooted at."),
            Property<Schema>("subscriptionType", Type, s => s.Subscription, "If this server support subscription, the type that subscription operations will be rooted at."),
            Property<Schema>("directives", Required(ListOf(Directive)), s => s.Directives, "A list of all directives supported by this server."),
        ]);

        Directive.Description = "A Directive provides a way to describe alternate runtime execution and type validation behavior in a GraphQL document.\n\nIn some cases, you need to provide options to alter GraphQL's execution behavior in ways field arguments will not suffice, such as conditionally including or skipping a field. Directives provide this by describing additional information to the executor.";
        Directive.Fields = new(
        [
            Property<DirectiveType>("name", Required(BuiltInScalars.String), d => d.Name),
            Property<DirectiveType>("description", BuiltInScalars.String, d => d.Description),
            Property<DirectiveType>("isRepeatable", Required(BuiltInScalars.Boolean), d => d.IsRepeatable),
            Property<DirectiveType>("locations", Required(ListOf(DirectiveLocation)), d => IntrospectionEnums.LocationsOf(d)),
            Members<DirectiveType>("args", Required(ListOf(InputValue)), (d, all) => InputsOf(d.Arguments, all)),
        ]);
    }
}
