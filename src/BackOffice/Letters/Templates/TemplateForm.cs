using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Letters;
using Portal.Graph.Domain.Platform.Letters.Templates;

namespace Portal.Graph.BackOffice.Letters.Templates;

/// <summary>A text as it is written.</summary>
public sealed class TemplateForm
{
    public string? Key { get; set; }

    /// <summary>Of a text that people write by, what comes after its key; null for that of the key itself.</summary>
    public string? Name { get; set; }
    public Market? Market { get; set; }
    public string? Title { get; set; }
    public string? Body { get; set; }
    public int? Version { get; set; }

    public static TemplateForm Of(LetterTemplate template) => new()
    {
        Key = template.Key, Market = template.Market, Title = template.Title, Body = template.Body, Version = template.Version,
    };

    public string FullKey => Key == LetterKinds.Free.Key && Name?.Trim() is { Length: > 0 } name ? $"{Key}-{name.ToUpperInvariant().Replace(' ', '-')}" : Key ?? "";

    public TemplateDraft ToDraft() => new(FullKey, Market, Title ?? "", Body ?? "");

    /// <summary>For a new text that begins as this one: the key is chosen again.</summary>
    public void Detach()
    {
        Version = null;
        if (LetterKinds.Find(Key ?? "") is { IsFree: true, Key: var key } && key.Length > LetterKinds.Free.Key.Length)
            (Key, Name) = (LetterKinds.Free.Key, key[(LetterKinds.Free.Key.Length + 1)..]);
    }
}
