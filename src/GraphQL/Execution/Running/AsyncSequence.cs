using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;

namespace Portal.GraphQL.Execution.Running;

/// <summary>Reads asynchronous sequences (streams, database queries) whose item type is known only at run time.</summary>
internal static class AsyncSequence
{
    private static readonly ConcurrentDictionary<Type, Func<object, CancellationToken, ValueTask<object?>>?> Readers = new();
    private static readonly MethodInfo ReadMethod = typeof(AsyncSequence).GetMethod(nameof(ReadAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>What reads the value into a list; null when it is no asynchronous sequence.</summary>
    public static Func<object, CancellationToken, ValueTask<object?>>? ReaderOf(object value) =>
        value is IList ? null : Readers.GetOrAdd(value.GetType(), MakeReader);

    private static Func<object, CancellationToken, ValueTask<object?>>? MakeReader(Type type)
    {
        var sequence = type.GetInterfaces().FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>));
        return sequence is null ? null
            : ReadMethod.MakeGenericMethod(sequence.GetGenericArguments()).CreateDelegate<Func<object, CancellationToken, ValueTask<object?>>>();
    }

    private static async ValueTask<object?> ReadAsync<T>(object sequence, CancellationToken cancellationToken)
    {
        var items = new List<T>();
        await foreach (var item in ((IAsyncEnumerable<T>)sequence).WithCancellation(cancellationToken))
            items.Add(item);
        return items;
    }
}
