using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts.Registration;
using Portal.Graph.Domain.Accounts.Sessions;
using Portal.Graph.Domain.Accounts.Team;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Letters;
using Portal.Graph.Domain.Platform.Letters.Templates;
using Portal.Graph.Domain.Platform.Mail;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Links;

/// <summary>ACC-11: the account linker. Whoever proves a further account works for it with the same sign-in.</summary>
public sealed class LinkDesk(
    PortalDb db, ProofCheck check, ManagedAccounts managed, IdentityLimits limits, OpenSessions sessions, MailDesk mail, AuditLog audit, ActorScope scope, TimeProvider clock, LetterBox letters)
{
    /// <summary>Links the account that the four proofs prove; a try that matches nothing counts as one of a registration does.</summary>
    public async Task<Outcome<AccountLink>> LinkAsync(ProviderProofs given, string? ip, CancellationToken ct)
    {
        if (scope.Actor.Lacks(Permission.AccountsLink) is { } lacks) return lacks;
        if (scope.Actor.NotInPerson is { } nobody) return nobody;
        var proofs = RegistrationPolicy.Check(given);
        if (!proofs.Succeeded) return Outcome<AccountLink>.Refused(proofs.Refusals);
        var most = await limits.LinksAsync(ct);
        var me = scope.Actor.UserId ?? 0;
        await using var write = await db.BeginWriteAsync(ct);
        await db.LockAsync($"links:{me}", ct);
        if (await db.Set<AccountLink>().CountAsync(l => l.UserId == me && l.State == LinkState.Active, ct) >= most) return new LinkLimit(most);
        var judged = await check.JudgeAsync(proofs.Value, scope.Actor.Market, ip, ct);
        var refusals = judged.Succeeded ? [] : judged.Refusals;
        var account = judged.Succeeded ? judged.Value.Account : null;
        var link = account is null ? null : await db.Set<AccountLink>().Include(l => l.User).SingleOrDefaultAsync(l => l.UserId == me && l.AccountId == account.Id, ct);
        if (account is not null && await RefusalAsync(me, account, link, ct) is { } refusal) refusals = [refusal];
        if (refusals.Count > 0)
        {
            // The try counts whatever comes of it.
            await write.CommitAsync(ct);
            return Outcome<AccountLink>.Refused(refusals);
        }
        var now = clock.GetUtcNow();
        if (link is null) db.Add(link = new AccountLink { User = await db.Set<User>().SingleAsync(u => u.Id == me, ct), Account = account!, LinkedAt = now });
        else link.Renew(now);
        audit.Changed("account.linked", link, after: new { AccountId = account!.Id, UserId = me });
        await TellAsync(link, account, ct);
        var open = await sessions.ChangeAsync(me, ct);
        await write.CommitAsync(ct);
        open.Forget();
        return link;
    }

    /// <summary>Ends a link: one's own, or one to an account whose users the actor manages.</summary>
    public async Task<Outcome<AccountLink>> UnlinkAsync(long linkId, CancellationToken ct)
    {
        if (scope.Actor.Lacks(Permission.AccountsLink) is { } lacks && !scope.Actor.Has(Permission.UsersManage)) return lacks;
        await using var write = await db.BeginWriteAsync(ct);
        await db.LockAsync($"link:{linkId}", ct);
        var (accounts, me) = (managed.Own().Select(m => m.AccountId), scope.Actor.UserId);
        var link = await db.Set<AccountLink>().Include(l => l.User).Include(l => l.Account)
            .SingleOrDefaultAsync(l => l.Id == linkId && (l.UserId == me || accounts.Contains(l.AccountId)), ct);
        if (link is null) return new NotFound("link") { Path = ["linkId"] };
        if (link.State is not LinkState.Active) return new InvalidStateTransition("link", link.State.ToString(), []);
        link.Revoke(clock.GetUtcNow(), me);
        if (link.User!.DefaultAccountId == link.AccountId) link.User.DefaultAccountId = null;
        audit.Changed("account.unlinked", link, after: new { link.AccountId, link.UserId });
        var open = await sessions.ChangeAsync(link.UserId, ct);
        await write.CommitAsync(ct);
        open.Forget();
        return link;
    }

    private async Task<Refusal?> RefusalAsync(long me, ProviderAccount account, AccountLink? link, CancellationToken ct) =>
        link is { State: LinkState.Active } || await db.Set<Membership>().AnyAsync(m => m.UserId == me && m.AccountId == account.Id && m.State == MembershipState.Active, ct)
            ? new AlreadyLinked()
            : link is { IsTakenBack: true } ? new LinkTakenBack() : null;

    // L-ACCOUNT-LINKED: who manages the account's users can end the link.
    private async Task TellAsync(AccountLink link, ProviderAccount account, CancellationToken ct)
    {
        var user = link.User!;
        await letters.AddAsync(new(LetterKinds.AccountLinked, link, account.Id, new LetterValues().Set("username", user.UserName).Set("linkedAt", clock.GetUtcNow()))
        {
            Market = scope.Actor.Market,
        }, ct);
        var managers = await db.Set<Membership>()
            .Where(m => m.AccountId == account.Id && m.State == MembershipState.Active && m.User!.State == UserState.Active && m.User.Email != null
                && (m.Role == MembershipRole.Admin || m.Grants.Any(g => g.Permission == Permission.UsersManage)))
            .Select(m => m.User!).ToListAsync(ct);
        foreach (var manager in managers)
            mail.Queue(MailTemplates.AccountLinked, manager.Email!, manager.DisplayName, new Dictionary<string, string>
            {
                [MailFields.Name] = manager.DisplayName, [MailFields.Username] = user.UserName!, [MailFields.Practice] = account.Name,
            });
    }
}
