using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Mail;

/// <summary>Queues mail inside the write scope of what it tells of, and shows staff what became of it.</summary>
public sealed class MailDesk(PortalDb db, AuditLog audit, ActorScope scope, TimeProvider clock)
{
    /// <summary>Inside the caller's open write scope: its commit stores the mail.</summary>
    /// <param name="fields">Values of the template's fields.</param>
    /// <param name="linkSelector">Public half of the link's token.</param>
    public void Queue(MailTemplate template, string toAddress, string toName, IReadOnlyDictionary<string, string> fields, string? linkSelector = null) =>
        db.Add(OutgoingMail.Of(template, toAddress, toName, fields, linkSelector, clock.GetUtcNow()));

    /// <summary>Mails of the state, newest first; for those who look after jobs.</summary>
    public AuditedQuery<OutgoingMail> Of(MailState? state)
    {
        var allowed = scope.Actor.Has(Permission.StaffJobs);
        var mails = db.Set<OutgoingMail>().AsNoTracking().Where(m => allowed);
        if (state is { } wanted) mails = mails.Where(m => m.State == wanted);
        return new(mails.OrderByDescending(m => m.Id), _ => { });
    }

    /// <summary>How many mails stand where.</summary>
    public async Task<IReadOnlyDictionary<MailState, int>> CountsAsync(CancellationToken ct) => scope.Actor.Has(Permission.StaffJobs)
        ? await db.Set<OutgoingMail>().GroupBy(m => m.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct)
        : new Dictionary<MailState, int>();

    /// <summary>Has a mail that was given up tried anew.</summary>
    public async Task<Outcome<OutgoingMail>> TryAgainAsync(long id, CancellationToken ct)
    {
        if (scope.Actor.Lacks(Permission.StaffJobs) is { } lacks) return lacks;
        await using var write = await db.BeginWriteAsync(ct);
        if (await db.Set<OutgoingMail>().SingleOrDefaultAsync(m => m.Id == id, ct) is not { } mail) return new NotFound("mail");
        if (mail.TryAgain(clock.GetUtcNow()) is { } refusal) return refusal;
        audit.Changed("mail.triedAgain", mail, after: new { mail.Template });
        await write.CommitAsync(ct);
        return mail;
    }
}
