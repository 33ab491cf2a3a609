using System.Linq.Expressions;
using Portal.Graph.Domain.Platform.Letters.Templates;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Letters;

/// <summary>Where a letter stands.</summary>
public enum LetterState
{
    /// <summary>Stored with what it tells of; about to be written.</summary>
    Pending,

    /// <summary>Written; it never changes again.</summary>
    Issued,

    /// <summary>Fields have no value; a person sees to it and has it tried again.</summary>
    Blocked,
}

/// <summary>To whom a letter is addressed.</summary>
public enum LetterRecipient
{
    /// <summary>The provider; it is on the provider's page too.</summary>
    Provider,

    /// <summary>The member, on paper alone.</summary>
    Member,
}

// DOC-03
/// <summary>
/// A letter: its template's version, the values of its fields, and what was drawn of them. Written once; a correction is a new letter that
/// supersedes it. One per subject and kind, its corrections aside.
/// </summary>
public sealed class Letter : IVersioned, IAccountRecord<Letter>
{
    // PLT-19
    static Expression<Func<Letter, bool>> IAccountRecord<Letter>.IsOfReader(PortalDb db) => letter => db.ReadsEveryAccount || db.ReaderAccounts.Contains(letter.AccountId);

    /// <summary>As files know it.</summary>
    public const string SubjectKind = "letter";

    private IEntity? _subject;

    private Letter() { }

    public long Id { get; private set; }
    public int Version { get; private set; }

    /// <summary>L, the day, and seven digits.</summary>
    public string Number { get; private set; } = "";

    /// <summary>Its key in the catalogue, such as <c>L-REG-WELCOME</c>.</summary>
    public string Kind { get; private set; } = "";

    public long TemplateId { get; private set; }
    public LetterTemplate? Template { get; private set; }
    public long AccountId { get; private set; }
    /// <summary>To whom it is addressed.</summary>
    public LetterRecipient Recipient { get; private set; }
    public long? MemberId { get; private set; }

    /// <summary>The market whose template and contact texts it has.</summary>
    public Market Market { get; private set; }

    /// <summary>The kind of record that it is about.</summary>
    public string SubjectType { get; private set; } = "";

    public long? SubjectId { get; private set; }

    /// <summary>The record's business number; null when it has none.</summary>
    public string? SubjectNumber { get; private set; }

    /// <summary>0 for the first; each correction has the next.</summary>
    public int Revision { get; private set; }

    /// <summary>The letter that this one corrects.</summary>
    public long? SupersedesId { get; private set; }

    /// <summary>Where it stands.</summary>
    public LetterState State { get; private set; }

    /// <summary>Its day in the market: the date on paper.</summary>
    public DateOnly CreatedDate { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When it was written (UTC).</summary>
    public DateTimeOffset? IssuedAt { get; private set; }

    /// <summary>When it left on paper.</summary>
    public DateOnly? MailedDate { get; private set; }

    /// <summary>When the account first opened it (UTC).</summary>
    public DateTimeOffset? ReadAt { get; private set; }

    /// <summary>The PDF.</summary>
    public long? FileId { get; private set; }

    /// <summary>The same as HTML.</summary>
    public string? Html { get; private set; }

    /// <summary>Names of the fields without a value, with commas between; null unless it is blocked.</summary>
    public string? MissingFields { get; private set; }

    // What the desk gave; with what every letter has, once it is written.
    internal string FieldsText { get; private set; } = "{}";

    public LetterValues Values => LetterValues.Read(FieldsText);

    internal static Letter About(LetterRequest request, LetterTemplate template, Market market, string number, DateTimeOffset at) => new()
    {
        Number = number, Kind = request.Kind.Key, TemplateId = template.Id, AccountId = request.AccountId, MemberId = request.MemberId, Market = market,
        SubjectType = request.Kind.SubjectType, SubjectId = request.Subject.Id == 0 ? null : request.Subject.Id, SubjectNumber = request.SubjectNumber,
        CreatedAt = at, CreatedDate = at.DateIn(market), FieldsText = request.Values.Write(), _subject = request.Subject,
    };

    /// <summary>What a person writes to the account: about no record of the portal's own, though it may name a number.</summary>
    internal static Letter ByHand(LetterKind kind, LetterTemplate template, long accountId, Market market, string? subjectNumber, LetterValues values, string number, DateTimeOffset at) => new()
    {
        Number = number, Kind = kind.Key, TemplateId = template.Id, AccountId = accountId, Market = market, SubjectType = kind.SubjectType, SubjectNumber = subjectNumber,
        CreatedAt = at, CreatedDate = at.DateIn(market), FieldsText = values.Write(),
    };

    internal static Letter Correcting(Letter wrong, LetterTemplate template, LetterValues values, string number, DateTimeOffset at) => new()
    {
        Number = number, Kind = wrong.Kind, TemplateId = template.Id, AccountId = wrong.AccountId, Recipient = wrong.Recipient, MemberId = wrong.MemberId,
        Market = wrong.Market, SubjectType = wrong.SubjectType, SubjectId = wrong.SubjectId, SubjectNumber = wrong.SubjectNumber, Revision = wrong.Revision + 1,
        SupersedesId = wrong.Id, CreatedAt = at, CreatedDate = at.DateIn(wrong.Market), FieldsText = values.Write(),
    };

    /// <summary>Takes the id that its subject got by the save; whether it changed.</summary>
    internal bool PointAtSubject()
    {
        if (_subject is not { Id: > 0 } subject || SubjectId is not null) return false;
        SubjectId = subject.Id;
        return true;
    }

    internal void Issue(LetterValues values, long fileId, string html, DateTimeOffset at) =>
        (State, FieldsText, FileId, Html, IssuedAt, MissingFields) = (LetterState.Issued, values.Write(), fileId, html, at, null);

    internal void Block(IReadOnlyList<string> missing) => (State, MissingFields) = (LetterState.Blocked, string.Join(',', missing));

    internal Refusal? TryAgain(LetterTemplate template)
    {
        if (State is not LetterState.Blocked) return new InvalidStateTransition("letter", State.ToString(), []);
        (State, MissingFields, TemplateId) = (LetterState.Pending, null, template.Id);
        return null;
    }
}

/// <summary>How a letter goes to its reader.</summary>
public enum DeliveryChannel { Portal, Mail, EmailNotice }

public enum DeliveryState { Queued, Sent, Failed }

/// <summary>One way that a letter went, or will.</summary>
public sealed class Delivery : IEntity
{
    public long Id { get; private set; }
    public required long LetterId { get; init; }
    public required DeliveryChannel Channel { get; init; }
    public required DeliveryState State { get; init; }
    public required DateTimeOffset At { get; init; }
    public int Tries { get; init; }
}

/// <summary>A letter that a desk wants written.</summary>
/// <param name="Subject">The record that it is about; a new one gets its id by the same save.</param>
/// <param name="AccountId">The provider that it is addressed to.</param>
/// <param name="Values">Its own fields; those of every letter are looked up when it is written.</param>
public sealed record LetterRequest(LetterKind Kind, IEntity Subject, long AccountId, LetterValues Values)
{
    /// <summary>The account's first market when null.</summary>
    public Market? Market { get; init; }
    public string? SubjectNumber { get; init; }
    public long? MemberId { get; init; }
}
