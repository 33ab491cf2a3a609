using Portal.Graph.Domain.Accounts.PublicLinks;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Content;
using Portal.Graph.Schema.Platform;
using Portal.GraphQL.Building;

namespace Portal.Graph.Schema.Accounts.PublicLinks;

[ObjectType<ContentLink>(Fields =
[
    nameof(ContentLink.Version), nameof(ContentLink.Key), nameof(ContentLink.Market), nameof(ContentLink.Group), nameof(ContentLink.Label), nameof(ContentLink.Body),
    nameof(ContentLink.Url), nameof(ContentLink.PageKey), nameof(ContentLink.Position), nameof(ContentLink.From), nameof(ContentLink.To), nameof(ContentLink.State),
])]
public static class ContentLinkType
{
    [ID<ContentLink>]
    public static long GetId([Parent] ContentLink link) => link.Id;
}

[ObjectType<PublicLinkGroup>]
public static class PublicLinkGroupType;

[ObjectType<Banner>]
public static class BannerType;

[QueryType]
public static class PublicLinkQueries
{
    // ACC-06, ACC-08, ACC-20
    /// <summary>The links of the public pages by the place where they stand: menu, help for signing in, overview, tools, portal, education.</summary>
    /// <param name="market">The market chosen before; its own rows take the place of those for all markets.</param>
    public static Task<IReadOnlyList<PublicLinkGroup>> GetPublicLinksAsync(Market? market, ContentLinkReads reads, CancellationToken ct) => reads.GroupsAsync(market, ct);

    // COM-05
    /// <summary>The notice that stands above every page of the market; null when there is none.</summary>
    /// <param name="market">The market chosen before.</param>
    public static Task<Banner?> GetBannerAsync(Market? market, ContentLinkReads reads, CancellationToken ct) => reads.BannerAsync(market, ct);

    /// <summary>A short text that a page shows, such as that about browsers beside the library; null when there is none.</summary>
    /// <param name="key">The note's key, such as <c>note.browsers</c>.</param>
    /// <param name="market">The market chosen before.</param>
    public static async Task<string?> GetPageNoteAsync(string key, Market? market, ContentLinkReads reads, CancellationToken ct) =>
        await reads.FindAsync(key, market, ct) is { Group: LinkGroup.Note } note ? note.Body : null;

    /// <summary>Every row of the public pages, to edit; those of all markets and days, hidden ones too.</summary>
    /// <param name="group">Only rows of this place.</param>
    /// <param name="market">Only rows of this market.</param>
    [RequiresPermission(Permission.StaffContentEdit)]
    public static Task<IReadOnlyList<ContentLink>> GetContentLinksAsync(LinkGroup? group, Market? market, ContentLinkReads reads, CancellationToken ct) =>
        reads.AllAsync(group, market, ct);
}

[MutationType, ClosedForMaintenance, RequiresPermission(Permission.StaffContentEdit)]
public static class PublicLinkMutations
{
    // ACC-20
    /// <summary>Writes a row of the public pages, or a row anew.</summary>
    /// <param name="id">The row to write anew; key and market stay as they are. A new row when left out.</param>
    /// <param name="version">The version of that row that you read.</param>
    /// <param name="key">Fixed key, such as <c>tools.forms</c>.</param>
    /// <param name="market">For one market; for all when left out.</param>
    /// <param name="group">Where it stands.</param>
    /// <param name="label">What to show, at most 120 characters.</param>
    /// <param name="body">The text of a banner or note, at most 1,000 characters.</param>
    /// <param name="url">The address that it leads to: https, tel or mailto.</param>
    /// <param name="pageKey">The key of the portal's page that it leads to, instead of an address.</param>
    /// <param name="position">Its place in the group; lower stands first.</param>
    /// <param name="from">First day on which it is shown; always when left out.</param>
    /// <param name="to">Last day on which it is shown; always when left out.</param>
    /// <param name="state">Whether readers see it.</param>
    [Error<ContentUnsafeMarkup>, Error<ContentKeyTaken>, Error<DateRangeReversed>]
    public static Task<Outcome<ContentLink>> SaveContentLinkAsync(
        [ID<ContentLink>] long? id, int? version, string key, Market? market, LinkGroup group, string label, string? body, string? url, string? pageKey,
        int position, DateOnly? from, DateOnly? to, ContentState state, ContentLinkDesk desk, CancellationToken ct) =>
        desk.SaveAsync(id, version, new(key, market, group, label, body, url, pageKey, position, from, to, state), ct);
}
