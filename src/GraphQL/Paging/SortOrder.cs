using System.Collections.Concurrent;
using System.Linq.Expressions;

namespace Portal.GraphQL.Paging;

/// <summary>The order of a query, read from its expression tree.</summary>
internal sealed class SortOrder<T>
{
    private const int CacheSize = 1000;
    private static readonly ConcurrentDictionary<string, SortOrder<T>> Cache = new(StringComparer.Ordinal);

    private readonly Func<T, object?>[] _values;

    private SortOrder(string name, IReadOnlyList<SortKey> keys, bool shared)
    {
        Name = name;
        Keys = keys;
        _values = [.. keys.Select(k => Compile(k.Selector, shared))];
    }

    /// <summary>Tells orders apart; cursors are tied to it.</summary>
    public string Name { get; }
    public IReadOnlyList<SortKey> Keys { get; }

    public IEnumerable<string?> TextsOf(T item)
    {
        foreach (var value in _values)
            yield return CursorValue.ToText(value(item));
    }

    public object?[] Parse(string?[] texts) => [.. texts.Select((text, i) => CursorValue.Parse(text, Keys[i].Type))];

    public static bool IsOrdered(IQueryable<T> query) => query.Expression is MethodCallExpression call && call.Type.IsAssignableTo(typeof(IOrderedQueryable<T>));

    public static SortOrder<T> Of(IQueryable<T> query)
    {
        var calls = new List<(LambdaExpression Selector, bool Descending)>();
        for (var at = query.Expression; at is MethodCallExpression call && call.Arguments.Count > 0; at = call.Arguments[0])
        {
            var (key, descending) = (call.Method.Name, call.Method.Name.EndsWith("Descending", StringComparison.Ordinal));
            if (key is nameof(Queryable.OrderBy) or nameof(Queryable.OrderByDescending) or nameof(Queryable.ThenBy) or nameof(Queryable.ThenByDescending))
            {
                calls.Insert(0, ((LambdaExpression)((UnaryExpression)call.Arguments[1]).Operand, descending));
                if (key is nameof(Queryable.OrderBy) or nameof(Queryable.OrderByDescending))
                    break;
            }
            else if (key is nameof(Queryable.Skip) or nameof(Queryable.Take))
                throw new InvalidOperationException($"A query that is paged must not have {key} of its own.");
        }
        if (calls.Count == 0 || calls[0].Selector.Parameters[0].Type != typeof(T))
            throw new InvalidOperationException($"A query of {typeof(T)} that is paged must end in OrderBy over {typeof(T)}, its last key unique.");

        var name = typeof(T).Name + string.Concat(calls.Select(c => (c.Descending ? "|-" : "|+") + KeyName.Of(c.Selector)));
        if (Cache.TryGetValue(name, out var known))
            return known;
        var shared = calls.All(c => !KeyName.HasValues(c.Selector)) && Cache.Count < CacheSize;
        var order = new SortOrder<T>(name, [.. calls.Select(c => new SortKey(c.Selector, c.Descending))], shared);
        return shared ? Cache.GetOrAdd(name, order) : order;
    }

    private static Func<T, object?> Compile(LambdaExpression selector, bool shared) =>
        Expression.Lambda<Func<T, object?>>(Expression.Convert(selector.Body, typeof(object)), selector.Parameters)
            .Compile(preferInterpretation: !shared);
}
