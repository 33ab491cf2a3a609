using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Letters;
using Portal.Graph.Domain.Platform.Letters.Templates;
using Portal.Graph.Schema.Platform;
using Portal.GraphQL.Building;
using Portal.GraphQL.Paging;

namespace Portal.Graph.Schema.Letters;

/// <summary>Which letters; all that are given must fit.</summary>
/// <param name="Text">Beginning of the letter's number, the subject's number, the Provider ID, or part of the provider's name.</param>
/// <param name="Kind">Letters with this key, such as <c>L-REG-WELCOME</c>; <c>L-FREE</c> stands for all that people wrote.</param>
/// <param name="Market">Letters of this market.</param>
/// <param name="State">Letters in this state.</param>
/// <param name="From">Letters of this day or later.</param>
/// <param name="To">Letters of this day or earlier.</param>
public sealed record LetterFilterInput(string? Text = null, string? Kind = null, Market? Market = null, LetterState? State = null, DateOnly? From = null, DateOnly? To = null);

/// <summary>Which templates; all that are given must fit.</summary>
/// <param name="Key">Templates of the letter with this key; <c>L-FREE</c> stands for all that people write by.</param>
/// <param name="Market">Templates of this market alone.</param>
/// <param name="State">Templates in this state.</param>
public sealed record LetterTemplateFilterInput(string? Key = null, Market? Market = null, LetterTemplateState? State = null);

[QueryType]
public static class LetterQueries
{
    // C: /staff/letters
    /// <summary>Letters, newest first. DATE_RANGE_REVERSED when <c>to</c> is before <c>from</c>.</summary>
    /// <param name="where">Further filters.</param>
    [UsePaging, RequiresPermission(Permission.StaffContentEdit, Permission.StaffSupport)]
    public static Outcome<PagedQuery<Letter>> GetLetters(LetterFilterInput? where, LetterReads reads) => where is { From: { } from, To: { } to } && to < from
        ? new DateRangeReversed("Days", from, to) { Path = ["where", "to"] }
        : reads.Letters(new(where?.Text, where?.Kind, where?.Market, where?.State, where?.From, where?.To)).Paged();

    /// <summary>One letter. NOT_FOUND when there is none by that id.</summary>
    [RequiresPermission(Permission.StaffContentEdit, Permission.StaffSupport)]
    public static async Task<Outcome<Letter>> GetLetterAsync([ID<Letter>] long id, LetterReads reads, CancellationToken ct) =>
        await reads.FindAsync(id, ct) is { } letter ? letter : new NotFound("letter");

    // DOC-04
    /// <summary>Texts of letters, by key, the newest version first.</summary>
    /// <param name="where">Further filters.</param>
    [UsePaging, RequiresPermission(Permission.StaffContentEdit)]
    public static PagedQuery<LetterTemplate> GetTemplates(LetterTemplateFilterInput? where, TemplateDesk desk) =>
        desk.Templates(where?.Key, where?.Market, where?.State).Paged();

    /// <summary>Every letter that the portal can write, with the fields that its templates may use.</summary>
    [RequiresPermission(Permission.StaffContentEdit)]
    public static IReadOnlyList<LetterKind> GetLetterKinds() => LetterKinds.All;
}
