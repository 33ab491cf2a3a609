using System.Collections.Frozen;
using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.JsonWebTokens;
using Portal.Graph.Domain.Accounts.Terms;
using Portal.Graph.Domain.Accounts.Tokens;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Sessions;

/// <summary>Makes the actor of a request from what its token or cookie proved.</summary>
public sealed class ActorFactory(
    PortalDb db, TokenActors tokens, SessionActivity activity, SessionRules rules, TermsReads terms, ILookupNormalizer normalizer, TimeProvider clock)
{
    private static readonly TimeSpan StoreEvery = TimeSpan.FromMinutes(1);

    /// <summary>
    /// From the claims <c>sub</c>, <c>sid</c> and <c>market</c> of our own tokens and cookies; from <c>preferred_username</c> of an
    /// external authority's, with the market that the request names.
    /// </summary>
    /// <param name="isPresent">Whether this is a sign that the user is there; false keeps an idle session from living on by what runs without the user.</param>
    public async Task<Outcome<Actor>> ForPrincipalAsync(ClaimsPrincipal principal, Market? requested, string correlationId, CancellationToken ct, bool isPresent = true)
    {
        var named = principal.FindFirstValue(TokenIssuer.MarketClaim) is { } claim && Enum.TryParse<Market>(claim, out var parsed) ? parsed : requested;
        if (TokenActors.TokenIdOf(principal) is { } token)
            // The trail names the person who created the token: this tells that a program acted, and which.
            return (await tokens.ForTokenAsync(token, requested, isPresent, ct)).Map(actor => actor with { CorrelationId = $"{correlationId}-t{token}" });
        if (long.TryParse(principal.FindFirstValue(JwtRegisteredClaimNames.Sid), CultureInfo.InvariantCulture, out var session)
            && long.TryParse(principal.FindFirstValue(JwtRegisteredClaimNames.Sub), CultureInfo.InvariantCulture, out var user))
            return await ForUserAsync(user, named, session, correlationId, ct, isPresent);
        if (normalizer.NormalizeName(principal.FindFirstValue("preferred_username")) is not { Length: > 0 } name) return new NotSignedIn();
        var known = await db.Set<User>().Where(u => u.NormalizedUserName == name && u.Kind == UserKind.Portal).Select(u => (long?)u.Id).SingleOrDefaultAsync(ct);
        return known is { } id ? await ForUserAsync(id, named, null, correlationId, ct) : new NotSignedIn();
    }

    /// <param name="market">Counts only without a session, whose own market it is otherwise.</param>
    /// <param name="isPresent">Whether this is a sign that the user is there.</param>
    public async Task<Outcome<Actor>> ForUserAsync(long userId, Market? market, long? sessionId, string correlationId, CancellationToken ct, bool isPresent = true)
    {
        var made = sessionId is { } session
            ? await OfSessionAsync(userId, session, market, isPresent, ct)
            : await BuildAsync(userId, market, null, clock.GetUtcNow(), ct);
        return made.Map(actor => actor with { CorrelationId = correlationId });
    }

    private async Task<Outcome<Actor>> OfSessionAsync(long userId, long sessionId, Market? named, bool isPresent, CancellationToken ct)
    {
        var (limits, now) = (await rules.LimitsAsync(ct), clock.GetUtcNow());
        var known = activity.Find(sessionId);
        // Terms may be accepted, and the market switched, through another process: who has yet to accept, and who brings a token of another
        // market, is looked up every time.
        if (known is null || now - known.LoadedAt > SessionActivity.Freshness || known.Actor.TermsDue is not null || (named ?? known.Actor.Market) != known.Actor.Market)
        {
            var session = await db.Set<Session>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == sessionId && s.UserId == userId, ct);
            if (session is null) return new SessionExpired();
            var stored = session.LastSeenAt;
            if (known is not null) session.Seen(known.LastSeenAt);
            if (!session.IsOpenAt(now, limits)) return Over(session.ImpersonatorId);
            if (session.ImpersonatorId is { } staff && !await MayLookOnAsync(staff, ct)) return new ImpersonationExpired();
            var made = await BuildAsync(userId, session.Market, sessionId, session.StartedAt, ct);
            if (!made.Succeeded) return made;
            known = new(made.Value with { ImpersonatorId = session.ImpersonatorId }, session.ExpiresAt, now) { LastSeenAt = session.LastSeenAt, StoredSeenAt = stored };
            activity.Keep(sessionId, known, now, limits);
        }
        if (known.Actor.UserId != userId || now > known.ExpiresAt || now - known.LastSeenAt > limits.Idle) return Over(known.Actor.ImpersonatorId);
        if (!isPresent) return known.Actor;
        known.LastSeenAt = now;
        if (now - known.StoredSeenAt > StoreEvery) await StoreAsync(sessionId, known, now, ct);
        return known.Actor;
    }

    // ACC-14: who looks on is told so; anybody else signs in again.
    private static Refusal Over(long? impersonator) => impersonator is null ? new SessionExpired() : new ImpersonationExpired();

    private async Task<bool> MayLookOnAsync(long staffId, CancellationToken ct) =>
        await db.Set<User>().AsNoTracking().Include(u => u.StaffRoles).SingleOrDefaultAsync(u => u.Id == staffId && u.State == UserState.Active, ct) is { } staff
        && staff.StaffRoles.Any(r => RoleTable.PermissionsOf(r.Role).Contains(Permission.StaffImpersonate));

    private async Task StoreAsync(long sessionId, SessionActivity.Known known, DateTimeOffset now, CancellationToken ct)
    {
        known.StoredSeenAt = now;
        await using var write = await db.BeginSharedWriteAsync(ct);
        await db.Set<Session>().Where(s => s.Id == sessionId).ExecuteUpdateAsync(s => s.SetProperty(x => x.LastSeenAt, now), ct);
        await write.CommitAsync(ct);
    }

    private async Task<Outcome<Actor>> BuildAsync(long userId, Market? market, long? sessionId, DateTimeOffset signedInAt, CancellationToken ct)
    {
        var user = await db.Set<User>().AsNoTracking().Include(u => u.StaffRoles).SingleOrDefaultAsync(u => u.Id == userId, ct);
        if (user is null) return new NotSignedIn();
        if (user.State is not UserState.Active) return new UserDisabled();
        return user.Kind switch
        {
            UserKind.Staff => new Actor
            {
                Kind = ActorKind.Staff, UserId = user.Id, Name = user.DisplayName, SessionId = sessionId,
                Permissions = user.StaffRoles.SelectMany(r => RoleTable.PermissionsOf(r.Role)).ToFrozenSet(),
            },
            UserKind.Portal => await PortalAsync(user, market, sessionId, signedInAt, ct),
        };
    }

    private async Task<Outcome<Actor>> PortalAsync(User user, Market? market, long? sessionId, DateTimeOffset signedInAt, CancellationToken ct)
    {
        var access = await UserAccess.LoadAsync(db, user, ct);
        if (market is not { } chosen || access.In(chosen, clock.Today(chosen)) is not { } here) return new MarketNotEnrolled(access.Markets(clock));
        return new Actor
        {
            Kind = ActorKind.PortalUser, UserId = user.Id, Name = user.DisplayName, Market = chosen, SessionId = sessionId,
            AccountIds = here.AccountIds, DefaultAccountId = here.DefaultAccountId, Permissions = here.Permissions,
            TermsDue = (await terms.DueAsync(user.Id, signedInAt, ct))?.Version,
        };
    }
}
