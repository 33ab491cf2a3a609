using System.Linq.Expressions;
using System.Reflection;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Fetching;
using Portal.GraphQL.Types;
using Portal.GraphQL.Types.Scalars;

namespace Portal.GraphQL.Building;

/// <summary>Relay's object identification: <c>interface Node</c>, <c>node(id:)</c> and <c>nodes(ids:)</c>.</summary>
internal static class NodeFields
{
    public static InterfaceType Interface(BuildContext context) => context.Types.Made("Node", "node resolvers",
        () => new InterfaceType("Node") { Description = "An object that can be fetched again by its global ID." },
        type => type.Fields = new([new OutputField("id", new NonNullType(BuiltInScalars.ID)) { Description = "The global ID of the object." }]));

    public static NodeResolver? Compile(MethodInfo method, FieldOwner owner, BuildContext context)
    {
        var place = BuildContext.Describe(method);
        var resolver = ResolverMember.Of(method, context);
        var request = Expression.Parameter(typeof(ResolverContext), "context");
        var id = Expression.Parameter(typeof(string), "id");
        var binder = new ParameterBinder(context, owner, request);
        var keys = method.GetParameters().Where(binder.IsArgument).ToList();
        if (method.IsDefined(typeof(AuthorizeAttribute), true))
            context.Problems.Add($"{place}: a node resolver is no field, so [Authorize] on it is not seen; put it on the class.");
        if (keys is not [var key] || LeafConversion.FromId(key.ParameterType, new(context.Ids, owner.TypeName)) is not { } decode)
        {
            context.Problems.Add($"{place}: a node resolver takes one key (a number, Guid, string or an IParsable) besides its services.");
            return null;
        }
        var arguments = method.GetParameters().Select(p => p == key
            ? Expression.Convert(Expression.Invoke(Expression.Constant(decode), id), key.ParameterType)
            : binder.Bind(p)).ToList();
        if (arguments.Contains(null)) return null;
        var call = Expression.Call(ResolverCompiler.Target(method, request, context), method, arguments!);
        var fetch = Expression.Lambda<Func<ResolverContext, string, ValueTask<object?>>>(ResolverCompiler.Awaited(call), request, id).Compile();
        var finish = Results.Finish(resolver, null);
        return new(
            finish is null ? fetch : async (c, i) => await finish(c, await fetch(c, i)),
            method.GetParameters().Any(p => p.ParameterType.IsSubclassOf(typeof(DataLoader))));
    }

    /// <summary>Adds the two fields where at least one type has a node resolver.</summary>
    public static void AddTo(ObjectType query, BuildContext context)
    {
        var types = context.Types.All.OfType<ObjectType>().Where(t => t.NodeResolver is not null).ToDictionary(t => t.Name);
        if (types.Count == 0) return;
        var node = Interface(context);
        var max = context.Options.MaxNodes;
        var one = new OutputField("node", node)
        {
            Description = "Fetches an object by its global ID.",
            Arguments = new([new InputField("id", new NonNullType(BuiltInScalars.ID)) { Description = "The global ID of the object.", ClrType = typeof(string) }]),
            Resolve = request => Fetch(types, context.Ids, request, (string)request.Argument(0)!, "id"),
            Cost = 1,
        };
        var many = new OutputField("nodes", new NonNullType(new ListType(node)))
        {
            Description = $"Fetches up to {max} objects by their global IDs, in the order of the IDs; null where there is none.",
            Arguments = new([new InputField("ids", new NonNullType(new ListType(new NonNullType(BuiltInScalars.ID)))) { Description = "The global IDs of the objects.", ClrType = typeof(string[]) }]),
            Resolve = request => FetchMany(types, context.Ids, request, max),
            Cost = 1,
        };
        query.Fields = new([.. new[] { one, many }.Where(f => query.Fields.Find(f.Name) is null), .. query.Fields]);
    }

    private static async ValueTask<object?> FetchMany(Dictionary<string, ObjectType> types, GlobalIdCodec codec, ResolverContext request, int max)
    {
        var ids = ((IEnumerable<object?>)request.Argument(0)!).Cast<string>().ToList();
        if (ids.Count > max) throw new GraphQLException(new GraphQLError($"'nodes' takes at most {max} ids, but got {ids.Count}.", ErrorCode));
        var found = new object?[ids.Count];
        var batched = new List<int>();
        for (var i = 0; i < ids.Count; i++)
            if (TypeOf(types, codec, ids[i], "ids").NodeResolver!.IsBatched) batched.Add(i);
            // Without a loader it may use a database connection of the request, which does one thing at a time.
            else found[i] = await Fetch(types, codec, request, ids[i], "ids");
        var loading = batched.Select(i => Fetch(types, codec, request, ids[i], "ids").AsTask()).ToList();
        var loaded = await Task.WhenAll(loading);
        for (var i = 0; i < loaded.Length; i++) found[batched[i]] = loaded[i];
        return found;
    }

    private static ValueTask<object?> Fetch(Dictionary<string, ObjectType> types, GlobalIdCodec codec, ResolverContext request, string id, string argument)
    {
        try { return TypeOf(types, codec, id, argument).NodeResolver!.Fetch(request, id); }
        catch (CoercionException e) { throw InputReader.Invalid(argument, e); }
    }

    private static ObjectType TypeOf(Dictionary<string, ObjectType> types, GlobalIdCodec codec, string id, string argument) =>
        codec.TryDecode(id, out var name, out _) && types.TryGetValue(name, out var type)
            ? type
            : throw InputReader.Invalid(argument, new($"ID cannot represent value: {LiteralPrinter.Quote(id)}. It is not the ID of an object that can be fetched."));

    private const string ErrorCode = "INVALID_ARGUMENT";
}
