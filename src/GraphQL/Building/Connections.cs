using System.Linq.Expressions;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Filtering;
using Portal.GraphQL.Paging;
using Portal.GraphQL.Types;
using Portal.GraphQL.Types.Scalars;

namespace Portal.GraphQL.Building;

/// <summary>Fields with <c>[UsePaging]</c>: their arguments, connection and edge types, and the cutting of the page.</summary>
internal sealed class Connections(BuildContext context)
{
    public OutputField? Make(ResolverMember resolver, FieldOwner owner)
    {
        var paging = resolver.Paging!;
        var place = BuildContext.Describe(resolver.Member);
        if (Item(resolver) is not { } item)
        {
            context.Problems.Add($"{place}: [UsePaging] needs a sequence, a query, a PagedQuery<T> or a Connection<T>, not {resolver.Value.Name}.");
            return null;
        }
        if (context.OutputReference(item, false, place) is not { } node) return null;
        var connection = ConnectionType(paging.ConnectionName ?? node.Named.Name, item.Type, node, paging.IncludeTotalCount, Subclass(resolver.Value));
        var field = context.Fields.Describe(new(Naming.Field(resolver.Member), resolver.Shape.IsNullable ? connection : new NonNullType(connection)), resolver.Member, owner);
        var paged = PagingArgumentFields();
        var shaping = QueryShaping.Of(resolver, paged.Length, context);
        var call = new ResolverCall(resolver, owner, context, first: [.. paged, .. shaping?.Fields ?? []]);
        if (call.Bind() is not { } value) return null;
        field.Arguments = call.Arguments;
        field.Paging = context.Paging.BoundsOf(paging.DefaultPageSize, paging.MaxPageSize, paging.IncludeTotalCount);
        if (owner.Kind == FieldOwnerKind.Interface) return field;
        var cut = (Finish)typeof(Connections).GetMethod(nameof(Cut), BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(ClrItem(resolver)).Invoke(null, [field.Paging, place])!;
        field.Resolve = ResolverCompiler.Compile(value, call.Request, Results.Finish(resolver, shaping?.Then(cut) ?? cut));
        return field;
    }

    /// <summary>What the client asked for; the paging arguments are the first four of the field.</summary>
    public static PagingArguments ArgumentsOf(ResolverContext context) => new(
        context.Argument(0) as int?, context.Argument(1) as string, context.Argument(2) as int?, context.Argument(3) as string, context.IsSelected("totalCount"));

    private static InputField[] PagingArgumentFields() =>
    [
        Argument(0, "first", BuiltInScalars.Int, typeof(int?), "How many items to give from the start, or after the cursor `after`."),
        Argument(1, "after", BuiltInScalars.String, typeof(string), "The cursor of the item before the page."),
        Argument(2, "last", BuiltInScalars.Int, typeof(int?), "How many items to give from the end, or before the cursor `before`."),
        Argument(3, "before", BuiltInScalars.String, typeof(string), "The cursor of the item after the page."),
    ];

    private static InputField Argument(int index, string name, ScalarType type, Type clr, string description) =>
        new(name, type) { Index = index, ClrType = clr, Description = description };

    private static ClrShape? Item(ResolverMember resolver) =>
        resolver.Shape.Element ?? (PageOf(resolver.Value) is { } page ? ClrShapeReader.Of(page.GetGenericArguments()[0]) : null);

    private static Type ClrItem(ResolverMember resolver) =>
        PageOf(resolver.Value) is { } page ? page.GetGenericArguments()[0] : ClrShape.ElementType(resolver.Value)!;

    /// <summary>The <c>PagedQuery</c> or <c>Connection</c> that a type is or derives from.</summary>
    private static Type? PageOf(Type? type)
    {
        for (; type is not null; type = type.BaseType)
            if (type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(PagedQuery<>) || type.GetGenericTypeDefinition() == typeof(Connection<>)))
                return type;
        return null;
    }

    private static Type? Subclass(Type type) => PageOf(type) is { } page && page != type ? type : null;

