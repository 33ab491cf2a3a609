using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.Clients;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Mail;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Schema.Tests.Platform;

/// <summary>Mail through a real server (npm smtp-server).</summary>
public sealed class SmtpTests
{
    private const string Reset = "mutation { requestPasswordReset(input: { username: \"demo.admin\" }) { ok errors { ... on Error { code } } } }";

    private static Task<TestPortal> PortalAsync(NodeServer server, string password = "over-the-wire", bool startTls = false) => TestPortal.StartAsync(settings:
    [
        "--Mail:Transport=Smtp", "--Mail:Smtp:Host=127.0.0.1", $"--Mail:Smtp:Port={server.Port}", "--Mail:Smtp:User=portal",
        $"--Mail:Smtp:Password={password}", $"--Mail:Smtp:StartTls={startTls}", "--Mail:From=portal@plan.example",
    ]);

    private static async Task<MailStanding> FailedAsync(TestPortal portal)
    {
        while (true)
        {
            var mails = await portal.AsAsync(Actor.System("test"), s => s.GetRequiredService<MailDesk>().Of(null).PageAsync(1, 1, default));
            if (mails.Rows is [{ Task.LastError: not null } mail]) return mail;
            await Task.Delay(50);
        }
    }

    [NodeFact, Requirement("ACC-06", "PLT-21")]
    public async Task A_mail_reaches_the_server_signed_in_with_text_html_and_a_link()
    {
        await using var server = await NodeServer.StartAsync("mail/smtp.mjs", "portal", "over-the-wire", "plain");
        await using var portal = await PortalAsync(server);
        (await portal.Anonymous().SendAsync(Reset)).Data("requestPasswordReset", "ok").GetBoolean().ShouldBeTrue();
        var mail = JsonDocument.Parse(await server.ReadLineAsync()).RootElement;
        mail.GetProperty("from").GetString().ShouldBe("portal@plan.example");
        mail.GetProperty("to")[0].GetString().ShouldBe("demo.admin@example.org");
        mail.GetProperty("user").GetString().ShouldBe("portal");
        var raw = mail.GetProperty("raw").GetString()!;
        raw.ShouldContain("Auto-Submitted: auto-generated", Case.Insensitive);
        raw.ShouldContain("Message-ID: <mail-", Case.Insensitive);
        raw.ShouldContain("text/plain");
        raw.ShouldContain("text/html");
        raw.Replace("=\r\n", "").ShouldContain("#token=3D");
    }

    [NodeFact, Requirement("PLT-21", "PLT-17")]
    public async Task A_server_whose_certificate_nobody_vouches_for_gets_neither_password_nor_mail_and_the_mail_waits()
    {
        await using var server = await NodeServer.StartAsync("mail/smtp.mjs", "portal", "over-the-wire");
        await using var portal = await PortalAsync(server, startTls: true);
        await portal.Anonymous().SendAsync(Reset);
        var mail = await FailedAsync(portal);
        mail.State.ShouldBe(MailState.Queued);
        mail.Task!.LastError!.ShouldContain("AuthenticationException");
    }

    [NodeFact, Requirement("PLT-21", "PLT-17")]
    public async Task A_server_that_refuses_the_password_keeps_the_mail_waiting_and_no_address_in_the_error()
    {
        await using var server = await NodeServer.StartAsync("mail/smtp.mjs", "portal", "over-the-wire", "plain");
        await using var portal = await PortalAsync(server, password: "wrong");
        await portal.Anonymous().SendAsync(Reset);
        var mail = await FailedAsync(portal);
        mail.State.ShouldBe(MailState.Queued);
        mail.Task!.LastError!.ShouldStartWith("SmtpException");
        mail.Task.LastError.ShouldNotContain("@");
    }
}
