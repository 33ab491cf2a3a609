namespace Portal.GraphQL.Paging;

/// <summary>One page of a list, as Relay has it. A subclass adds fields to its connection type: what a search found besides the page.</summary>
public class Connection<T> : IConnection
{
    private readonly Func<T, int, string>? _cursorOf;
    private IReadOnlyList<T>? _nodes;
    private IReadOnlyList<Edge<T>>? _edges;

    /// <summary>A page that the resolver cut and gave cursors itself.</summary>
    public Connection(IReadOnlyList<Edge<T>> edges, PageInfo pageInfo, int? totalCount = null) =>
        (_edges, PageInfo, TotalCount) = (edges, pageInfo, totalCount);

    /// <summary>A page whose edges and cursors are made only when they are asked for.</summary>
    /// <param name="cursorOf">The cursor of an item, by the item and its index in the page.</param>
    public Connection(IReadOnlyList<T> nodes, Func<T, int, string> cursorOf, bool hasNextPage, bool hasPreviousPage, int? totalCount = null)
    {
        (_nodes, _cursorOf, TotalCount) = (nodes, cursorOf, totalCount);
        PageInfo = new(hasNextPage, hasPreviousPage,
            () => nodes.Count > 0 ? cursorOf(nodes[0], 0) : null,
            () => nodes.Count > 0 ? cursorOf(nodes[^1], nodes.Count - 1) : null);
    }

    /// <summary>The items of the page with their cursors.</summary>
    public IReadOnlyList<Edge<T>> Edges => _edges ??= [.. _nodes!.Select((node, i) => new Edge<T>(node, i, _cursorOf!))];

    /// <summary>The items of the page.</summary>
    public IReadOnlyList<T> Nodes => _nodes ??= [.. _edges!.Select(e => e.Node)];

    public PageInfo PageInfo { get; }

    /// <summary>How many items there are in all; null unless it was asked for.</summary>
    public int? TotalCount { get; }

    /// <summary>A page that another list cut, to be given more fields by a subclass.</summary>
    protected Connection(Connection<T> page) =>
        (_cursorOf, _nodes, _edges, PageInfo, TotalCount) = (page._cursorOf, page._nodes, page._edges, page.PageInfo, page.TotalCount);

    public static Connection<T> Empty { get; } = new([], PageInfo.Empty, 0);

    Type IConnection.NodeType => typeof(T);
}

/// <summary>A <see cref="Connection{T}"/> whose item type is not known here.</summary>
public interface IConnection
{
    Type NodeType { get; }
}
