using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Mail;

/// <summary>
/// Sends what is due. A mail is taken in hand for two minutes in a transaction of its own, so that of several processes one sends it;
/// a process that dies in between leaves it to the next, with the same message id.
/// </summary>
public sealed class MailSender(
    IServiceScopeFactory scopes, PortalStorage storage, IMailTransport transport, LinkTokens links, MailSettings settings, TimeProvider clock, ILogger<MailSender> log)
{
    private const int Batch = 20;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <summary>How many were sent; those that failed wait for their next try or are given up.</summary>
    public async Task<int> SendDueAsync(CancellationToken ct)
    {
        var sent = 0;
        while (await IsAnyDueAsync(ct) && await TakeAsync(ct) is { Count: > 0 } taken)
            foreach (var mail in taken)
                if (await TrySendAsync(mail, ct)) sent++;
        return sent;
    }

    // On a connection of its own, so that looking for nothing neither takes the writers' gate nor opens a context.
    private async Task<bool> IsAnyDueAsync(CancellationToken ct)
    {
        await using var connection = await storage.OpenAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = """SELECT 1 FROM "OutgoingMails" WHERE "State" = @state AND "NextTryAt" <= @now LIMIT 1""";
        Bind(command, "state", nameof(MailState.Queued));
        Bind(command, "now", clock.GetUtcNow().UtcDateTime);
        return await command.ExecuteScalarAsync(ct) is not null;
    }

    private async Task<List<OutgoingMail>> TakeAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var now = clock.GetUtcNow();
        await using var write = await db.BeginSharedWriteAsync(ct);
        await db.LockAsync("mail", ct);
        var due = await db.Set<OutgoingMail>().Where(m => m.State == MailState.Queued && m.NextTryAt <= now).OrderBy(m => m.NextTryAt).ThenBy(m => m.Id)
            .Take(Batch).ToListAsync(ct);
        foreach (var mail in due) mail.Lease(now + Lease);
        await write.CommitAsync(ct);
        return due;
    }

    private async Task<bool> TrySendAsync(OutgoingMail mail, CancellationToken ct)
    {
        string? error = null;
        try
        {
            var template = MailTemplates.Find(mail.Template) ?? throw new InvalidOperationException($"There is no mail template {mail.Template}.");
            await transport.SendAsync(MailText.Render(mail, template, LinkOf(mail, template)), ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            // PLT-17: the message of a mail error may hold the address; its kind does not.
            error = e.GetBaseException() is var root && root == e ? e.GetType().Name : $"{e.GetType().Name}: {root.GetType().Name}";
            log.LogWarning("Mail {Id} ({Template}) was not sent at try {Attempt}: {Error}.", mail.Id, mail.Template, mail.Attempts, error);
        }
        await NoteAsync(mail.Id, error, ct);
        return error is null;
    }

    private string? LinkOf(OutgoingMail mail, MailTemplate template) => template.LinkPage is not { } page ? null
        : settings.LinkTo(page, mail.LinkSelector is { } selector ? links.TokenOf(selector) : null);

    private async Task NoteAsync(long id, string? error, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        await using var write = await db.BeginSharedWriteAsync(ct);
        var mail = await db.Set<OutgoingMail>().SingleAsync(m => m.Id == id, ct);
        if (error is null) mail.Succeed(clock.GetUtcNow());
        else mail.Fail(error, clock.GetUtcNow());
        await write.CommitAsync(ct);
    }

    private static void Bind(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
