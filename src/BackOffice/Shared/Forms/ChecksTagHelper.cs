using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Portal.Graph.BackOffice.Shared.Forms;

/// <summary>PLT-24: several choices of a short list as boxes under one legend; none ticked has a meaning that the hint tells.</summary>
[HtmlTargetElement("checks", Attributes = "for,label", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ChecksTagHelper : TagHelper
{
    public required ModelExpression For { get; set; }
    public required string Label { get; set; }
    public required IEnumerable<SelectListItem> Options { get; set; }
    public string? Hint { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var id = FieldPath.ToId(name);
        var ticked = (For.Model as System.Collections.IEnumerable ?? Array.Empty<object>()).Cast<object>().Select(value => value.ToString()).ToHashSet();
        output.TagName = "fieldset";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "checks");
        output.Attributes.SetAttribute("id", id);
        var legend = new TagBuilder("legend");
        legend.InnerHtml.Append(Label);
        output.Content.AppendHtml(legend);
        if (Hint is not null)
        {
            output.Attributes.SetAttribute("aria-describedby", $"{id}-hint");
            var hint = new TagBuilder("p") { Attributes = { ["class"] = "hint", ["id"] = $"{id}-hint" } };
            hint.InnerHtml.Append(Hint);
            output.Content.AppendHtml(hint);
        }
        foreach (var option in Options) output.Content.AppendHtml(Box(name, id, option, ticked.Contains(option.Value)));
    }

    private static TagBuilder Box(string name, string id, SelectListItem option, bool ticked)
    {
        var box = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        (box.Attributes["type"], box.Attributes["name"], box.Attributes["value"]) = ("checkbox", name, option.Value);
        box.Attributes["id"] = $"{id}-{option.Value}";
        if (ticked) box.Attributes["checked"] = "checked";
        var label = new TagBuilder("label") { Attributes = { ["for"] = $"{id}-{option.Value}" } };
        label.InnerHtml.AppendHtml(box).Append(" " + option.Text);
        return label;
    }
}
