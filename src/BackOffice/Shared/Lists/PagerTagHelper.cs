using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Portal.Graph.BackOffice.Shared.Lists;

/// <summary>"1–25 of 113" and the links to the pages before and after; the filters stay in the address.</summary>
[HtmlTargetElement("pager", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PagerTagHelper : TagHelper
{
    public required int Number { get; set; }
    public required int Size { get; set; }
    public required int Total { get; set; }

    /// <summary>What is counted, such as "claims".</summary>
    public string Of { get; set; } = "entries";

    /// <summary>The page's name in the address; one of its own for a second list on the same page.</summary>
    public string Key { get; set; } = "p";

    [ViewContext, HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var last = Math.Max(1, (Total + Size - 1) / Size);
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "pager");
        output.Attributes.SetAttribute("aria-label", $"Pages of {Of}");
        var range = new TagBuilder("p") { Attributes = { ["class"] = "pager-range" } };
        var first = (Number - 1) * Size + 1;
        range.InnerHtml.Append(Total == 0 || first > Total
            ? string.Create(CultureInfo.InvariantCulture, $"{Total:N0} {Of}")
            : string.Create(CultureInfo.InvariantCulture, $"{first:N0}–{Math.Min(Number * Size, Total):N0} of {Total:N0} {Of}"));
        output.Content.AppendHtml(range);
        if (last == 1 && Number == 1) return;
        output.Content.AppendHtml(Link("Previous", Number - 1, Number > 1, "prev"));
        var place = new TagBuilder("span") { Attributes = { ["class"] = "pager-place", ["aria-current"] = "page" } };
        place.InnerHtml.Append(string.Create(CultureInfo.InvariantCulture, $"Page {Number} of {last}"));
        output.Content.AppendHtml(place);
        output.Content.AppendHtml(Link("Next", Number + 1, Number < last, "next"));
    }

    private TagBuilder Link(string text, int page, bool open, string rel)
    {
        var link = new TagBuilder(open ? "a" : "span") { Attributes = { ["class"] = open ? "button button-quiet" : "button button-quiet button-off" } };
        if (open)
        {
            var number = page == 1 ? null : page.ToString(CultureInfo.InvariantCulture);
            link.Attributes["href"] = Address.With(ViewContext.HttpContext.Request, (Key, number));
            link.Attributes["rel"] = rel;
        }
        link.InnerHtml.Append(text);
        return link;
    }
}
