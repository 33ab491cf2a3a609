using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts.Impersonation;
using Portal.Graph.Domain.Accounts.Terms;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Availability;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Navigation;

/// <summary>The signed-in user with everything a front end needs to draw its frame.</summary>
/// <param name="User">Who is signed in.</param>
/// <param name="Accounts">The provider accounts open in the session's market, the default one first.</param>
/// <param name="DefaultAccount">The account that new records belong to; null when it is not open in the session's market.</param>
/// <param name="Market">The session's market; null for staff, who work in all.</param>
/// <param name="Permissions">Dotted names, such as <c>claims.read</c>, in the catalogue's order.</param>
/// <param name="Menu">The left-hand menu, cut to what the user may use.</param>
/// <param name="Tiles">The tiles of the home page, cut to what the user may use.</param>
/// <param name="TermsDue">The terms to accept with <c>acceptTerms</c> before anything else; null when they are accepted.</param>
/// <param name="Maintenance">The banner of planned maintenance; null when none is near.</param>
/// <param name="Impersonation">The banner to show while a member of staff looks on as this user; null when the user is there.</param>
public sealed record Viewer(
    User User, IReadOnlyList<ProviderAccount> Accounts, ProviderAccount? DefaultAccount, Market? Market, IReadOnlyList<string> Permissions,
    IReadOnlyList<MenuGroup> Menu, IReadOnlyList<Tile> Tiles, TermsVersion? TermsDue, MaintenanceNotice? Maintenance, ImpersonationBanner? Impersonation);

public sealed class ViewerReads(PortalDb db, AccountReads accounts, TermsReads terms, MaintenanceWindow maintenance, ImpersonationReads impersonations, HomeTileReads tiles, ActorScope scope)
{
    /// <summary>Null for nobody.</summary>
    public async Task<Viewer?> FindAsync(CancellationToken ct)
    {
        var actor = scope.Actor;
        if (actor.UserId is not { } id) return null;
        var user = await db.Set<User>().AsNoTracking().SingleOrDefaultAsync(u => u.Id == id, ct);
        if (user is null) return null;
        var linked = await accounts.LinkedAsync(ct);
        return new(user, linked, linked.FirstOrDefault(a => a.Id == actor.DefaultAccountId), actor.Market,
            [.. actor.Permissions.Order().Select(p => p.Name())], NavigationTable.MenuOf(actor), await tiles.ShownAsync(ct),
            actor.TermsDue is null ? null : await terms.CurrentAsync(ct), maintenance.Notice(), await impersonations.BannerAsync(ct));
    }
}
