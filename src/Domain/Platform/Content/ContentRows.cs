namespace Portal.Graph.Domain.Platform.Content;

/// <summary>A row of that key and market exists already.</summary>
/// <param name="Key">The key.</param>
public sealed record ContentKeyTaken(string Key) : Refusal($"There is a row {Key} for this market already. Edit that one.");

/// <summary>A row of content by its key, for one market or for all.</summary>
public interface IMarketRow
{
    string Key { get; }
    Market? Market { get; }
    ContentState State { get; }
    int Position { get; }
}

public static class ContentRows
{
    /// <summary>Of each key the market's own row, else that for all markets, in their order; hidden ones leave a gap.</summary>
    public static IEnumerable<T> ShownIn<T>(this IEnumerable<T> rows, Market? market) where T : IMarketRow =>
        rows.Where(row => row.Market is null || row.Market == market)
            .GroupBy(row => row.Key).Select(same => same.MaxBy(row => row.Market is null ? 0 : 1)!)
            .Where(row => row.State is ContentState.Published)
            .OrderBy(row => row.Position).ThenBy(row => row.Key, StringComparer.Ordinal);
}
