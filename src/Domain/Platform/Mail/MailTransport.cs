using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;

namespace Portal.Graph.Domain.Platform.Mail;

/// <summary>How a mail leaves the program. Throws when it did not.</summary>
public interface IMailTransport
{
    Task SendAsync(MailText mail, CancellationToken ct);
}

/// <summary>A mail server, or a folder of .eml files that another program picks up.</summary>
public sealed class SmtpMailTransport(MailSettings settings) : IMailTransport
{
    public async Task SendAsync(MailText mail, CancellationToken ct)
    {
        using var message = MessageOf(mail);
        using var client = Client();
        await client.SendMailAsync(message, ct);
    }

    private SmtpClient Client() => settings.Transport switch
    {
        MailTransportKind.PickupFolder => new() { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = Folder() },
        MailTransportKind.Smtp => new(settings.Smtp.Host, settings.Smtp.Port)
        {
            EnableSsl = settings.Smtp.StartTls,
            Credentials = settings.Smtp.User is { Length: > 0 } user ? new NetworkCredential(user, settings.Smtp.Password) : null,
            Timeout = 30_000,
        },
    };

    // Links that sign people in lie there: the owner only.
    private string Folder()
    {
        if (Directory.Exists(settings.PickupDirectory)) return settings.PickupDirectory;
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(settings.PickupDirectory);
        else Directory.CreateDirectory(settings.PickupDirectory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return settings.PickupDirectory;
    }

    private MailMessage MessageOf(MailText mail)
    {
        var from = new MailAddress(settings.From);
        var message = new MailMessage(from, new MailAddress(mail.ToAddress, mail.ToName, Encoding.UTF8))
        {
            Subject = mail.Subject, SubjectEncoding = Encoding.UTF8, BodyEncoding = Encoding.UTF8,
        };
        message.Headers.Add("Message-ID", $"<mail-{mail.Id}@{from.Host}>");
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.AlternateViews.Add(View(mail.Text, MediaTypeNames.Text.Plain));
        message.AlternateViews.Add(View(mail.Html, MediaTypeNames.Text.Html));
        return message;
    }

    private static AlternateView View(string content, string type)
    {
        var view = AlternateView.CreateAlternateViewFromString(content, Encoding.UTF8, type);
        view.TransferEncoding = TransferEncoding.QuotedPrintable;
        return view;
    }
}
