using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Letters;
using Portal.Graph.Schema.Platform;
using Portal.GraphQL.Building;

namespace Portal.Graph.Schema.Letters;

/// <summary>A value of a letter's own field.</summary>
/// <param name="Name">The field's name.</param>
/// <param name="Value">Its new value, dates as 2025-12-01; nothing takes it away.</param>
public sealed record LetterFieldInput(string Name, string? Value = null);

// DOC-03, DOC-04
[MutationType, ClosedForMaintenance, RequiresPermission(Permission.StaffContentEdit)]
public static class LetterMutations
{
    /// <summary>Writes the text of a letter as a draft, or writes a draft anew. No letter is made from it until a second person approves it.</summary>
    /// <param name="id">The draft to write anew; key and market stay as they are. A new draft when left out.</param>
    /// <param name="version">The version of that draft that you read.</param>
    /// <param name="key">A key of <c>letterKinds</c>, or for a text of your own <c>L-FREE-</c> and a name of capital letters, digits and hyphens.</param>
    /// <param name="market">For the letters of one market; for those of every market without its own when left out.</param>
    /// <param name="title">The letter's heading, at most 120 characters.</param>
    /// <param name="body">The text, at most 20,000 characters: <c>{{field}}</c>, <c>{{#if field}} {{/if}}</c>, <c>{{#each list}} {{/each}}</c>; lines that begin with # are headings, with - points, with | rows of a table.</param>
    [PayloadField("template"), Error<TemplateFieldUnknown>]
    public static Task<Outcome<LetterTemplate>> SaveTemplateAsync(
        [ID<LetterTemplate>] long? id, int? version, string key, Market? market, string title, string body, TemplateDesk desk, CancellationToken ct) =>
        desk.SaveAsync(new(key, market, title, body), id, version, ct);

    /// <summary>Puts a draft in use and retires the text in use before. Whoever wrote a word of it is refused.</summary>
    /// <param name="version">The version that you read; refused with CONCURRENT_CHANGE when it is not the present one.</param>
    [PayloadField("template"), Error<ApprovalByAuthorForbidden>, Error<TemplateFieldUnknown>]
    public static Task<Outcome<LetterTemplate>> ApproveTemplateAsync([ID<LetterTemplate>] long id, int version, TemplateDesk desk, CancellationToken ct) =>
        desk.ApproveAsync(id, version, ct);

    /// <summary>Takes a market's own text, or one that people write by, out of use; letters of a market have the text for every market from then on.</summary>
    /// <param name="version">The version that you read; refused with CONCURRENT_CHANGE when it is not the present one.</param>
    [PayloadField("template")]
    public static Task<Outcome<LetterTemplate>> RetireTemplateAsync([ID<LetterTemplate>] long id, int version, TemplateDesk desk, CancellationToken ct) =>
        desk.RetireAsync(id, version, ct);

    // createLetter
    /// <summary>Has a letter written to a provider by an approved text that people use. LETTER_FIELD_MISSING names the fields that the text needs and that have no value; there is no letter then.</summary>
    /// <param name="template">The key of the text: <c>L-FREE</c>, or one of your own that begins with it.</param>
    /// <param name="providerId">The provider that it is addressed to.</param>
    /// <param name="market">One of the provider's markets, whose text and contacts it has; the provider's first when left out.</param>
    /// <param name="subjectNumber">The number of the record that it is about, if any: letters, digits and hyphens, at most 40.</param>
    /// <param name="fields">Values of its own fields: <c>topic</c>, <c>text</c> and <c>until</c>; each at most 4,000 characters.</param>
    /// <param name="clientRequestId">Your own id of this request: repeating it gives the first letter.</param>
    [PayloadField("letter"), Error<LetterFieldMissing>, Error<TemplateFieldUnknown>]
    public static Task<Outcome<Letter>> CreateLetterAsync(
        string template, [ID<ProviderAccount>] long providerId, Market? market, string? subjectNumber, IReadOnlyList<LetterFieldInput> fields,
        [ID] string clientRequestId, FreeLetterDesk desk, CancellationToken ct) =>
        desk.CreateAsync(new(template, providerId, market, subjectNumber, Values(fields)), clientRequestId, ct);

    /// <summary>Corrects an issued letter by a new one, with today's facts and the given values over its own. The old one stays as it is.</summary>
    /// <param name="version">The version that you read; refused with CONCURRENT_CHANGE when it is not the present one.</param>
    /// <param name="fields">Values of the letter's own fields that were wrong.</param>
    [PayloadField("letter"), Error<LetterFieldMissing>, Error<TemplateFieldUnknown>]
    public static Task<Outcome<Letter>> SupersedeLetterAsync([ID<Letter>] long id, int version, IReadOnlyList<LetterFieldInput> fields, LetterDesk desk, CancellationToken ct) =>
        desk.SupersedeAsync(id, version, Values(fields), ct);

    /// <summary>Has a blocked letter written again, by the text in use today.</summary>
    /// <param name="version">The version that you read; refused with CONCURRENT_CHANGE when it is not the present one.</param>
    [PayloadField("letter")]
    public static Task<Outcome<Letter>> RetryLetterAsync([ID<Letter>] long id, int version, LetterDesk desk, CancellationToken ct) =>
        desk.TryAgainAsync(id, version, ct);

    /// <summary>Mails the account's administrators who want it that the letter is there.</summary>
    [PayloadField("letter")]
    public static async Task<Outcome<Letter>> ResendLetterAsync([ID<Letter>] long id, LetterDesk desk, CancellationToken ct) =>
        (await desk.ResendAsync(id, ct)).Map(sent => sent.Letter);

    private static Dictionary<string, string?> Values(IReadOnlyList<LetterFieldInput> fields) => fields.GroupBy(f => f.Name).ToDictionary(g => g.Key, g => g.Last().Value);
}
