using Microsoft.AspNetCore.Razor.TagHelpers;
using Portal.Graph.Domain.Platform.Work;

namespace Portal.Graph.BackOffice.Shared.Display;

/// <summary>PLT-09, PLT-24: when an item is due, amber at three quarters of its time, red when breached, always in words too.</summary>
[HtmlTargetElement("due-badge", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DueBadgeTagHelper : TagHelper
{
    public required DueClock Clock { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var left = Show.Span(Clock.Left);
        var (css, text) = Clock.Urgency is { } urgency ? Open(urgency, left, Clock.Stands ? ", clock paused" : "") : ("badge", "Closed");
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", css);
        output.Content.Append(text);
    }

    private static (string Css, string Text) Open(WorkUrgency urgency, string left, string paused) => urgency switch
    {
        WorkUrgency.OnTime => ("badge badge-green", $"On time, {left} left{paused}"),
        WorkUrgency.Amber => ("badge badge-amber", $"Due soon, {left} left{paused}"),
        WorkUrgency.Breached => ("badge badge-red", $"Breached by {left}{paused}"),
    };
}
