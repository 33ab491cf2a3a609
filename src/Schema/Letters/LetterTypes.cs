using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Platform.Letters;
using Portal.Graph.Domain.Platform.Letters.Templates;
using Portal.Graph.Domain.Platform.Files;
using Portal.Graph.Schema.Accounts;
using Portal.GraphQL.Building;

namespace Portal.Graph.Schema.Letters;

// DOC-03
[ObjectType<Letter>(Fields =
[
    nameof(Letter.Version), nameof(Letter.Number), nameof(Letter.Kind), nameof(Letter.Market), nameof(Letter.Recipient), nameof(Letter.SubjectType),
    nameof(Letter.SubjectNumber), nameof(Letter.State), nameof(Letter.CreatedDate), nameof(Letter.IssuedAt), nameof(Letter.MailedDate), nameof(Letter.ReadAt),
    nameof(Letter.Html),
])]
public static class LetterType
{
    [ID<Letter>]
    public static long GetId([Parent] Letter letter) => letter.Id;

    /// <summary>Its heading; null for one that was just made.</summary>
    public static string? GetTitle([Parent] Letter letter) => letter.Template?.Title;

    /// <summary>The provider that it is addressed to.</summary>
    public static ValueTask<ProviderAccount?> GetProviderAsync([Parent] Letter letter, AccountById accounts, CancellationToken ct) => accounts.LoadAsync(letter.AccountId, ct);

    /// <summary>The PDF's ID, for <c>GET /files/{id}</c>; null until it is written.</summary>
    [ID<StoredFile>]
    public static long? GetFileId([Parent] Letter letter) => letter.FileId;

    /// <summary>The letter that this one corrects.</summary>
    [ID<Letter>]
    public static long? GetSupersedesId([Parent] Letter letter) => letter.SupersedesId;

    /// <summary>Names of the fields without a value that block it.</summary>
    public static IReadOnlyList<string> GetMissingFields([Parent] Letter letter) => letter.MissingFields?.Split(',') ?? [];

    [NodeResolver]
    public static Task<Letter?> GetLetterByIdAsync(long id, LetterReads reads, CancellationToken ct) => reads.FindAsync(id, ct);
}

// DOC-04
[ObjectType<LetterTemplate>(Fields =
[
    nameof(LetterTemplate.Version), nameof(LetterTemplate.Key), nameof(LetterTemplate.Market), nameof(LetterTemplate.TemplateVersion), nameof(LetterTemplate.Title),
    nameof(LetterTemplate.Body), nameof(LetterTemplate.State), nameof(LetterTemplate.Author), nameof(LetterTemplate.Approver), nameof(LetterTemplate.ChangedAt),
    nameof(LetterTemplate.ApprovedAt),
])]
public static class LetterTemplateType
{
    [ID<LetterTemplate>]
    public static long GetId([Parent] LetterTemplate template) => template.Id;

    [NodeResolver]
    public static Task<LetterTemplate?> GetLetterTemplateByIdAsync(long id, TemplateDesk desk, CancellationToken ct) => desk.FindAsync(id, ct);
}

[ObjectType<LetterKind>(Fields = [nameof(LetterKind.Key), nameof(LetterKind.Title), nameof(LetterKind.IsMailed), nameof(LetterKind.IsFree), nameof(LetterKind.Fields)])]
public static class LetterKindType;

[ObjectType<LetterField>(Fields = [nameof(LetterField.Name), nameof(LetterField.Kind), nameof(LetterField.Items)])]
public static class LetterFieldType;
