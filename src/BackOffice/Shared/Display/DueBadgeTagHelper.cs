using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Portal.Graph.BackOffice.Shared.Display;

/// <summary>PLT-09, PLT-24: when an item is due, amber at three quarters of its time, red when breached, always in words too.</summary>
[HtmlTargetElement("due-badge", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DueBadgeTagHelper : TagHelper
{
    public required DueClock Clock { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (tone, text) = (Clock.State, Clock.Left) switch
        {
            (DueState.Stopped, _) => ("badge", "Closed"),
            (DueState.OnTime, var left) => ("badge badge-green", $"On time · {Show.Span(left)} left"),
            (DueState.Amber, var left) => ("badge badge-amber", $"Due soon · {Show.Span(left)} left"),
            (DueState.Breached, var left) => ("badge badge-red", $"Breached · {Show.Span(left)} over"),
        };
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", tone);
        output.Content.Append(text);
    }
}
