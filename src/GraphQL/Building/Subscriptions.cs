using System.Reflection;
using System.Runtime.CompilerServices;
using Portal.GraphQL.Execution.Subscriptions;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Building;

/// <summary>Subscription fields: the method gives the stream, each event is the value of the field.</summary>
internal static class Subscriptions
{
    public static OutputField? Make(ResolverMember resolver, FieldOwner owner, BuildContext context)
    {
        var place = BuildContext.Describe(resolver.Member);
        if (!resolver.Value.IsGenericType || resolver.Value.GetGenericTypeDefinition() != typeof(IAsyncEnumerable<>))
        {
            context.Problems.Add($"{place}: a subscription returns IAsyncEnumerable<T>, not {resolver.Value.Name}.");
            return null;
        }
        var shape = resolver.Shape.Element!;
        if (context.OutputReference(shape, resolver.Id is not null, place) is not { } type) return null;
        var call = new ResolverCall(resolver, owner, context);
        if (call.Bind() is not { } value) return null;
        var field = context.Fields.Describe(new(Naming.Field(resolver.Member), type), resolver.Member, owner);
        field.Arguments = call.Arguments;
        var open = ResolverCompiler.Compile(value, call.Request, Results.Finish(resolver, null));
        var box = typeof(Subscriptions).GetMethod(nameof(Box), BindingFlags.Static | BindingFlags.NonPublic)!
            .MakeGenericMethod(resolver.Value.GetGenericArguments()[0]).CreateDelegate<Func<object, CancellationToken, IAsyncEnumerable<object?>>>();
        field.Subscribe = async request => box((await open(request))!, request.CancellationToken);
        var convert = LeafLists.Converter(shape, type.Named, context.Fields.IdType(resolver.Id, owner, false));
        field.Resolve = request =>
        {
            var item = SourceEvent.FromRoot(request.Parent);
            return new(convert is null ? item : convert(item));
        };
        return field;
    }

    private static async IAsyncEnumerable<object?> Box<T>(object stream, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var item in ((IAsyncEnumerable<T>)stream).WithCancellation(cancellation)) yield return item;
    }
}
