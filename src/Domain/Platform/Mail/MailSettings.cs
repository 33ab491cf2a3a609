using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Mail;

public enum MailTransportKind { PickupFolder, Smtp }

/// <summary>Section <c>Mail</c> of the configuration: how mail leaves, in whose name, and where its links lead.</summary>
public sealed record MailSettings
{
    public const string Section = "Mail";

    /// <summary>PickupFolder (the default) writes .eml files; Smtp sends.</summary>
    public MailTransportKind Transport { get; init; }

    /// <summary>Where .eml files are laid; <c>mail</c> in the data directory when empty.</summary>
    public string PickupDirectory { get; init; } = "";

    public string From { get; init; } = "provider-portal@localhost";

    /// <summary>Beginning of every link: the address of the front end. The token stands behind #, which browsers keep to themselves.</summary>
    public string LinkBase { get; init; } = "http://127.0.0.1:5080/";

    /// <summary>The same of links for staff, which lead to this program's own pages; <see cref="LinkBase"/> when empty.</summary>
    public string StaffLinkBase { get; init; } = "";

    public SmtpSettings Smtp { get; init; } = new();

    /// <exception cref="OptionsValidationException">A value makes no sense; the program must not start with it.</exception>
    public static MailSettings Read(IConfiguration configuration, PortalStorage storage)
    {
        var settings = configuration.GetSection(Section).Get<MailSettings>() ?? new();
        string[] problems = [.. settings.Problems().Select(p => $"{Section}:{p}")];
        if (problems.Length > 0) throw new OptionsValidationException(Section, typeof(MailSettings), problems);
        return settings with
        {
            PickupDirectory = settings.PickupDirectory is { Length: > 0 } named ? Path.GetFullPath(named) : Path.Combine(storage.DataDirectory, "mail"),
            LinkBase = Ended(settings.LinkBase), StaffLinkBase = Ended(settings.StaffLinkBase is { Length: > 0 } own ? own : settings.LinkBase),
        };
    }

    /// <summary>The address of a page, with the token that it takes.</summary>
    public string LinkTo(string page, string? token = null) =>
        (page.StartsWith("staff/", StringComparison.Ordinal) ? StaffLinkBase : LinkBase) + page + (token is null ? null : $"#token={token}");

    private static bool IsWeb(string address) => Uri.TryCreate(address, UriKind.Absolute, out var link) && link.Scheme is "http" or "https";

    private static string Ended(string address) => address.TrimEnd('/') + "/";

    private IEnumerable<string> Problems()
    {
        if (!System.Net.Mail.MailAddress.TryCreate(From, out _)) yield return $"{nameof(From)} must be an e-mail address.";
        if (!IsWeb(LinkBase)) yield return $"{nameof(LinkBase)} must be a http or https address.";
        if (StaffLinkBase.Length > 0 && !IsWeb(StaffLinkBase)) yield return $"{nameof(StaffLinkBase)} must be a http or https address.";
        if (Transport is not MailTransportKind.Smtp) yield break;
        if (string.IsNullOrWhiteSpace(Smtp.Host)) yield return $"{nameof(Smtp)}:{nameof(Smtp.Host)} must name the mail server.";
        if (Smtp.Port is < 1 or > 65535) yield return $"{nameof(Smtp)}:{nameof(Smtp.Port)} must be from 1 to 65535.";
    }
}

/// <summary>The mail server; STARTTLS unless switched off.</summary>
public sealed record SmtpSettings
{
    public string Host { get; init; } = "";
    public int Port { get; init; } = 587;
    public string? User { get; init; }
    public string? Password { get; init; }
    public bool StartTls { get; init; } = true;
}
