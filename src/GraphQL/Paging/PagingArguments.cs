namespace Portal.GraphQL.Paging;

/// <summary>What the client asked of a connection.</summary>
/// <param name="First">How many items from the start, or after <paramref name="After"/>.</param>
/// <param name="After">The cursor of the item before the page.</param>
/// <param name="Last">How many items from the end, or before <paramref name="Before"/>.</param>
/// <param name="Before">The cursor of the item after the page.</param>
/// <param name="IncludeTotalCount">Whether the client selected <c>totalCount</c>; only then it is counted.</param>
public sealed record PagingArguments(
    int? First = null, string? After = null, int? Last = null, string? Before = null, bool IncludeTotalCount = false);
