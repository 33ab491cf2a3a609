using System.Linq.Expressions;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Paging;

/// <summary>
/// Cuts pages out of ordered queries by their keys (keyset pagination): a page costs the same wherever it lies, and
/// items inserted meanwhile neither repeat nor hide others. Refuses bad arguments with <see cref="Execution.GraphQLException"/>.
/// </summary>
public sealed class Pager(CursorCodec cursors, IQueryExecutor executor)
{
    private const string IndexOrder = "index";

    public Task<Connection<T>> PageAsync<T>(
        IQueryable<T> query, PagingArguments arguments, PagingBounds bounds, CancellationToken cancellationToken = default) =>
        PageAsync(new PagedQuery<T>(query), arguments, bounds, cancellationToken);

    /// <summary>Reads the page and one item more, which tells whether others follow.</summary>
    public async Task<Connection<T>> PageAsync<T>(
        PagedQuery<T> paged, PagingArguments arguments, PagingBounds bounds, CancellationToken cancellationToken = default)
    {
        var window = PageWindow.Of(arguments, bounds);
        var order = SortOrder<T>.Of(paged.Query);
        var predicate = new KeysetPredicate<T>(order.Keys, executor.NullsFirst);
        var query = window.Backward ? Reverse(paged.Query, order) : paged.Query;
        if (arguments.After is { } after)
            query = query.Where(predicate.Beyond(Read(order, after, "after"), backward: false));
        if (arguments.Before is { } before)
            query = query.Where(predicate.Beyond(Read(order, before, "before"), backward: true));

        var items = paged.First is { } first && !window.Backward && arguments is { After: null, Before: null }
            ? await first(window.Size + 1, cancellationToken)
            : await executor.ToListAsync(query.Take(window.Size + 1), cancellationToken);
        var more = items.Count > window.Size;
        if (more)
            items.RemoveAt(window.Size);
        if (window.Backward)
            items.Reverse();
        var whole = !more && arguments is { After: null, Before: null };
        int? total = !(arguments.IncludeTotalCount && bounds.IncludeTotalCount) ? null
            : whole ? items.Count
            : await executor.CountAsync(paged.Query, cancellationToken);
        paged.OnPage?.Invoke(items);
        return new Connection<T>(items, (item, _) => cursors.Encode(order.Name, order.TextsOf(item)),
            hasNextPage: window.Backward ? arguments.Before is not null : more,
            hasPreviousPage: window.Backward ? more : arguments.After is not null,
            total);
    }

    /// <summary>Cuts a page out of a list that is in memory; cursors are places in it.</summary>
    public Connection<T> Page<T>(IEnumerable<T> sequence, PagingArguments arguments, PagingBounds bounds)
    {
        var window = PageWindow.Of(arguments, bounds);
        var items = sequence as IReadOnlyList<T> ?? [.. sequence];
        var from = arguments.After is { } after ? Math.Min(ReadIndex(after, "after") + 1, items.Count) : 0;
        var to = arguments.Before is { } before ? Math.Min(ReadIndex(before, "before"), items.Count) : items.Count;
        var size = Math.Min(window.Size, Math.Max(0, to - from));
        var start = window.Backward ? Math.Max(from, to - size) : from;
        return new Connection<T>([.. items.Skip(start).Take(size)],
            (_, index) => cursors.Encode(IndexOrder, [CursorValue.ToText(start + index)]),
            hasNextPage: start + size < items.Count, hasPreviousPage: start > 0,
            arguments.IncludeTotalCount && bounds.IncludeTotalCount ? items.Count : null);
    }

    private object?[] Read<T>(SortOrder<T> order, string cursor, string argument) =>
        order.Parse(cursors.Decode(order.Name, cursor) ?? throw PagingErrors.Cursor(argument));

    private int ReadIndex(string cursor, string argument) =>
        (int)CursorValue.Parse((cursors.Decode(IndexOrder, cursor) ?? throw PagingErrors.Cursor(argument))[0], typeof(int))!;

    private static IQueryable<T> Reverse<T>(IQueryable<T> query, SortOrder<T> order)
    {
        var expression = query.Expression;
        for (var i = 0; i < order.Keys.Count; i++)
        {
            var key = order.Keys[i];
            var method = (i == 0 ? "OrderBy" : "ThenBy") + (key.Descending ? "" : "Descending");
            expression = Expression.Call(typeof(Queryable), method, [typeof(T), key.Type], expression, Expression.Quote(key.Selector));
        }
        return query.Provider.CreateQuery<T>(expression);
    }
}
