using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.Graph.Domain.Accounts.Navigation;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Content;

namespace Portal.Graph.BackOffice.Accounts.Navigation;

/// <summary>A tile of the home page as it is written.</summary>
public sealed class TileForm
{
    public string? Key { get; set; }
    public Market? Market { get; set; }
    public string? Label { get; set; }
    public string? PageKey { get; set; }
    public List<Permission> Permissions { get; set; } = [];
    public int Position { get; set; } = 500;
    public ContentState State { get; set; }
    public int? Version { get; set; }

    public static TileForm Of(HomeTile tile) => new()
    {
        Key = tile.Key, Market = tile.Market, Label = tile.Label, PageKey = tile.PageKey, Permissions = [.. tile.AnyOf], Position = tile.Position, State = tile.State,
        Version = tile.Version,
    };

    public HomeTileDraft ToDraft() => new(Key ?? "", Market, Label ?? "", PageKey ?? "", Permissions, Position, State);

    /// <summary>The pages of the portal by the name that the menu gives them.</summary>
    public static IEnumerable<SelectListItem> PageChoices => [new("Choose a page", ""), .. NavigationTable.Pages.Select(page => new SelectListItem(page.Label, page.Key))];

    public static IEnumerable<SelectListItem> PermissionChoices => RoleTable.PortalPermissions.Order().Select(p => new SelectListItem(p.Name(), p.ToString()));

    /// <summary>The name of the page, or its key when the portal has no such page any more.</summary>
    public static string PageOf(HomeTile tile) => NavigationTable.PageOf(tile.PageKey)?.Label ?? tile.PageKey;

    /// <summary>Who sees the tile, in a few words.</summary>
    public static string ShownTo(HomeTile tile) =>
        tile.AnyOf.Count > 0 ? string.Join(" or ", tile.AnyOf.Select(p => p.Name()))
        : NavigationTable.PageOf(tile.PageKey) is not { } page ? "nobody: there is no such page"
        : page.AnyOf.Count == 0 ? "everybody" : $"{string.Join(" or ", page.AnyOf.Select(p => p.Name()))} (its page's)";
}
