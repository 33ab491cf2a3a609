namespace Portal.GraphQL.Paging;

/// <summary>An item of a page and the cursor that a next page can start from.</summary>
public sealed class Edge<T>
{
    private readonly int _index;
    private readonly Func<T, int, string>? _cursorOf;
    private string? _cursor;

    public Edge(T node, string cursor) => (Node, _cursor) = (node, cursor);

    internal Edge(T node, int index, Func<T, int, string> cursorOf) => (Node, _index, _cursorOf) = (node, index, cursorOf);

    /// <summary>The item.</summary>
    public T Node { get; }

    /// <summary>Names the place of the item in the order of the list, for <c>after</c> and <c>before</c>.</summary>
    public string Cursor => _cursor ??= _cursorOf!(Node, _index);
}
