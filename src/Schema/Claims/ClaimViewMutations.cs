using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Claims;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Schema.Platform;
using Portal.GraphQL.Building;

namespace Portal.Graph.Schema.Claims;

[MutationType, RequiresPermission(Permission.ClaimsRead), ClosedForMaintenance]
public static class ClaimViewMutations
{
    // CLM-18
    /// <summary>Chooses how the lines of a claim are shown to you, as a list or as a table; the choice is remembered.</summary>
    /// <param name="view">The layout from now on.</param>
    public static Task<Outcome<User>> SetClaimDetailViewAsync(ClaimDetailView view, ClaimViewDesk desk, CancellationToken ct) =>
        desk.SetDetailViewAsync(view, ct);
}
