using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;

namespace Portal.Graph.Domain.Claims;

/// <summary>The market and the accounts, of which one is a claim's billing or rendering provider.</summary>
internal sealed record ClaimOwner(Market Market, long[] AccountIds);

/// <summary>CLM-21: who may read which claims.</summary>
internal static class ClaimScope
{
    private static readonly Permission[] StaffReaders =
        [Permission.StaffClaimsRead, Permission.StaffClaimsDecide, Permission.SystemIntegrate];

    /// <summary>
    /// A portal user sees claims whose billing or rendering provider is one of the own accounts in the session's market; claims
    /// staff and the system see all; nobody else sees any.
    /// </summary>
    public static IQueryable<Claim> VisibleTo(this IQueryable<Claim> claims, Actor actor)
    {
        if (SeesAll(actor)) return claims;
        if (actor is not { Kind: ActorKind.PortalUser, Market: { } market } || !actor.Has(Permission.ClaimsRead)) return claims.Where(c => false);
        var accounts = actor.AccountIds.ToList();
        return claims.Where(c => c.Market == market
            && (accounts.Contains(c.BillingAccountId) || (c.RenderingAccountId != null && accounts.Contains(c.RenderingAccountId.Value))));
    }

    /// <summary>The same for one claim of which these facts are known.</summary>
    public static bool Sees(Actor actor, Market market, long billingAccountId, long? renderingAccountId) =>
        SeesAll(actor) || (actor is { Kind: ActorKind.PortalUser } && actor.Market == market && actor.Has(Permission.ClaimsRead)
            && (actor.AccountIds.Contains(billingAccountId) || (renderingAccountId is { } rendering && actor.AccountIds.Contains(rendering))));

    /// <summary>What <see cref="VisibleTo"/> asks of a portal user's claims, for queries written out; null for everybody else.</summary>
    public static ClaimOwner? OwnerOf(Actor actor) =>
        actor is { Kind: ActorKind.PortalUser, Market: { } market } && actor.Has(Permission.ClaimsRead) ? new(market, [.. actor.AccountIds]) : null;

    public static bool SeesAll(Actor actor) =>
        actor.Kind is ActorKind.System || (actor.Kind is ActorKind.Staff && StaffReaders.Any(actor.Has));

    /// <summary>The refusal of a caller who may read no claims at all.</summary>
    public static Platform.Refusal? Lacks(Actor actor) => SeesAll(actor) ? null : actor.Lacks(Permission.ClaimsRead);
}
