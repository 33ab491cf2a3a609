using System.Text.RegularExpressions;

namespace Portal.Graph.Domain.Platform.Letters.Templates;

internal abstract record TemplateNode;

internal sealed record TemplateLiteral(string Text) : TemplateNode;

internal sealed record TemplateValue(string Name) : TemplateNode;

/// <summary>Its content stands when the field has a value.</summary>
internal sealed record TemplateIf(string Name, IReadOnlyList<TemplateNode> Content) : TemplateNode;

/// <summary>Its content stands once for each row.</summary>
internal sealed record TemplateEach(string Name, IReadOnlyList<TemplateNode> Content) : TemplateNode;

/// <summary>
/// Reads a template: <c>{{field}}</c>, <c>{{#if field}} … {{/if}}</c>, <c>{{#each list}} … {{/each}}</c>. Lines that begin with <c># </c>
/// are headings, with <c>- </c> points, with <c>|</c> rows of a table; an empty line ends a paragraph. There is nothing else, so a template
/// can do nothing but show its fields.
/// </summary>
internal static partial class TemplateSyntax
{
    private const int MostNesting = 5;

    /// <exception cref="TemplateFault">It is none.</exception>
    public static IReadOnlyList<TemplateNode> Read(string body)
    {
        // A tag that stands alone on its line leaves no empty line.
        body = Alone().Replace(body.ReplaceLineEndings("\n"), "$1");
        var at = 0;
        var nodes = Read(body, ref at, null, 0);
        return nodes;
    }

    private static List<TemplateNode> Read(string body, ref int at, string? until, int depth)
    {
        if (depth > MostNesting) throw new TemplateFault($"{{{{#}}}} tags may be {MostNesting} deep");
        var nodes = new List<TemplateNode>();
        while (at < body.Length)
        {
            var open = body.IndexOf("{{", at, StringComparison.Ordinal);
            if (open < 0) break;
            if (open > at) nodes.Add(new TemplateLiteral(body[at..open]));
            var close = body.IndexOf("}}", open, StringComparison.Ordinal);
            if (close < 0) throw new TemplateFault("a {{ has no }}");
            var tag = body[(open + 2)..close].Trim();
            at = close + 2;
            if (tag == until) return nodes;
            if (tag.StartsWith('/')) throw new TemplateFault($"{{{{{tag}}}}} closes nothing");
            if (tag.StartsWith("#if ", StringComparison.Ordinal)) nodes.Add(new TemplateIf(Name(tag[4..]), Read(body, ref at, "/if", depth + 1)));
            else if (tag.StartsWith("#each ", StringComparison.Ordinal)) nodes.Add(new TemplateEach(Name(tag[6..]), Read(body, ref at, "/each", depth + 1)));
            else nodes.Add(new TemplateValue(Name(tag)));
        }
        if (until is not null) throw new TemplateFault($"{{{{{until}}}}} is missing");
        if (at < body.Length) nodes.Add(new TemplateLiteral(body[at..]));
        at = body.Length;
        return nodes;
    }

    private static string Name(string text) => FieldName().IsMatch(text.Trim()) ? text.Trim() : throw new TemplateFault($"{text.Trim()} is no field's name");

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9]{0,39}\z")]
    private static partial Regex FieldName();

    [GeneratedRegex(@"^[ \t]*(\{\{\s*(?:#(?:if|each)\s[^}]*|/(?:if|each)\s*)\}\})[ \t]*\n", RegexOptions.Multiline)]
    private static partial Regex Alone();
}

/// <summary>What is wrong with a template's text; caught where it is read.</summary>
internal sealed class TemplateFault(string message) : Exception(message);
