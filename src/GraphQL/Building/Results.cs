using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Paging;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Building;

/// <summary>What is done with the results of resolvers before they are completed.</summary>
internal static class Results
{
    /// <summary>Whether a value is a query or stream that must be read before it is a list.</summary>
    public static bool IsRead(Type value) => StreamElement(value, typeof(IQueryable<>)) is not null || StreamElement(value, typeof(IAsyncEnumerable<>)) is not null;

    /// <summary>Reads queries and streams, and converts leaf values to what their scalar writes; null when values go out as they are.</summary>
    public static Finish? Values(ResolverMember resolver, NamedType named, GlobalIdType? idType)
    {
        var read = StreamElement(resolver.Value, typeof(IQueryable<>)) is { } row ? Generic(nameof(ReadQuery), row)
            : StreamElement(resolver.Value, typeof(IAsyncEnumerable<>)) is { } item ? Generic(nameof(ReadStream), item)
            : null;
        if (LeafLists.Converter(resolver.Shape, named, idType) is not { } convert) return read;
        if (read is null) return (_, value) => new(convert(value));
        return async (context, value) => convert(await read(context, value));
    }

    /// <summary>Outside of mutations errors of a result type fail the field.</summary>
    public static Finish? Finish(ResolverMember resolver, Finish? values)
    {
        if (resolver.Adapter is not { } adapter) return values;
        return (context, result) =>
        {
            if (result is null) return new((object?)null);
            if (adapter.Errors(result) is { Count: > 0 } errors)
            {
                var mapper = context.Services.GetService<IErrorMapper>() ?? throw new InvalidOperationException(
                    $"{BuildContext.Describe(resolver.Member)} refused with {errors[0].GetType().Name}, but no {nameof(IErrorMapper)} is registered.");
                throw new GraphQLException([.. errors.Select(mapper.ToGraphQLError)]);
            }
            var value = adapter.Value(result);
            return values is null ? new(value) : values(context, value);
        };
    }

    private static Type? StreamElement(Type type, Type stream) =>
        type.GetInterfaces().Append(type).FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == stream)?.GetGenericArguments()[0];

    private static Finish Generic(string method, Type type) =>
        typeof(Results).GetMethod(method, BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(type).CreateDelegate<Finish>();

    private static async ValueTask<object?> ReadQuery<T>(ResolverContext context, object? value) => value is IQueryable<T> query
        ? await context.Services.GetRequiredService<IQueryExecutor>().ToListAsync(query, context.CancellationToken)
        : null;

    private static async ValueTask<object?> ReadStream<T>(ResolverContext context, object? value)
    {
        if (value is not IAsyncEnumerable<T> stream) return null;
        var items = new List<T>();
        await foreach (var item in stream.WithCancellation(context.CancellationToken)) items.Add(item);
        return items;
    }
}
