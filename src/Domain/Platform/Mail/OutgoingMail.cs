using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Graph.Domain.Platform.Outbox.Tasks;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Mail;

/// <summary>Where a mail stands.</summary>
public enum MailState
{
    /// <summary>Waits for its next try.</summary>
    Queued,

    /// <summary>Handed over to the mail server, or laid into the pick-up folder.</summary>
    Sent,

    /// <summary>Given up after the last try; a person can have it tried again.</summary>
    Failed,
}

// PLT-17: a template's name, people's names and links' halves; never health data, never a secret.
/// <summary>
/// One mail to one person, stored by the commit of what it tells of together with the task that sends it. It is rendered when it is
/// sent: the row holds what the template needs and the public half of its link.
/// </summary>
public sealed class OutgoingMail : IEntity
{
    private OutgoingMail() { }

    public long Id { get; private set; }

    /// <summary>Key of the <see cref="MailTemplate"/>.</summary>
    public string Template { get; private set; } = "";

    public string ToAddress { get; private set; } = "";
    public string ToName { get; private set; } = "";

    /// <summary>The template's fields as a JSON object of texts.</summary>
    public string Fields { get; private set; } = "{}";

    /// <summary>Public half of the link's token; null when the mail has no link.</summary>
    public string? LinkSelector { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When it left (UTC); null before.</summary>
    public DateTimeOffset? SentAt { get; private set; }

    public static OutgoingMail Of(
        MailTemplate template, string toAddress, string toName, IReadOnlyDictionary<string, string> fields, string? linkSelector, DateTimeOffset at) => new()
        {
            Template = template.Key, ToAddress = toAddress, ToName = toName, Fields = JsonSerializer.Serialize(fields),
            LinkSelector = linkSelector, CreatedAt = at,
        };

    public IReadOnlyDictionary<string, string> FieldValues => JsonSerializer.Deserialize<Dictionary<string, string>>(Fields)!;

    internal void Sent(DateTimeOffset at) => SentAt = at;
}

/// <summary>A mail, and the task that sends it: null once what was done is forgotten.</summary>
public sealed record MailStanding(OutgoingMail Mail, OutboxTask? Task)
{
    public MailState State => Mail.SentAt is not null ? MailState.Sent : Task is { State: OutboxTaskState.Waiting } ? MailState.Queued : MailState.Failed;
}

internal sealed class OutgoingMailMapping : IEntityTypeConfiguration<OutgoingMail>
{
    public void Configure(EntityTypeBuilder<OutgoingMail> mail)
    {
        mail.Property(m => m.Template).HasMaxLength(60);
        mail.Property(m => m.ToAddress).HasMaxLength(254);
        mail.Property(m => m.ToName).HasMaxLength(100);
        mail.Property(m => m.LinkSelector).HasMaxLength(32);
        mail.Ignore(m => m.FieldValues);
        mail.HasIndex(m => m.SentAt);
    }
}
