using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Portal.Graph.BackOffice.Shared.Forms;

/// <summary>PLT-24, section 0.1: one form field with its label, asterisk, hint and error, tied together for those who do not see them.</summary>
[HtmlTargetElement("field", Attributes = "for,label", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FieldTagHelper : TagHelper
{
    public required ModelExpression For { get; set; }
    public required string Label { get; set; }

    /// <summary>text, password, search, date, money, number, code or textarea; with <see cref="Options"/> it is a select.</summary>
    public string Kind { get; set; } = "text";
    public string? Hint { get; set; }
    public bool Required { get; set; }

    /// <summary>The label is for screen readers only, where a column heading already says it.</summary>
    public bool LabelHidden { get; set; }
    public string? Autocomplete { get; set; }
    public int? MaxLength { get; set; }
    public string? Placeholder { get; set; }

    /// <summary>Lines of a textarea.</summary>
    public int Rows { get; set; } = 4;
    public bool Autofocus { get; set; }

    /// <summary>What the page's script reads to show the balance while one types.</summary>
    public string? CountsAs { get; set; }
    public IEnumerable<SelectListItem>? Options { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    private string Name => ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
    private string Id => FieldPath.ToId(Name);

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ViewContext.ModelState.TryGetValue(Name, out var entry);
        var errors = entry?.Errors.Select(error => error.ErrorMessage).ToList() ?? [];
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"field field-{Kind}{(errors.Count > 0 ? " field-invalid" : "")}");
        output.Content.AppendHtml(LabelTag());
        if (Hint is not null) output.Content.AppendHtml(Paragraph("hint", $"{Id}-hint", Hint));
        if (errors.Count > 0) output.Content.AppendHtml(Paragraph("field-error", $"{Id}-error", string.Join(" ", errors)));
        output.Content.AppendHtml(Control(entry, errors.Count > 0));
    }

    private TagBuilder LabelTag()
    {
        var label = new TagBuilder("label") { Attributes = { ["for"] = Id } };
        if (LabelHidden) label.AddCssClass("visually-hidden");
        label.InnerHtml.Append(Label);
        if (!Required) return label;
        var mark = new TagBuilder("span") { Attributes = { ["class"] = "required", ["aria-hidden"] = "true" } };
        mark.InnerHtml.Append("*");
        label.InnerHtml.AppendHtml(mark);
        return label;
    }

    private static TagBuilder Paragraph(string css, string id, string text)
    {
        var paragraph = new TagBuilder("p") { Attributes = { ["class"] = css, ["id"] = id } };
        paragraph.InnerHtml.Append(text);
        return paragraph;
    }

    private TagBuilder Control(ModelStateEntry? entry, bool invalid)
    {
        var value = entry?.AttemptedValue ?? Text(For.Model);
        var control = Options is not null ? Select(Options, value) : Kind == "textarea" ? TextArea(value) : Input(value);
        control.Attributes["id"] = Id;
        control.Attributes["name"] = Name;
        if (Required) control.Attributes["aria-required"] = "true";
        if (MaxLength is { } length) control.Attributes["maxlength"] = length.ToString(CultureInfo.InvariantCulture);
        if (Placeholder is not null) control.Attributes["placeholder"] = Placeholder;
        if (Autocomplete is not null) control.Attributes["autocomplete"] = Autocomplete;
        if (Autofocus) control.Attributes["autofocus"] = "autofocus";
        if (CountsAs is not null) control.Attributes["data-role"] = CountsAs;
        if (invalid) control.Attributes["aria-invalid"] = "true";
        var described = string.Join(' ', new[] { Hint is null ? null : $"{Id}-hint", invalid ? $"{Id}-error" : null }.OfType<string>());
        if (described.Length > 0) control.Attributes["aria-describedby"] = described;
        return control;
    }

    private TagBuilder Input(string value)
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.Attributes["type"] = Kind is "password" or "search" or "date" ? Kind : "text";
        if (Kind is "money") input.Attributes["inputmode"] = "decimal";
        if (Kind is "number" or "code") input.Attributes["inputmode"] = "numeric";
        if (Kind is not "password") input.Attributes["value"] = value;
        if (Autocomplete is null && Kind is not "password") input.Attributes["autocomplete"] = "off";
        return input;
    }

    private TagBuilder TextArea(string value)
    {
        var area = new TagBuilder("textarea") { Attributes = { ["rows"] = Rows.ToString(CultureInfo.InvariantCulture) } };
        area.InnerHtml.Append("\n" + value);
        return area;
    }

    private static TagBuilder Select(IEnumerable<SelectListItem> options, string value)
    {
        var select = new TagBuilder("select");
        foreach (var option in options)
        {
            var tag = new TagBuilder("option") { Attributes = { ["value"] = option.Value ?? option.Text } };
            if (string.Equals(option.Value ?? option.Text, value, StringComparison.OrdinalIgnoreCase)) tag.Attributes["selected"] = "selected";
            tag.InnerHtml.Append(option.Text);
            select.InnerHtml.AppendHtml(tag);
        }
        return select;
    }

    private static string Text(object? model) => model switch
    {
        null => "",
        decimal money => money.ToString("0.00", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        _ => model.ToString() ?? "",
    };
}
