using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Outbox.Tasks;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Mail;

/// <summary>Queues mail inside the write scope of what it tells of, and shows staff what became of it.</summary>
public sealed class MailDesk(PortalDb db, OutboxTasks tasks, OutboxTaskDesk taskDesk, ActorScope scope, TimeProvider clock)
{
    /// <summary>Inside the caller's open write scope: its commit stores the mail.</summary>
    /// <param name="fields">Values of the template's fields.</param>
    /// <param name="linkSelector">Public half of the link's token.</param>
    public void Queue(MailTemplate template, string toAddress, string toName, IReadOnlyDictionary<string, string> fields, string? linkSelector = null)
    {
        var mail = OutgoingMail.Of(template, toAddress, toName, fields, linkSelector, clock.GetUtcNow());
        db.Add(mail);
        tasks.Add(MailSender.Kind, mail);
    }

    /// <summary>Mails of the state, newest first; for those who look after jobs.</summary>
    public AuditedQuery<MailStanding> Of(MailState? state)
    {
        var allowed = scope.Actor.Has(Permission.StaffJobs);
        var mails = db.Set<OutgoingMail>().AsNoTracking().Where(m => allowed);
        if (state is { } wanted) mails = In(mails, wanted);
        return new(mails.OrderByDescending(m => m.Id).LeftJoin(Tasks, m => m.Id, t => t.SubjectId, (m, t) => new MailStanding(m, t)), _ => { });
    }

    /// <summary>How many mails stand where.</summary>
    public async Task<IReadOnlyDictionary<MailState, int>> CountsAsync(CancellationToken ct)
    {
        var counts = new Dictionary<MailState, int>();
        if (!scope.Actor.Has(Permission.StaffJobs)) return counts;
        foreach (var state in Enum.GetValues<MailState>()) counts[state] = await In(db.Set<OutgoingMail>(), state).CountAsync(ct);
        return counts;
    }

    /// <summary>Has a mail that was given up tried anew.</summary>
    public async Task<Outcome<OutboxTask>> TryAgainAsync(long id, CancellationToken ct)
    {
        if (scope.Actor.Lacks(Permission.StaffJobs) is { } lacks) return lacks;
        return await Tasks.Where(t => t.SubjectId == id).Select(t => (long?)t.Id).SingleOrDefaultAsync(ct) is { } task
            ? await taskDesk.TryAgainAsync(task, ct) : new NotFound("mail");
    }

    private IQueryable<OutboxTask> Tasks => db.Set<OutboxTask>().AsNoTracking().Where(t => t.Kind == MailSender.Kind);

    private IQueryable<OutgoingMail> In(IQueryable<OutgoingMail> mails, MailState state)
    {
        var waiting = Tasks.Where(t => t.State == OutboxTaskState.Waiting);
        return state switch
        {
            MailState.Queued => mails.Where(m => m.SentAt == null && waiting.Any(t => t.SubjectId == m.Id)),
            MailState.Sent => mails.Where(m => m.SentAt != null),
            MailState.Failed => mails.Where(m => m.SentAt == null && !waiting.Any(t => t.SubjectId == m.Id)),
        };
    }
}
