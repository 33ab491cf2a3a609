using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform.Outbox.Tasks;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Mail;

// PLT-21
/// <summary>Sends a mail. Sent by a process that died before it could say so, it is sent again, with the same message id.</summary>
public sealed class MailSender(PortalDb db, IMailTransport transport, LinkTokens links, MailSettings settings, TimeProvider clock) : IOutboxHandler
{
    public const string Kind = "mail";

    public async Task RunAsync(OutboxTask task, CancellationToken ct)
    {
        var mail = await db.Set<OutgoingMail>().SingleAsync(m => m.Id == task.SubjectId, ct);
        if (mail.SentAt is not null) return;
        var template = MailTemplates.Find(mail.Template) ?? throw new InvalidOperationException($"There is no mail template {mail.Template}.");
        await transport.SendAsync(MailText.Render(mail, template, LinkOf(mail, template)), ct);
        await using var write = await db.BeginSharedWriteAsync(CancellationToken.None);
        mail.Sent(clock.GetUtcNow());
        await write.CommitAsync(CancellationToken.None);
    }

    private string? LinkOf(OutgoingMail mail, MailTemplate template) => template.LinkPage is not { } page ? null
        : settings.LinkTo(page, mail.LinkSelector is { } selector ? links.TokenOf(selector) : null);
}
