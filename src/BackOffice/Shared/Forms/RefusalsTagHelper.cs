using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Portal.Graph.Domain.Platform;

namespace Portal.Graph.BackOffice.Shared.Forms;

/// <summary>The summary of everything that was refused, each line a link to its field; empty when nothing was.</summary>
[HtmlTargetElement("refusals", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class RefusalsTagHelper : TagHelper
{
    public string Heading { get; set; } = "Nothing was saved";

    [ViewContext, HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var order = (ViewContext.ViewData.Model as StaffPage)?.FaultyFields ?? [];
        var faults = ViewContext.ModelState.Where(pair => pair.Value?.Errors.Count > 0).OrderBy(pair => order.IndexOf(pair.Key)).ToList();
        if (faults.Count == 0) { output.SuppressOutput(); return; }
        output.TagName = "section";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "notice notice-refused");
        output.Attributes.SetAttribute("id", "refusals");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("data-focus", "");
        var heading = new TagBuilder("h2");
        heading.InnerHtml.Append(Heading);
        output.Content.AppendHtml(heading).AppendHtml(List(faults));
        var refusals = (ViewContext.ViewData.Model as StaffPage)?.Refusals ?? [];
        foreach (var way in refusals.Select(refusal => refusal.OtherPath).OfType<OtherPath>().Distinct())
            output.Content.AppendHtml(WayOut(way));
    }

    private static TagBuilder List(List<KeyValuePair<string, ModelStateEntry?>> faults)
    {
        var list = new TagBuilder("ul");
        foreach (var (key, message) in faults.SelectMany(fault => fault.Value!.Errors.Select(error => (fault.Key, error.ErrorMessage))))
        {
            var item = new TagBuilder("li");
            if (key.Length == 0) item.InnerHtml.Append(message);
            else
            {
                var link = new TagBuilder("a") { Attributes = { ["href"] = $"#{FieldPath.ToId(key)}" } };
                link.InnerHtml.Append(message);
                item.InnerHtml.AppendHtml(link);
            }
            list.InnerHtml.AppendHtml(item);
        }
        return list;
    }

    private static TagBuilder WayOut(OtherPath way)
    {
        var paragraph = new TagBuilder("p");
        paragraph.InnerHtml.Append(string.Join(" · ", new[] { way.Label, way.Phone, way.Fax, way.MailAddress }.OfType<string>()));
        return paragraph;
    }
}
