using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Content;

namespace Portal.Graph.Domain.Accounts.PublicLinks;

/// <summary>Where a link stands on the public pages.</summary>
public enum LinkGroup
{
    /// <summary>The entrances of the sign-in page.</summary>
    Login,

    /// <summary>Step-by-step help beside the sign-in form.</summary>
    Help,

    /// <summary>The menu at the top of every public page.</summary>
    TopMenu,

    /// <summary>The overview for providers.</summary>
    Overview,

    /// <summary>Tools and resources.</summary>
    Tools,

    /// <summary>What the portal offers after signing in.</summary>
    Portal,

    /// <summary>Education.</summary>
    Education,

    /// <summary>Ways on for those who are in the wrong place.</summary>
    More,

    /// <summary>Banners of a market; text with a link to more information.</summary>
    Banner,

    /// <summary>Notes that pages show as text.</summary>
    Note,
}

/// <summary>What staff write of a link.</summary>
public sealed record ContentLinkDraft(
    string Key, Market? Market, LinkGroup Group, string Label, string? Body, string? Url, string? PageKey, int Position, DateOnly? From, DateOnly? To, ContentState State);

// ACC-08, ACC-20: content rows per market.
/// <summary>A link or a short text of the public pages, for one market or for all.</summary>
public sealed class ContentLink : IContent<ContentLink, ContentLinkDraft>, IMarketRow
{
    public const int KeyLength = 80, LabelLength = 120, BodyLength = 1000, PageKeyLength = 60;

    private ContentLink() { }

    public long Id { get; private set; }
    public int Version { get; private set; }

    /// <summary>Fixed key, such as <c>tools.forms</c>; a market's row takes the place of the one for all markets.</summary>
    public string Key { get; private set; } = "";

    /// <summary>The market that it is for; null for all.</summary>
    public Market? Market { get; private set; }

    /// <summary>Where it stands.</summary>
    public LinkGroup Group { get; private set; }

    /// <summary>What to show.</summary>
    public string Label { get; private set; } = "";

    /// <summary>The text of a banner or a note; null for a mere link.</summary>
    public string? Body { get; private set; }

    /// <summary>The address that it leads to; null when it leads to a page of the portal.</summary>
    public string? Url { get; private set; }

    /// <summary>Fixed key of the portal's page that it leads to, after signing in; null when it leads elsewhere.</summary>
    public string? PageKey { get; private set; }

    /// <summary>Its place in the group; lower stands first.</summary>
    public int Position { get; private set; }

    /// <summary>First day on which it is shown; null for always.</summary>
    public DateOnly? From { get; private set; }

    /// <summary>Last day on which it is shown; null for always.</summary>
    public DateOnly? To { get; private set; }

    /// <summary>Whether readers see it.</summary>
    public ContentState State { get; private set; }

    public static ContentLink Of(ContentLinkDraft draft)
    {
        var link = new ContentLink { Key = draft.Key.Trim(), Market = draft.Market };
        link.Write(draft);
        return link;
    }

    /// <summary>Writes everything but key and market, by which others find it.</summary>
    public void Write(ContentLinkDraft draft)
    {
        (Group, Label, Body) = (draft.Group, draft.Label.Trim(), ContentPolicy.Trimmed(draft.Body));
        (Url, PageKey, Position) = (ContentPolicy.Trimmed(draft.Url), ContentPolicy.Trimmed(draft.PageKey), draft.Position);
        (From, To, State) = (draft.From, draft.To, draft.State);
    }

    public bool IsInForce(DateOnly today) => (From is null || From <= today) && (To is null || today <= To);
}
