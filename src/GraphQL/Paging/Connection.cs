namespace Portal.GraphQL.Paging;

/// <summary>One page of a list, as Relay has it.</summary>
public sealed class Connection<T>(IReadOnlyList<Edge<T>> edges, PageInfo pageInfo, int? totalCount = null) : IConnection
{
    /// <summary>The items of the page with their cursors.</summary>
    public IReadOnlyList<Edge<T>> Edges { get; } = edges;

    /// <summary>The items of the page.</summary>
    public IReadOnlyList<T> Nodes => _nodes ??= [.. Edges.Select(e => e.Node)];

    private IReadOnlyList<T>? _nodes;

    public PageInfo PageInfo { get; } = pageInfo;

    /// <summary>How many items there are in all; null unless it was asked for.</summary>
    public int? TotalCount { get; } = totalCount;

    public static Connection<T> Empty { get; } = new([], PageInfo.Empty, 0);

    Type IConnection.NodeType => typeof(T);
}

/// <summary>A <see cref="Connection{T}"/> whose item type is not known here.</summary>
public interface IConnection
{
    Type NodeType { get; }
}

/// <summary>An item of a page and the cursor that a next page can start from.</summary>
public sealed class Edge<T>(T node, string cursor)
{
    public T Node { get; } = node;
    public string Cursor { get; } = cursor;
}

/// <summary>What lies around a page.</summary>
/// <param name="HasNextPage">Whether items follow the page.</param>
/// <param name="HasPreviousPage">Whether items precede the page.</param>
/// <param name="StartCursor">The cursor of the first item; null when the page is empty.</param>
/// <param name="EndCursor">The cursor of the last item; null when the page is empty.</param>
public sealed record PageInfo(bool HasNextPage, bool HasPreviousPage, string? StartCursor, string? EndCursor)
{
    public static PageInfo Empty { get; } = new(false, false, null, null);
}
