using Microsoft.AspNetCore.Http;
using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Accounts.Impersonation;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Schema.Platform;
using Portal.GraphQL.Building;

namespace Portal.Graph.Schema.Accounts.Impersonation;

// ACC-14
[MutationType]
public static class ImpersonationMutations
{
    /// <summary>
    /// Lets you see the portal as a provider's user does, for 30 minutes and one user at a time. Every change is refused unless the policy
    /// table says otherwise; everything is recorded with both identities, and the user is told by mail.
    /// </summary>
    /// <param name="userId">A user of a provider's.</param>
    /// <param name="ticket">Number of the support ticket.</param>
    /// <param name="reason">Why, in 10 to 500 characters.</param>
    /// <param name="market">One of the user's markets; the one the user was in last when left out.</param>
    [ClosedForMaintenance, RequiresPermission(Permission.StaffImpersonate), PayloadField("session")]
    [Error<ImpersonationReasonRequired>, Error<ImpersonationNotAllowed>, Error<MarketNotEnrolled>]
    public static Task<Outcome<StartedImpersonation>> StartImpersonationAsync(
        [ID<User>] long userId, string ticket, string reason, Market? market, ImpersonationDesk desk, IHttpContextAccessor http, CancellationToken ct) =>
        desk.StartAsync(userId, ticket, reason, market, http.Source(), ct);

    /// <summary>Ends your impersonation, from within it or from your own session. IMPERSONATION_EXPIRED when none runs.</summary>
    [OpenBeforeTerms, PayloadField("ended")]
    public static Task<Outcome<bool>> EndImpersonationAsync(ImpersonationDesk desk, CancellationToken ct) => desk.EndAsync(ct);
}

[ObjectType<StartedImpersonation>]
public static class StartedImpersonationType;

[ObjectType<ImpersonationBanner>]
public static class ImpersonationBannerType;
