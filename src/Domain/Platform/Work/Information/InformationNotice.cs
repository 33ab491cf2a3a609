using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Accounts.Links;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Mail;
using Portal.Graph.Domain.Platform.Outbox.Tasks;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Work.Information;

// PLT-21
/// <summary>
/// Mails those at the provider who may answer a question that it is there: once per question, also when the task is done again, and
/// without a word of it. A question that was closed meanwhile needs no notice.
/// </summary>
internal sealed class InformationNotice(PortalDb db, MailDesk mail, IEnumerable<IInformationSubject> subjects, AuditLog audit, TimeProvider clock) : IOutboxHandler
{
    public const string Kind = "information.notice";

    public async Task RunAsync(OutboxTask task, CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        var request = await db.Set<InformationRequest>().SingleAsync(r => r.Id == task.SubjectId, ct);
        if (request is not { State: InformationState.Open, ToldAt: null, AccountId: { } accountId }) return;
        var practice = await db.Set<ProviderAccount>().Where(a => a.Id == accountId).Select(a => a.Name).SingleAsync(ct);
        var told = await ReadersAsync(request, accountId, ct);
        foreach (var user in told)
            mail.Queue(MailTemplates.InformationAsked, user.Email!, user.DisplayName, new Dictionary<string, string>
            {
                [MailFields.Name] = user.DisplayName, [MailFields.Practice] = practice,
            });
        request.WasTold(told.Count, clock.GetUtcNow());
        audit.Changed("information.told", request, after: new { Told = told.Count });
        await write.CommitAsync(ct);
    }

    // By membership or by link; as whom they come is what a session of theirs in the record's market would give them.
    private async Task<List<User>> ReadersAsync(InformationRequest request, long accountId, CancellationToken ct)
    {
        if (subjects.FirstOrDefault(s => s.SubjectType == request.SubjectType) is not { } subject) return [];
        var candidates = await db.Set<User>().AsNoTracking()
            .Where(u => u.Kind == UserKind.Portal && u.State == UserState.Active && u.EmailConfirmed && u.Email != null
                && (db.Set<Membership>().Any(m => m.UserId == u.Id && m.AccountId == accountId && m.State == MembershipState.Active)
                    || db.Set<AccountLink>().Any(l => l.UserId == u.Id && l.AccountId == accountId && l.State == LinkState.Active)))
            .OrderBy(u => u.Id).ToListAsync(ct);
        List<User> readers = [];
        foreach (var user in candidates.Where(u => u.NotificationChoices.HasFlag(Notifications.Messages)))
        {
            var access = (await UserAccess.LoadAsync(db, user, ct)).In(request.Market, clock.Today(request.Market));
            if (access is not null && access.AccountIds.Contains(accountId) && (subject.Answers is not { } needed || access.Permissions.Contains(needed))) readers.Add(user);
        }
        return readers;
    }
}
