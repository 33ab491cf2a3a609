using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Portal.GraphQL.Building;

/// <summary>The text of a documentation element as Markdown.</summary>
internal static partial class XmlDocText
{
    private const string Break = "\u2029";

    public static string? Of(XElement? element)
    {
        if (element is null) return null;
        var paragraphs = Text(element).Split(Break).Select(p => WhiteSpace().Replace(p, " ").Trim()).Where(p => p.Length > 0);
        var text = string.Join("\n\n", paragraphs);
        return text.Length == 0 ? null : text;
    }

    private static string Text(XContainer container) => string.Concat(container.Nodes().Select(node => node switch
    {
        XText text => text.Value,
        XElement e => e.Name.LocalName switch
        {
            "see" or "seealso" => e.Nodes().Any() ? Text(e) : Reference(e),
            "paramref" or "typeparamref" => $"`{Naming.Camel(e.Attribute("name")?.Value ?? "")}`",
            "c" or "code" => $"`{Text(e).Trim()}`",
            "para" or "br" => Break + Text(e) + Break,
            "item" => $"{Break}- {Text(e)}",
            _ => Text(e),
        },
        _ => "",
    }));

    private static string Reference(XElement see)
    {
        if (see.Attribute("langword") is { } word) return $"`{word.Value}`";
        if (see.Attribute("href") is { } link) return link.Value;
        var target = (see.Attribute("cref")?.Value ?? "").Split('(')[0];
        var name = target[(target.LastIndexOfAny(['.', ':']) + 1)..].Split('`')[0];
        // Clients know members by their GraphQL names, types by their CLR names.
        return $"`{(target.StartsWith("T:", StringComparison.Ordinal) ? name : target.StartsWith("F:", StringComparison.Ordinal) ? Naming.EnumValue(name) : Naming.Camel(name))}`";
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