    private ObjectType ConnectionType(string name, Type item, TypeReference node, bool includeTotalCount, Type? subclass)
    {
        context.Types.Scalar(typeof(int));
        var origin = $"connection of {item.FullName}{(includeTotalCount ? " with" : " without")} totalCount{subclass?.FullName}";
        var edge = context.Types.Made($"{name}Edge", $"edge of {item.FullName}", () => new ObjectType($"{name}Edge") { Description = "An item of a page and its cursor." },
            type => type.Fields = new(
            [
                Read(typeof(Edge<>), item, nameof(Edge<>.Node), "node", node, "The item.", 1),
                Read(typeof(Edge<>), item, nameof(Edge<>.Cursor), "cursor", new NonNullType(BuiltInScalars.String), "The place of the item in the list, for `after` and `before`."),
            ]));
        return context.Types.Made($"{name}Connection", origin, () => new ObjectType($"{name}Connection") { Description = "A page of a list." }, type =>
        {
            List<OutputField> fields =
            [
                Read(typeof(Connection<>), item, nameof(Connection<>.Nodes), "nodes", new NonNullType(new ListType(node)), "The items of the page.", 1),
                Read(typeof(Connection<>), item, nameof(Connection<>.Edges), "edges", new NonNullType(new ListType(new NonNullType(edge))), "The items of the page with their cursors."),
                Read(typeof(Connection<>), item, nameof(Connection<>.PageInfo), "pageInfo", new NonNullType(PageInfoType()), "What lies before and after the page."),
            ];
            if (includeTotalCount) fields.Add(Read(typeof(Connection<>), item, nameof(Connection<>.TotalCount), "totalCount", new NonNullType(BuiltInScalars.Int), "How many items there are on all pages.", 1));
            type.Fields = subclass is null ? new(fields) : new([.. fields, .. new FieldedTypes(context).FieldsOf(type, subclass)]);
        });
    }

    private ObjectType PageInfoType() => context.Types.Made("PageInfo", "paging", () => new ObjectType("PageInfo") { Description = "What lies around a page." }, type =>
    {
        context.Types.Scalar(typeof(bool));
        var yes = new NonNullType(BuiltInScalars.Boolean);
        type.Fields = new(
        [
            Property(typeof(PageInfo), nameof(PageInfo.HasNextPage), "hasNextPage", yes, "Whether items follow the page."),
            Property(typeof(PageInfo), nameof(PageInfo.HasPreviousPage), "hasPreviousPage", yes, "Whether items precede the page."),
            Property(typeof(PageInfo), nameof(PageInfo.StartCursor), "startCursor", BuiltInScalars.String, "The cursor of the first item; null when the page is empty."),
            Property(typeof(PageInfo), nameof(PageInfo.EndCursor), "endCursor", BuiltInScalars.String, "The cursor of the last item; null when the page is empty."),
        ]);
    });

    private static OutputField Read(Type generic, Type item, string property, string name, TypeReference type, string description, double cost = 0) =>
        Property(generic.MakeGenericType(item), property, name, type, description, cost);

    private static OutputField Property(Type owner, string property, string name, TypeReference type, string description, double cost = 0)
    {
        var field = new OutputField(name, type) { Description = description, Cost = cost };
        var parent = Expression.Parameter(typeof(object));
        var value = Expression.Property(Expression.Convert(parent, owner), property);
        PureFields.Compile(field, parent, value, ClrShapeReader.Of(value.Type), null);
        return field;
    }

    private static Finish Cut<T>(PagingBounds bounds, string place) => async (context, value) => value switch
    {
        null => null,
        Connection<T> ready => ready,
        PagedQuery<T> paged => await Pager(context).PageAsync(paged, ArgumentsOf(context), bounds, context.CancellationToken),
        IQueryable<T> query => await Pager(context).PageAsync(query, ArgumentsOf(context), bounds, context.CancellationToken),
        IEnumerable<T> sequence => Pager(context).Page(sequence, ArgumentsOf(context), bounds),
        _ => throw new InvalidOperationException($"{place} gave a {value.GetType().Name}, which cannot be paged."),
    };

    private static Pager Pager(ResolverContext context) => context.Services.GetRequiredService<Pager>();
}
