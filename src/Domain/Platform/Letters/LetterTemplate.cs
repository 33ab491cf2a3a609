using System.Globalization;
using Portal.Graph.Domain.Platform.Letters.Templates;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Letters;

/// <summary>Where a template stands.</summary>
public enum LetterTemplateState
{
    /// <summary>Being written; no letter is made from it.</summary>
    Draft,

    /// <summary>In use; its text never changes again.</summary>
    Approved,

    /// <summary>No longer in use; letters that were made from it keep it.</summary>
    Retired,
}

// DOC-04
/// <summary>The text of a letter, for one market or for all that have none of their own.</summary>
public sealed class LetterTemplate : IVersioned
{
    /// <summary>The place of a template that is for every market.</summary>
    public const string Everywhere = "*";

    private LetterTemplate() { }

    public long Id { get; private set; }
    public int Version { get; private set; }

    /// <summary>The letter's key, such as <c>L-REG-WELCOME</c>.</summary>
    public string Key { get; private set; } = "";

    /// <summary>The market whose letters it is for; null for every market without its own.</summary>
    public Market? Market { get; private set; }

    /// <summary>Whether it can be taken out of use: letters that follow from what happens always have a text for every market.</summary>
    public bool MayRetire => Market is not null || LetterKinds.IsFreeKey(Key);

    internal string Place { get; private set; } = Everywhere;

    /// <summary>1, 2, 3 … among the templates of the key and market.</summary>
    public int TemplateVersion { get; private set; }

    /// <summary>The letter's heading.</summary>
    public string Title { get; private set; } = "";

    /// <summary>The text with its fields.</summary>
    public string Body { get; private set; } = "";

    /// <summary>Where it stands.</summary>
    public LetterTemplateState State { get; private set; }

    /// <summary>Who wrote it last.</summary>
    public string Author { get; private set; } = "catalogue";

    /// <summary>Who approved it; null while nobody has.</summary>
    public string? Approver { get; private set; }

    /// <summary>When it was written last (UTC).</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>When it was approved (UTC).</summary>
    public DateTimeOffset? ApprovedAt { get; private set; }

    // Everybody who wrote a word of it, so that none of them approves it.
    internal string AuthorIds { get; private set; } = "";

    internal static LetterTemplate Draft(string key, Market? market, int templateVersion, string title, string body, LetterHand hand)
    {
        var template = new LetterTemplate { Key = key, Market = market, Place = PlaceOf(market), TemplateVersion = templateVersion, State = LetterTemplateState.Draft };
        template.Write(title, body, hand);
        return template;
    }

    /// <summary>The catalogue's own, in use from the beginning.</summary>
    internal static LetterTemplate Seeded(string key, string title, string body, DateTimeOffset at) => new()
    {
        Key = key, TemplateVersion = 1, Title = title, Body = body, State = LetterTemplateState.Approved, Approver = "catalogue", ChangedAt = at, ApprovedAt = at,
    };

    internal Refusal? Revise(string title, string body, LetterHand hand)
    {
        if (Refuse(LetterTemplateState.Draft) is { } refusal) return refusal;
        Write(title, body, hand);
        return null;
    }

    // A.2: DRAFT→APPROVED→RETIRED; E: author is not approver.
    internal Refusal? Approve(LetterHand hand)
    {
        if (Refuse(LetterTemplateState.Draft) is { } refusal) return refusal;
        if (AuthorIds.Split(',').Contains(IdOf(hand))) return new ApprovalByAuthorForbidden("letter template");
        (State, Approver, ApprovedAt) = (LetterTemplateState.Approved, hand.Name, hand.At);
        return null;
    }

    internal Refusal? Retire()
    {
        if (Refuse(LetterTemplateState.Approved) is { } refusal) return refusal;
        State = LetterTemplateState.Retired;
        return null;
    }

    internal static string PlaceOf(Market? market) => market?.ToString() ?? Everywhere;

    private void Write(string title, string body, LetterHand hand)
    {
        (Title, Body, Author, ChangedAt) = (title.Trim(), body, hand.Name, hand.At);
        if (!AuthorIds.Split(',').Contains(IdOf(hand))) AuthorIds = AuthorIds.Length == 0 ? IdOf(hand) : $"{AuthorIds},{IdOf(hand)}";
    }

    private Refusal? Refuse(LetterTemplateState needed) => State == needed ? null : new InvalidStateTransition("letter template", State.ToString(), State switch
    {
        LetterTemplateState.Draft => [nameof(LetterTemplateState.Approved)],
        LetterTemplateState.Approved => [nameof(LetterTemplateState.Retired)],
        LetterTemplateState.Retired => [],
    });

    private static string IdOf(LetterHand hand) => hand.UserId.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Who writes or approves, and when.</summary>
internal sealed record LetterHand(long UserId, string Name, DateTimeOffset At);
