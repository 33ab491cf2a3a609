using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Content;
using Portal.Graph.Domain.Platform.Storage;
using static Portal.Graph.Domain.Platform.Access.Permission;

namespace Portal.Graph.Domain.Accounts.Navigation;

/// <summary>The tiles that the catalogue names. Those that people wrote stay as they are; one that is not wanted is hidden.</summary>
internal static class HomeTileSeed
{
    // ACC-09: in the catalogue's order.
    private static readonly (string Key, string Label, string PageKey, Permission[] AnyOf)[] Tiles =
    [
        ("eligibility", "Check member eligibility", "members.eligibility", [EligibilityRead]),
        ("claims", "Search claims", "claims.information", [ClaimsRead]),
        ("reports", "Run member reports", "reports.membership", [ReportsMembership, ReportsRegistry]),
        ("priorAuth", "Submit prior authorizations", "providers.priorAuth", [AuthSubmit]),
        ("documents", "Access documents", "providers.documents", [DocumentsRead]),
        ("clinicalServices", "Pharmacy, radiology and dental information", "members.eligibility", [MemberClinicalRead]),
        ("assessments", "Assessments and progress notes", "assessments", [MemberClinicalRead]),
        ("roster", "Submit provider-roster updates", "providers.maintenance", [MaintenanceSubmit]),
    ];

    public static async Task AddMissingAsync(PortalDb db, CancellationToken ct)
    {
        var known = (await db.Set<HomeTile>().Where(t => t.Market == null).Select(t => t.Key).ToListAsync(ct)).ToHashSet();
        db.AddRange(All.Where(draft => !known.Contains(draft.Key)).Select(HomeTile.Of));
    }

    internal static IEnumerable<HomeTileDraft> All =>
        Tiles.Select((tile, i) => new HomeTileDraft(tile.Key, null, tile.Label, tile.PageKey, tile.AnyOf, (i + 1) * 10, ContentState.Published));
}
