using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Letters;

namespace Portal.Graph.BackOffice.Letters.Templates;

/// <summary>A text as it is written.</summary>
public sealed class TemplateForm
{
    public string? Key { get; set; }
    public Market? Market { get; set; }
    public string? Title { get; set; }
    public string? Body { get; set; }
    public int? Version { get; set; }

    public static TemplateForm Of(LetterTemplate template) => new()
    {
        Key = template.Key, Market = template.Market, Title = template.Title, Body = template.Body, Version = template.Version,
    };

    public TemplateDraft ToDraft() => new(Key ?? "", Market, Title ?? "", Body ?? "");
}
