namespace Portal.GraphQL.Paging;

/// <summary>What lies around a page.</summary>
public sealed class PageInfo
{
    private readonly Func<string?>? _makeStart, _makeEnd;
    private string? _start, _end;

    public PageInfo(bool hasNextPage, bool hasPreviousPage, string? startCursor, string? endCursor) =>
        (HasNextPage, HasPreviousPage, _start, _end) = (hasNextPage, hasPreviousPage, startCursor, endCursor);

    internal PageInfo(bool hasNextPage, bool hasPreviousPage, Func<string?> startCursor, Func<string?> endCursor) =>
        (HasNextPage, HasPreviousPage, _makeStart, _makeEnd) = (hasNextPage, hasPreviousPage, startCursor, endCursor);

    /// <summary>Whether items follow the page.</summary>
    public bool HasNextPage { get; }

    /// <summary>Whether items precede the page.</summary>
    public bool HasPreviousPage { get; }

    /// <summary>The cursor of the first item; null when the page is empty.</summary>
    public string? StartCursor => _start ??= _makeStart?.Invoke();

    /// <summary>The cursor of the last item; null when the page is empty.</summary>
    public string? EndCursor => _end ??= _makeEnd?.Invoke();

    public static PageInfo Empty { get; } = new(false, false, (string?)null, null);
}
