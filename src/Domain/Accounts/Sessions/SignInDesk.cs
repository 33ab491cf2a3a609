using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts.Impersonation;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Availability;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Sessions;

/// <summary>What a client keeps of its session.</summary>
/// <param name="AccessToken">Bearer token for the API.</param>
/// <param name="RefreshToken">Good once, for the next pair of tokens.</param>
/// <param name="ExpiresAt">When the access token ends (UTC).</param>
/// <param name="SessionEndsAt">When the session ends even if it is used (UTC).</param>
public sealed record SessionTokens(string AccessToken, string RefreshToken, DateTimeOffset ExpiresAt, DateTimeOffset SessionEndsAt);

/// <summary>Sessions of the API: sign in, go on, change the market, sign out (ACC-05, ACC-07).</summary>
public sealed class SignInDesk(
    PortalDb db, CredentialCheck check, SessionRules rules, SessionActivity activity, TokenIssuer issuer, SignInRate rate, ActiveMarkets active, AuditLog audit, ActorScope scope,
    TimeProvider clock)
{
    /// <summary>Opens a portal user's session for one market.</summary>
    public Task<Outcome<SessionTokens>> SignInAsync(
        string username, string password, Market market, string? totp, string? ip, CancellationToken ct) =>
        OpenAsync(username, password, UserKind.Portal, market, totp, ip, user => ClosedAsync(user, market, ct), ct);

    // ACC-05, ACC-23: staff have a sign-in of their own, with an obligatory second factor, and no market.
    /// <summary>Opens a staff user's session, for those who work through the API instead of the pages.</summary>
    public Task<Outcome<SessionTokens>> SignInStaffAsync(string username, string password, string? totp, string? ip, CancellationToken ct) =>
        OpenAsync(username, password, UserKind.Staff, null, totp, ip, _ => Task.FromResult<Refusal?>(null), ct);

    private async Task<Outcome<SessionTokens>> OpenAsync(
        string username, string password, UserKind kind, Market? market, string? totp, string? ip, Func<User, Task<Refusal?>> admit, CancellationToken ct)
    {
        if (rate.Refuse(ip) is { } tooMany) return tooMany;
        var credentials = await check.ProveAsync(username, password, kind, ct);
        var limits = await rules.LimitsAsync(ct);
        await using var write = await db.BeginSharedWriteAsync(ct);
        var judged = await check.JudgeAsync(credentials, totp, ip, limits, admit, ct);
        if (!judged.Succeeded)
        {
            await write.CommitAsync(ct);
            return Outcome<SessionTokens>.Refused(judged.Refusals);
        }
        // ACC-07: the last choice is remembered.
        judged.Value.LastMarket = market ?? judged.Value.LastMarket;
        var session = Session.Start(judged.Value.Id, market, clock.GetUtcNow(), limits, ip);
        db.Add(session);
        audit.ChangedBy(judged.Value.ActorKind, judged.Value.Id, "session.opened", session, after: new { session.UserId, session.Market });
        return await HandOutAsync(session, write, ct);
    }

    /// <summary>The next pair of tokens. A refresh token that comes twice ends its session: one of the two bearers is a thief.</summary>
    public async Task<Outcome<SessionTokens>> RefreshAsync(string refreshToken, CancellationToken ct)
    {
        var (limits, now, hash) = (await rules.LimitsAsync(ct), clock.GetUtcNow(), Hash(refreshToken));
        await using var write = await db.BeginWriteAsync(ct);
        await db.LockAsync($"refresh:{hash}", ct);
        var session = await db.Set<Session>().Include(s => s.Tokens).SingleOrDefaultAsync(s => s.Tokens.Any(t => t.TokenHash == hash), ct);
        if (session is null) return new SessionExpired();
        if (activity.LastSeen(session.Id) is { } seen) session.Seen(seen);
        if (session.Tokens.Single(t => t.TokenHash == hash).UsedAt is not null) return await EndAsync(session, "refresh token reused", write, ct);
        if (!session.IsOpenAt(now, limits)) return await EndAsync(session, "expired", write, ct);
        var user = await db.Set<User>().SingleAsync(u => u.Id == session.UserId, ct);
        if (user.State is not UserState.Active) return new UserDisabled();
        if (session.Market is { } market && await ClosedAsync(user, market, ct) is { } closed) return closed;
        session.Seen(now);
        return await HandOutAsync(session, write, ct);
    }

    /// <summary>Ends the caller's session; its tokens are worthless from then on. Without one there is nothing to end.</summary>
    public async Task<Outcome<bool>> SignOutAsync(CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        if (await CurrentAsync(ct) is not { EndedAt: null } session) return new NotSignedIn();
        // ACC-14: who looks on leaves the impersonation.
        if (session.ImpersonatorId is not null)
            (await db.Set<ImpersonationSession>().SingleAsync(i => i.SessionId == session.Id, ct)).End(clock.GetUtcNow());
        await EndAsync(session, "signed out", write, ct);
        return true;
    }

    /// <summary>Puts the caller's session into another market and hands out tokens for it; the refresh token before is retired.</summary>
    public async Task<Outcome<SessionTokens>> SwitchMarketAsync(Market market, CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        if (await CurrentAsync(ct) is not { EndedAt: null } session) return new NotSignedIn();
        var user = await db.Set<User>().SingleAsync(u => u.Id == session.UserId, ct);
        if (await ClosedAsync(user, market, ct) is { } closed) return closed;
        audit.Changed("session.marketSwitched", session, before: new { session.Market }, after: new { Market = market });
        (session.Market, user.LastMarket) = (market, market);
        db.PendingChanges.Publish(SessionChanges.Of(session.Id, clock.GetUtcNow()));
        return await HandOutAsync(session, write, ct);
    }

    private Task<Session?> CurrentAsync(CancellationToken ct) => scope.Actor.SessionId is { } id
        ? db.Set<Session>().Include(s => s.Tokens).SingleOrDefaultAsync(s => s.Id == id, ct)
        : Task.FromResult<Session?>(null);

    // ACC-07: only markets in which one of the user's accounts is enrolled.
    private async Task<Refusal?> ClosedAsync(User user, Market market, CancellationToken ct)
    {
        var access = await UserAccess.LoadAsync(db, user, ct);
        return !active.Has(market) || access.In(market, clock.Today(market)) is null
            ? new MarketNotEnrolled([.. access.Markets(clock).Where(active.Has)]) { Path = ["market"] } : null;
    }

    private async Task<SessionTokens> HandOutAsync(Session session, WriteScope write, CancellationToken ct)
    {
        var refresh = RandomNumberGenerator.GetHexString(64, lowercase: true);
        session.Rotate(Hash(refresh), clock.GetUtcNow());
        await write.CommitAsync(ct);
        activity.Forget(session.Id);
        var (access, expires) = issuer.Issue(session.UserId, session.Id, session.Market);
        return new(access, refresh, expires, session.ExpiresAt);
    }

    private async Task<SessionExpired> EndAsync(Session session, string reason, WriteScope write, CancellationToken ct)
    {
        session.End(clock.GetUtcNow(), reason);
        audit.Changed("session.ended", session, after: new { reason });
        await write.CommitAsync(ct);
        activity.Forget(session.Id);
        return new SessionExpired();
    }

    private static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
