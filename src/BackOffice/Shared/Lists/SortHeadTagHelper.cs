using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Portal.Graph.BackOffice.Shared.Lists;

/// <summary>A column heading that sorts: the first click ascending, the next descending; the order stands in the address as <c>sort=due</c> or <c>sort=-due</c>.</summary>
[HtmlTargetElement("sort-head", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SortHeadTagHelper : TagHelper
{
    public required string Key { get; set; }
    public required string Label { get; set; }
    public required string Current { get; set; }
    public string? Css { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var ascending = Current == Key;
        var descending = Current == "-" + Key;
        output.TagName = "th";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("scope", "col");
        output.Attributes.SetAttribute("class", $"sortable {Css}".TrimEnd());
        if (ascending || descending) output.Attributes.SetAttribute("aria-sort", ascending ? "ascending" : "descending");
        var link = new TagBuilder("a")
        {
            Attributes = { ["href"] = Address.With(ViewContext.HttpContext.Request, ("sort", ascending ? "-" + Key : Key), ("p", null), ("after", null), ("before", null), ("handler", null)) },
        };
        link.InnerHtml.Append(Label);
        var arrow = new TagBuilder("span") { Attributes = { ["class"] = "arrow", ["aria-hidden"] = "true" } };
        arrow.InnerHtml.Append(ascending ? "↑" : descending ? "↓" : "↕");
        link.InnerHtml.AppendHtml(arrow);
        output.Content.AppendHtml(link);
    }
}
