using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Portal.Graph.BackOffice.Shared.Lists;

/// <summary>"25 of 113 items" and the links to the pages before and after, which begin at an entry and not at a number; the filters stay in the address.</summary>
[HtmlTargetElement("keyset-pager", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class KeysetPagerTagHelper : TagHelper
{
    public required int Shown { get; set; }
    public required int Total { get; set; }

    /// <summary>Where the page before ends; null on the first page.</summary>
    public string? Before { get; set; }

    /// <summary>Where the page after begins; null on the last page.</summary>
    public string? After { get; set; }

    /// <summary>What is counted, such as "claims".</summary>
    public string Of { get; set; } = "entries";

    // What is counted has a regular plural: items, claims, rows, entries.
    private string One => Of.EndsWith("ies", StringComparison.Ordinal) ? Of[..^3] + "y" : Of.TrimEnd('s');

    [ViewContext, HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "pager");
        output.Attributes.SetAttribute("aria-label", "Pages");
        var range = new TagBuilder("p") { Attributes = { ["class"] = "pager-range" } };
        range.InnerHtml.Append(Shown == Total
            ? string.Create(CultureInfo.InvariantCulture, $"{Total:N0} {(Total == 1 ? One : Of)}")
            : string.Create(CultureInfo.InvariantCulture, $"{Shown:N0} of {Total:N0} {Of}"));
        output.Content.AppendHtml(range);
        if (string.IsNullOrEmpty(Before) && string.IsNullOrEmpty(After)) return;
        output.Content.AppendHtml(Link("Previous", "before", Before, "prev")).AppendHtml(Link("Next", "after", After, "next"));
    }

    private TagBuilder Link(string text, string key, string? cursor, string rel)
    {
        // An attribute without a value reaches a tag helper as an empty text.
        var open = !string.IsNullOrEmpty(cursor);
        var link = new TagBuilder(open ? "a" : "span") { Attributes = { ["class"] = open ? "button button-quiet" : "button button-quiet button-off" } };
        if (open)
        {
            link.Attributes["href"] = Address.With(ViewContext.HttpContext.Request, ("handler", null), ("before", null), ("after", null), (key, cursor));
            link.Attributes["rel"] = rel;
        }
        link.InnerHtml.Append(text);
        return link;
    }
}
