using Portal.GraphQL.Types;

namespace Portal.GraphQL.Building;

/// <summary>Query, Mutation and Subscription: each the members of all classes marked so.</summary>
internal sealed class RootTypes(BuildContext context)
{
    public ObjectType Query()
    {
        if (context.Discovery.Queries.Count == 0) context.Problems.Add("No class is marked with [QueryType]: a schema needs a Query.");
        return Make(FieldOwnerKind.Query, "Query", context.Discovery.Queries);
    }

    public ObjectType? Mutation() =>
        context.Discovery.Mutations.Count == 0 ? null : Make(FieldOwnerKind.Mutation, "Mutation", context.Discovery.Mutations);

    public ObjectType? Subscription() =>
        context.Discovery.Subscriptions.Count == 0 ? null : Make(FieldOwnerKind.Subscription, "Subscription", context.Discovery.Subscriptions);

    private ObjectType Make(FieldOwnerKind kind, string name, IReadOnlyList<Type> classes)
    {
        var owner = new FieldOwner(kind, name, null);
        var fields = new FieldList(name, context.Problems);
        foreach (var member in classes.SelectMany(ClrMembers.Resolvers))
            if (context.Fields.FromResolver(member, owner) is { } field) fields.AddResolver(field);
        return new(name)
        {
            Fields = fields.ToMap(),
            Description = classes is [var only] ? context.Docs.Of(only) : Standard(kind),
        };
    }

    // When several classes make the type, none of their texts is its text.
    private static string? Standard(FieldOwnerKind kind) => kind switch
    {
        FieldOwnerKind.Query => "What can be read.",
        FieldOwnerKind.Mutation => "What can be done. The mutations of one request run one after the other, in the order written.",
        FieldOwnerKind.Subscription => "What can be followed as it happens.",
        FieldOwnerKind.Object or FieldOwnerKind.Interface => null,
    };
}
