using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts.Sessions;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Letters;
using Portal.Graph.Domain.Platform.Letters.Templates;
using Portal.Graph.Domain.Platform.Mail;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Impersonation;

/// <summary>What a member of staff looks on with.</summary>
/// <param name="AccessToken">Bearer token for the API, in which the staff user acts as the other user.</param>
/// <param name="User">As whom.</param>
/// <param name="Market">In which market.</param>
/// <param name="EndsAt">When it ends at the latest (UTC).</param>
/// <param name="ReadOnly">Whether every change is refused.</param>
public sealed record StartedImpersonation(string AccessToken, User User, Market Market, DateTimeOffset EndsAt, bool ReadOnly);

/// <summary>ACC-14: support sees the portal as a chosen user does.</summary>
public sealed class ImpersonationDesk(
    PortalDb db, ImpersonationRules rules, TokenIssuer issuer, SessionActivity activity, ActiveMarkets active, MailDesk mail, AuditLog audit, ActorScope scope, TimeProvider clock, LetterBox letters)
{
    public const int ShortestReason = 10, LongestReason = 500, LongestTicket = 40;

    /// <param name="market">One of the user's; the one the user was in last, or the first, when left out.</param>
    public async Task<Outcome<StartedImpersonation>> StartAsync(long userId, string ticket, string reason, Market? market, string? ip, CancellationToken ct)
    {
        if (scope.Actor.Lacks(Permission.StaffImpersonate) is { } lacks) return lacks;
        if (scope.Actor is not { IsStaff: true, UserId: { } staffId }) return new Forbidden("staff");
        var (number, why) = (ticket.Trim(), reason.Trim());
        if (number.Length is 0 or > LongestTicket) return new ImpersonationReasonRequired { Path = ["ticket"] };
        if (why.Length is < ShortestReason or > LongestReason) return new ImpersonationReasonRequired { Path = ["reason"] };
        var now = clock.GetUtcNow();
        await using var write = await db.BeginWriteAsync(ct);
        await db.LockAsync($"impersonation:{staffId}", ct);
        var target = await db.Set<User>().SingleOrDefaultAsync(u => u.Id == userId, ct);
        if (target is null) return new NotFound("user") { Path = ["userId"] };
        if (target.Kind is UserKind.Staff) return new ImpersonationNotAllowed("Staff cannot be impersonated.") { Path = ["userId"] };
        if (target.State is not UserState.Active) return new ImpersonationNotAllowed("This user may not sign in, so there is nothing to see.") { Path = ["userId"] };
        if (await OpenAsync(staffId, ct) is { } open)
            return new ImpersonationNotAllowed($"You already look on as {open.TargetUser!.UserName}. End that first.");
        var access = await UserAccess.LoadAsync(db, target, ct);
        List<Market> markets = [.. access.Markets(clock).Where(active.Has)];
        var place = market ?? (target.LastMarket is { } last && markets.Contains(last) ? last : markets.Select(m => (Market?)m).FirstOrDefault());
        if (place is not { } chosen || !markets.Contains(chosen)) return new MarketNotEnrolled(markets) { Path = ["market"] };

        var impersonation = new ImpersonationSession
        {
            StaffUser = await db.Set<User>().SingleAsync(u => u.Id == staffId, ct), TargetUser = target, Ticket = number, Reason = why, Market = chosen,
            StartedAt = now, EndsAt = now + await rules.LengthAsync(chosen, ct),
            Session = Session.LookOn(target.Id, staffId, chosen, now, now + await rules.LengthAsync(chosen, ct), ip),
        };
        db.Add(impersonation);
        audit.Changed("impersonation.started", impersonation, after: new { TargetUserId = target.Id, Market = chosen, Ticket = number, impersonation.EndsAt });
        // L-IMPERSONATION-NOTICE: with the beginning itself, so long before the 24 hours are over.
        if (target.Email is { Length: > 0 } address)
            mail.Queue(MailTemplates.ImpersonationNotice, address, target.DisplayName,
                new Dictionary<string, string> { [MailFields.Name] = target.DisplayName, [MailFields.Username] = target.UserName! });
        await TellAsync(impersonation, access.In(chosen, clock.Today(chosen))?.DefaultAccountId, ct);
        await write.CommitAsync(ct);
        var readOnly = await rules.OnlyLooksOnAsync(new() { Kind = ActorKind.PortalUser, Name = "", Market = chosen, ImpersonatorId = staffId }, ct);
        // The token outlives the session a little: then the answer is that it expired, not that nobody is signed in.
        return new StartedImpersonation(issuer.Issue(target.Id, impersonation.SessionId, chosen, impersonation.EndsAt + TokenIssuer.Lifetime).Token, target, chosen, impersonation.EndsAt, readOnly);
    }

    // L-IMPERSONATION-NOTICE, for the practice's own records.
    private async Task TellAsync(ImpersonationSession impersonation, long? accountId, CancellationToken ct)
    {
        if (accountId is not { } account) return;
        await letters.AddAsync(new(LetterKinds.ImpersonationNotice, impersonation, account, new LetterValues()
            .Set("username", impersonation.TargetUser!.UserName).Set("startedAt", impersonation.StartedAt).Set("ticket", impersonation.Ticket)) { Market = impersonation.Market }, ct);
    }

    /// <summary>Ends what runs: for who looks on, and for the same member of staff in the own session.</summary>
    public async Task<Outcome<bool>> EndAsync(CancellationToken ct)
    {
        var actor = scope.Actor;
        if ((actor.ImpersonatorId ?? (actor.IsStaff ? actor.UserId : null)) is not { } staffId) return actor.IsSignedIn ? new Forbidden(Permission.StaffImpersonate.Name()) : actor.Barred ?? new NotSignedIn();
        await using var write = await db.BeginWriteAsync(ct);
        await db.LockAsync($"impersonation:{staffId}", ct);
        if (await OpenAsync(staffId, ct) is not { } open) return new ImpersonationExpired();
        open.End(clock.GetUtcNow());
        open.Session!.End(clock.GetUtcNow(), "impersonation ended");
        audit.Changed("impersonation.ended", open, after: new { open.TargetUserId });
        await write.CommitAsync(ct);
        activity.Forget(open.SessionId);
        return true;
    }

    private Task<ImpersonationSession?> OpenAsync(long staffId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return db.Set<ImpersonationSession>().Include(i => i.TargetUser).Include(i => i.Session)
            .Where(i => i.StaffUserId == staffId && i.EndedAt == null && i.EndsAt >= now && i.Session!.EndedAt == null).OrderByDescending(i => i.Id).FirstOrDefaultAsync(ct);
    }
}
