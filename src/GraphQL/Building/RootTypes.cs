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
            Description = classes.Select(context.Docs.Of).FirstOrDefault(d => classes.Count == 1 && d is not null),
        };
    }
}
