using System.Text.RegularExpressions;
using Portal.Graph.Domain.Accounts.Team;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Content;

namespace Portal.Graph.Domain.Accounts.Navigation;

/// <summary>ACC-09: what a tile must hold, and which tiles a user sees.</summary>
public static partial class HomeTilePolicy
{
    public static List<Refusal> Faults(HomeTileDraft draft)
    {
        List<Refusal> faults = [];
        if (string.IsNullOrWhiteSpace(draft.Key)) faults.Add(new RequiredFieldMissing("Key") { Path = ["key"] });
        else if (!KeyForm().IsMatch(draft.Key.Trim()) || draft.Key.Trim().Length > HomeTile.KeyLength)
            faults.Add(new InvalidFormat("Key", $"letters and digits, at most {HomeTile.KeyLength}", "eligibility") { Path = ["key"] });
        faults.AddRange(ContentPolicy.Text("Title", "label", draft.Label, HomeTile.LabelLength));
        if (string.IsNullOrWhiteSpace(draft.PageKey)) faults.Add(new RequiredFieldMissing("Page") { Path = ["pageKey"] });
        else if (NavigationTable.PageOf(draft.PageKey.Trim()) is null) faults.Add(new InvalidFormat("Page", "the key of a page of the portal", "members.eligibility") { Path = ["pageKey"] });
        // Staff have no home page in the portal: a tile for their permissions would be nobody's.
        if (draft.AnyOf.Except(RoleTable.PortalPermissions).Select(p => p.Name()).ToList() is { Count: > 0 } others)
            faults.Add(new PermissionNotAvailable(others) { Path = ["permissions"] });
        return faults;
    }

    /// <summary>The tiles of the market that the actor may use, in their order. A tile without permissions of its own has those of its page.</summary>
    public static IReadOnlyList<Tile> Shown(IEnumerable<HomeTile> tiles, Market? market, Actor actor) =>
    [
        .. tiles.ShownIn(market).Where(tile => NavigationTable.PageOf(tile.PageKey) is { } page && NavigationTable.IsFor(actor, tile.AnyOf.Count > 0 ? tile.AnyOf : page.AnyOf))
            .Select(tile => new Tile(tile.Key, tile.Label, tile.PageKey)),
    ];

    [GeneratedRegex("^[A-Za-z0-9]+$")]
    private static partial Regex KeyForm();
}
