using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Portal.Graph.BackOffice.Shared.Display;

public enum Tone { Neutral, Blue, Green, Amber, Red }

/// <summary>PLT-24: a state as text with a colour and a shape, never a colour alone.</summary>
[HtmlTargetElement("badge")]
public sealed class BadgeTagHelper : TagHelper
{
    public Tone Tone { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Tone switch
        {
            Tone.Neutral => "badge",
            Tone.Blue => "badge badge-blue",
            Tone.Green => "badge badge-green",
            Tone.Amber => "badge badge-amber",
            Tone.Red => "badge badge-red",
        });
    }
}
