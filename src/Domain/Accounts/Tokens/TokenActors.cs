using System.Collections.Frozen;
using System.Globalization;
using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts.Team;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Tokens;

/// <summary>
/// Makes the actor of a program. It is looked up at every request, so that a revoked token is worthless at once in every process; it can do
/// what was chosen for it and what who created it still can, and nothing once that person is gone.
/// </summary>
public sealed class TokenActors(PortalDb db, ActiveMarkets active, TimeProvider clock)
{
    /// <summary>Says how a principal was proved: by an API token, never by anything that another authority signed.</summary>
    public const string Scheme = "ApiToken";

    private const string IdClaim = "token";
    private static readonly TimeSpan NoteEvery = TimeSpan.FromMinutes(1);

    public static ClaimsPrincipal PrincipalOf(long tokenId) =>
        new(new ClaimsIdentity([new Claim(IdClaim, tokenId.ToString(CultureInfo.InvariantCulture))], Scheme));

    /// <summary>Null when the principal was proved by something else.</summary>
    public static long? TokenIdOf(ClaimsPrincipal principal) =>
        principal.Identities.FirstOrDefault(i => i.AuthenticationType == Scheme)?.FindFirst(IdClaim) is { } claim ? long.Parse(claim.Value, CultureInfo.InvariantCulture) : null;

    /// <param name="requested">The market that the request names; the only one, or the first, when it names none.</param>
    public async Task<Outcome<Actor>> ForTokenAsync(long id, Market? requested, bool isUsed, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var token = await db.Set<ApiToken>().AsNoTracking().SingleOrDefaultAsync(t => t.Id == id, ct);
        if (token is null || !token.IsGoodAt(now)) return new NotSignedIn();
        var by = await db.Set<Membership>().AsNoTracking().AsSplitQuery().Include(m => m.User).Include(m => m.Grants).Include(m => m.Account!.Markets)
            .SingleOrDefaultAsync(m => m.UserId == token.CreatedById && m.AccountId == token.AccountId && m.State == MembershipState.Active
                && m.User!.State == UserState.Active && m.Account!.State == AccountState.Active, ct);
        if (by?.Account is not { } account) return new NotSignedIn();
        List<Market> open = [.. Enum.GetValues<Market>().Where(m => active.Has(m) && account.Markets.Any(e => e.Market == m && new DateRange(e.EffectiveFrom, e.EffectiveTo).Contains(clock.Today(m))))];
        if (open.Count == 0 || (requested is { } named && !open.Contains(named))) return new MarketNotEnrolled(open);
        if (isUsed && now - (token.LastUsedAt ?? DateTimeOffset.MinValue) > NoteEvery) await NoteAsync(id, now, ct);
        return new Actor
        {
            Kind = ActorKind.PortalUser, UserId = token.CreatedById, Name = token.Name, Market = requested ?? open[0], ApiTokenId = token.Id,
            AccountIds = [account.Id], DefaultAccountId = account.Id,
            Permissions = token.Permissions.Intersect(by.Permissions).Intersect(TeamPolicy.AvailableIn(account)).ToFrozenSet(),
        };
    }

    private async Task NoteAsync(long id, DateTimeOffset now, CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        await db.Set<ApiToken>().Where(t => t.Id == id).ExecuteUpdateAsync(s => s.SetProperty(t => t.LastUsedAt, now), ct);
        await write.CommitAsync(ct);
    }
}
