using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Content;

namespace Portal.Graph.Domain.Accounts.Navigation;

/// <summary>What staff write of a tile.</summary>
public sealed record HomeTileDraft(string Key, Market? Market, string Label, string PageKey, IReadOnlyList<Permission> AnyOf, int Position, ContentState State);

// ACC-09: tiles are content rows with a target page key.
/// <summary>A tile of the home page, for one market or for all.</summary>
public sealed class HomeTile : IContent<HomeTile, HomeTileDraft>, IMarketRow
{
    public const int KeyLength = 60, LabelLength = 80, PageKeyLength = 60;

    private HomeTile() { }

    public long Id { get; private set; }
    public int Version { get; private set; }

    /// <summary>Fixed key, such as <c>eligibility</c>; a market's tile takes the place of the one for all markets.</summary>
    public string Key { get; private set; } = "";

    /// <summary>The market that it is for; null for all.</summary>
    public Market? Market { get; private set; }

    /// <summary>What to show.</summary>
    public string Label { get; private set; } = "";

    /// <summary>The fixed key of the page that it opens.</summary>
    public string PageKey { get; private set; } = "";

    // Dotted names in the API.
    public IReadOnlyList<Permission> AnyOf { get; private set; } = [];

    /// <summary>Its place on the home page; lower stands first.</summary>
    public int Position { get; private set; }

    /// <summary>Whether users see it.</summary>
    public ContentState State { get; private set; }

    public static HomeTile Of(HomeTileDraft draft)
    {
        var tile = new HomeTile { Key = draft.Key.Trim(), Market = draft.Market };
        tile.Write(draft);
        return tile;
    }

    /// <summary>Writes everything but key and market, by which a market's tile finds the one whose place it takes.</summary>
    public void Write(HomeTileDraft draft) => (Label, PageKey, AnyOf, Position, State) =
        (draft.Label.Trim(), draft.PageKey.Trim(), [.. draft.AnyOf.Distinct().Order()], draft.Position, draft.State);
}
