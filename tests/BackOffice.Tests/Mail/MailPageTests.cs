using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.BackOffice.Tests.Hosting;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Mail;
using Portal.Graph.Domain.Platform.Outbox.Tasks;
using Portal.Graph.Domain.Platform.Storage;
using Portal.Graph.Testing;

namespace Portal.Graph.BackOffice.Tests.Mail;

[Collection(OneHost.Name), Requirement("PLT-21")]
public sealed class MailPageTests(BackOfficeHost host)
{
    [Fact]
    public async Task A_mail_that_was_given_up_is_seen_and_tried_again()
    {
        var id = await GiveUpAsync();
        using var admin = await host.SignedInAsync(StaffPlan.Admin);
        var failed = await admin.GetAsync("/staff/mail?State=Failed");
        failed.Texts($"tr[data-mail='{id}'] td").ShouldContain("SmtpException");
        var after = await admin.SubmitAsync(failed, $"tr[data-mail='{id}'] button");
        after.Text.ShouldContain($"Mail {id} is tried again.");
        (await admin.GetAsync("/staff/mail?State=Failed")).Document.QuerySelector($"tr[data-mail='{id}']").ShouldBeNull();
        (await new Mailbox(host.Services).LastToAsync("lost@example.org")).Subject.ShouldBe(MailTemplates.UserApproved.Subject);
    }

    // In one transaction, so that no worker finds it waiting.
    private async Task<long> GiveUpAsync()
    {
        await using var scope = host.Scope(Actor.System("test"));
        var (db, now) = (scope.ServiceProvider.GetRequiredService<PortalDb>(), host.Clock.GetUtcNow());
        await using var write = await db.BeginWriteAsync(default);
        var mail = OutgoingMail.Of(MailTemplates.UserApproved, "lost@example.org", "Lost",
            new Dictionary<string, string> { [MailFields.Name] = "Lost", [MailFields.Username] = "lost.user", [MailFields.Practice] = "Practice" }, null, now);
        db.Add(mail);
        await db.SaveChangesAsync();
        db.Add(new OutboxTask { Kind = MailSender.Kind, DedupeKey = $"{MailSender.Kind}:{mail.Id}", SubjectId = mail.Id, CreatedAt = now, DueAt = now });
        await db.SaveChangesAsync();
        await db.Set<OutboxTask>().Where(t => t.Kind == MailSender.Kind && t.SubjectId == mail.Id)
            .ExecuteUpdateAsync(t => t.SetProperty(x => x.State, OutboxTaskState.Dead).SetProperty(x => x.LastError, "SmtpException"));
        await write.CommitAsync(default);
        return mail.Id;
    }
}
