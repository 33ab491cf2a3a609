using Portal.GraphQL.Introspection;
using Portal.GraphQL.Types;
using Portal.GraphQL.Types.Scalars;

namespace Portal.GraphQL.Building;

/// <summary>Builds a schema from annotated C#. Everything that is wrong is reported by one <see cref="SchemaException"/>.</summary>
public static class SchemaBuilder
{
    /// <param name="services">Tells which parameters of resolvers are services.</param>
    public static Schema Build(SchemaOptions options, IServiceProvider services)
    {
        var context = new BuildContext(options, services);
        var roots = new RootTypes(context);
        var query = roots.Query();
        var mutation = roots.Mutation();
        var subscription = roots.Subscription();
        foreach (var declared in context.Discovery.Objects.Keys)
            context.Types.Output(declared, context.Discovery.Objects[declared].Class.Name);
        context.Types.Complete();
        NodeFields.AddTo(query, context);
        context.Types.Complete();

        var types = new List<NamedType>([query, .. context.Types.All, .. UsedScalars(options, context), .. IntrospectionTypes.All]);
        if (mutation is not null) types.Add(mutation);
        if (subscription is not null) types.Add(subscription);
        foreach (var type in types.OfType<FieldedType>()) Inherit(type, types);
        new SchemaChecks(context.Problems, context.Types.OriginOf).Check(types);
        context.Problems.ThrowIfAny();
        return new(query, mutation, subscription, [.. types.OrderBy(t => t.Name, StringComparer.Ordinal)], BuiltInDirectives.All)
        {
            Description = options.Description,
        };
    }

    // A field says what its interface says, unless it says something itself; a base class is not of its derived types.
    private static void Inherit(FieldedType type, List<NamedType> types)
    {
        foreach (var field in type.Fields.Where(f => f.Description is null))
            field.Description = type.Interfaces.Select(i => i.Fields.Find(field.Name)?.Description).FirstOrDefault(d => d is not null);
        if (type is not ObjectType { ClrType: { } clr } o) return;
        var derived = types.OfType<ObjectType>().Select(t => t.ClrType).Where(t => t is not null && t != clr && clr.IsAssignableFrom(t)).ToList();
        if (derived.Count > 0) o.IsTypeOf = value => clr.IsInstanceOfType(value) && !derived.Any(d => d!.IsInstanceOfType(value));
    }

    // Int and Float come and go with their use; String and Boolean are always there, introspection uses them.
    private static IEnumerable<ScalarType> UsedScalars(SchemaOptions options, BuildContext context) =>
        options.Scalars.Where(s => s == BuiltInScalars.String || s == BuiltInScalars.Boolean || context.Types.IsUsed(s));
}
