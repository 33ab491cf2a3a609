using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
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
/// One mail to one person, stored by the commit of what it tells of and sent by <see cref="MailSender"/>. It is rendered when it is
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
    public MailState State { get; private set; }

    /// <summary>Tries so far.</summary>
    public int Attempts { get; private set; }

    /// <summary>While it is queued: not before this. While a process has it in hand: when it is free again.</summary>
    public DateTimeOffset NextTryAt { get; private set; }

    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>The kind of the last failure, without addresses.</summary>
    public string? LastError { get; private set; }

    public static OutgoingMail Of(
        MailTemplate template, string toAddress, string toName, IReadOnlyDictionary<string, string> fields, string? linkSelector, DateTimeOffset at) => new()
        {
            Template = template.Key, ToAddress = toAddress, ToName = toName, Fields = JsonSerializer.Serialize(fields),
            LinkSelector = linkSelector, CreatedAt = at, NextTryAt = at,
        };

    public IReadOnlyDictionary<string, string> FieldValues => JsonSerializer.Deserialize<Dictionary<string, string>>(Fields)!;

    /// <summary>A process takes it in hand; when it dies, another may after the lease.</summary>
    public void Lease(DateTimeOffset until)
    {
        Attempts++;
        NextTryAt = until;
    }

    public void Succeed(DateTimeOffset at) => (State, SentAt, LastError) = (MailState.Sent, at, null);

    public void Fail(string error, DateTimeOffset now)
    {
        LastError = error;
        if (MailBackOff.After(Attempts) is { } wait) NextTryAt = now + wait;
        else State = MailState.Failed;
    }

    /// <summary>A person has a mail that was given up tried anew.</summary>
    public Refusal? TryAgain(DateTimeOffset now)
    {
        if (State is not MailState.Failed) return new InvalidStateTransition("mail", State.ToString(), []);
        (State, Attempts, NextTryAt) = (MailState.Queued, 0, now);
        return null;
    }
}

/// <summary>How long a mail waits after a failed try: 1, 2, 4 … minutes, at most 4 hours; given up after the tenth.</summary>
public static class MailBackOff
{
    public const int Tries = 10;
    private static readonly TimeSpan Longest = TimeSpan.FromHours(4);

    /// <summary>Null after the last try.</summary>
    public static TimeSpan? After(int attempts)
    {
        if (attempts >= Tries) return null;
        var wait = TimeSpan.FromMinutes(Math.Pow(2, attempts - 1));
        return wait < Longest ? wait : Longest;
    }
}

internal sealed class OutgoingMailMapping : IEntityTypeConfiguration<OutgoingMail>
{
    public void Configure(EntityTypeBuilder<OutgoingMail> mail)
    {
        mail.Property(m => m.Template).HasMaxLength(60);
        mail.Property(m => m.ToAddress).HasMaxLength(254);
        mail.Property(m => m.ToName).HasMaxLength(100);
        mail.Property(m => m.LinkSelector).HasMaxLength(32);
        mail.Property(m => m.LastError).HasMaxLength(200);
        mail.Ignore(m => m.FieldValues);
        mail.HasIndex(m => new { m.State, m.NextTryAt });
    }
}
