using Portal.Graph.Domain.Accounts.Navigation;
using Portal.Graph.Domain.Accounts.Team;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Content;
using Portal.Graph.Schema.Platform;
using Portal.GraphQL.Building;

namespace Portal.Graph.Schema.Accounts.Navigation;

[ObjectType<HomeTile>(Fields =
[
    nameof(HomeTile.Version), nameof(HomeTile.Key), nameof(HomeTile.Market), nameof(HomeTile.Label), nameof(HomeTile.PageKey), nameof(HomeTile.Position), nameof(HomeTile.State),
])]
public static class HomeTileType
{
    [ID<HomeTile>]
    public static long GetId([Parent] HomeTile tile) => tile.Id;

    /// <summary>Dotted names: the tile shows to who has one of them. Empty: to who may open its page.</summary>
    public static IReadOnlyList<string> GetPermissions([Parent] HomeTile tile) => [.. tile.AnyOf.Select(p => p.Name())];
}

[QueryType]
public static class HomeTileQueries
{
    // ACC-09
    /// <summary>Every tile of the home page, to edit, hidden ones too. What a user sees of them is `viewer.tiles`.</summary>
    /// <param name="market">Only those of this market and those for all.</param>
    [RequiresPermission(Permission.StaffContentEdit)]
    public static Task<IReadOnlyList<HomeTile>> GetHomeTilesAsync(Market? market, HomeTileReads reads, CancellationToken ct) => reads.AllAsync(market, ct);
}

[MutationType, ClosedForMaintenance, RequiresPermission(Permission.StaffContentEdit)]
public static class HomeTileMutations
{
    // ACC-09
    /// <summary>Writes a tile of the home page, or a tile anew.</summary>
    /// <param name="id">The tile to write anew; key and market stay as they are. A new tile when left out.</param>
    /// <param name="version">The version of that tile that you read.</param>
    /// <param name="key">Fixed key, such as <c>eligibility</c>; a market's tile takes the place of the one for all markets.</param>
    /// <param name="market">For one market; for all when left out.</param>
    /// <param name="label">What to show, at most 80 characters.</param>
    /// <param name="pageKey">The key of the portal's page that it opens, such as <c>members.eligibility</c>.</param>
    /// <param name="permissions">Dotted names, such as <c>claims.read</c>: the tile shows to who has one of them. Empty: to who may open its page.</param>
    /// <param name="position">Its place on the home page; lower stands first.</param>
    /// <param name="state">Whether users see it.</param>
    [Error<ContentUnsafeMarkup>, Error<ContentKeyTaken>, Error<PermissionNotAvailable>]
    public static async Task<Outcome<HomeTile>> SaveHomeTileAsync(
        [ID<HomeTile>] long? id, int? version, string key, Market? market, string label, string pageKey, IReadOnlyList<string> permissions, int position,
        ContentState state, HomeTileDesk desk, CancellationToken ct)
    {
        var read = TeamPolicy.Read(permissions);
        return read.Succeeded ? await desk.SaveAsync(id, version, new(key, market, label, pageKey, [.. read.Value], position, state), ct) : Outcome<HomeTile>.Refused(read.Refusals);
    }
}
