using Portal.GraphQL.Types;

namespace Portal.GraphQL.Paging;

/// <summary>Settings of all connections.</summary>
public sealed class PagingOptions
{
    public int DefaultPageSize { get; set; } = 25;
    public int MaxPageSize { get; set; } = 200;

    /// <summary>Signs cursors; the same on all servers, 32 bytes or more. Without one, cursors end with the process.</summary>
    public byte[]? CursorKey { get; set; }

    /// <summary>The bounds of a connection that says nothing, or only a part, of its own.</summary>
    public PagingBounds BoundsOf(int defaultPageSize = 0, int maxPageSize = 0, bool includeTotalCount = true)
    {
        var max = maxPageSize > 0 ? maxPageSize : MaxPageSize;
        return new(Math.Min(defaultPageSize > 0 ? defaultPageSize : DefaultPageSize, max), max, includeTotalCount);
    }
}
