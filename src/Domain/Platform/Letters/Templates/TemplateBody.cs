using System.Globalization;
using System.Text;
using Portal.Graph.Domain.Platform.Letters.Rendering;

namespace Portal.Graph.Domain.Platform.Letters.Templates;

/// <summary>A template of a kind, read and checked: every field that it names is declared.</summary>
public sealed class TemplateBody
{
    // Marks for what comes from a field, so that a value is never read as a heading, a row or a line's end. Values cannot hold them.
    private const char Value = '\uE000', Line = '\uE001', Bar = '\uE002';

    private readonly LetterKind _kind;
    private readonly IReadOnlyList<TemplateNode> _nodes;

    private TemplateBody(LetterKind kind, IReadOnlyList<TemplateNode> nodes) => (_kind, _nodes) = (kind, nodes);

    /// <summary>The names that it uses, in order.</summary>
    public IReadOnlyList<string> Fields => [.. Names(_nodes).Distinct().Order(StringComparer.Ordinal)];

    // DOC-04
    /// <summary>Refused when it cannot be read, and when it names fields that the kind does not have.</summary>
    public static Outcome<TemplateBody> Read(LetterKind kind, string body)
    {
        IReadOnlyList<TemplateNode> nodes;
        try
        {
            nodes = TemplateSyntax.Read(body);
        }
        catch (TemplateFault fault)
        {
            return new InvalidFormat("Body", $"a template, but {fault.Message}", "Dear {{name}},") { Path = ["body"] };
        }
        var unknown = Unknown(nodes, kind.Fields).Distinct().Order(StringComparer.Ordinal).ToList();
        if (unknown.Count > 0) return new TemplateFieldUnknown(unknown, [.. kind.Fields.Select(f => f.Name)]) { Path = ["body"] };
        return new TemplateBody(kind, nodes);
    }

    /// <summary>Puts the values in; what is used without a question for it and has none is missing.</summary>
    public (IReadOnlyList<LetterBlock> Blocks, IReadOnlyList<string> Missing) Fill(LetterValues values, Market market)
    {
        var (text, missing) = (new StringBuilder(), new SortedSet<string>(StringComparer.Ordinal));
        Write(_nodes, [values], _kind.Fields, market, text, missing);
        return (Blocks(text.ToString()), [.. missing]);
    }

    /// <summary>A value as it is written on paper.</summary>
    public static string Show(LetterField field, string value, Market market) => field.Kind switch
    {
        LetterFieldKind.Text or LetterFieldKind.List => value,
        LetterFieldKind.Date => DateOnly.Parse(value, CultureInfo.InvariantCulture).ToString("MMMM d, yyyy", CultureInfo.InvariantCulture),
        LetterFieldKind.Instant => TimeZoneInfo.ConvertTime(DateTimeOffset.Parse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal), market.Zone())
            .ToString("MMMM d, yyyy, h:mm tt", CultureInfo.InvariantCulture) + $" ({market.StateName()} time)",
        LetterFieldKind.Money => decimal.Parse(value, CultureInfo.InvariantCulture).ToString("$#,##0.00;-$#,##0.00", CultureInfo.InvariantCulture),
    };

    private static void Write(
        IReadOnlyList<TemplateNode> nodes, IReadOnlyList<LetterValues> scopes, IReadOnlyList<LetterField> fields, Market market, StringBuilder text, SortedSet<string> missing)
    {
        foreach (var node in nodes)
            switch (node)
            {
                case TemplateLiteral literal:
                    text.Append(literal.Text.Where(c => c is < Value or > Bar).ToArray());
                    break;
                case TemplateValue { Name: var name }:
                    if (scopes.Select(s => s.Text(name)).FirstOrDefault(v => v is not null) is { } value)
                        text.Append(Value).Append(Shielded(Show(fields.First(f => f.Name == name), value, market)));
                    else missing.Add(name);
                    break;
                case TemplateIf { Name: var name, Content: var content }:
                    if (scopes.Any(s => s.Has(name))) Write(content, scopes, fields, market, text, missing);
                    break;
                case TemplateEach { Name: var name, Content: var content }:
                    if (scopes.Select(s => s.Rows(name)).FirstOrDefault(r => r is not null) is not { } rows) missing.Add(name);
                    else
                        foreach (var row in rows)
                            Write(content, [row, .. scopes], [.. fields.First(f => f.Name == name).Items, .. fields], market, text, missing);
                    break;
            }
    }

    private static string Shielded(string value) => new string([.. value.ReplaceLineEndings("\n").Where(c => c is < Value or > Bar)])
        .Replace('\n', Line).Replace('|', Bar);

    private static string Plain(string text) => text.Replace($"{Value}", "").Replace(Line, '\n').Replace(Bar, '|').Trim();

    private static IReadOnlyList<LetterBlock> Blocks(string text)
    {
        var blocks = new List<LetterBlock>();
        var (lines, points, rows) = (new List<string>(), new List<string>(), new List<IReadOnlyList<string>>());
        void Flush()
        {
            if (lines.Count > 0) blocks.Add(new LetterParagraph(Plain(string.Join(' ', lines))));
            if (points.Count > 0) blocks.Add(new LetterBullets([.. points]));
            if (rows.Count > 0) blocks.Add(new LetterTable(rows[0], [.. rows.Skip(1).Select(r => Fitted(r, rows[0].Count))]));
            lines.Clear();
            points.Clear();
            rows.Clear();
        }
        foreach (var line in text.Split('\n').Select(l => l.Trim()))
        {
            if (line.Length == 0) Flush();
            else if (line.StartsWith("# ", StringComparison.Ordinal))
            {
                Flush();
                blocks.Add(new LetterHeading(Plain(line[2..])));
            }
            else if (line.StartsWith("- ", StringComparison.Ordinal))
            {
                if (points.Count == 0) Flush();
                points.Add(Plain(line[2..]));
            }
            else if (line.StartsWith('|'))
            {
                if (rows.Count == 0) Flush();
                rows.Add([.. line.Trim('|').Split('|').Select(Plain)]);
            }
            else
            {
                if (lines.Count == 0) Flush();
                lines.Add(line);
            }
        }
        Flush();
        return blocks;
    }

    private static IReadOnlyList<string> Fitted(IReadOnlyList<string> cells, int count) =>
        [.. cells.Take(count), .. Enumerable.Repeat("", Math.Max(0, count - cells.Count))];

    private static IEnumerable<string> Names(IReadOnlyList<TemplateNode> nodes) => nodes.SelectMany(node => node switch
    {
        TemplateValue value => [value.Name],
        TemplateIf test => [test.Name, .. Names(test.Content)],
        TemplateEach each => [each.Name, .. Names(each.Content)],
        _ => Array.Empty<string>(),
    });

    private static IEnumerable<string> Unknown(IReadOnlyList<TemplateNode> nodes, IReadOnlyList<LetterField> fields) => nodes.SelectMany(node => node switch
    {
        TemplateValue value => fields.Any(f => f.Name == value.Name && f.Kind is not LetterFieldKind.List) ? [] : [value.Name],
        TemplateIf test => [.. fields.Any(f => f.Name == test.Name) ? [] : new[] { test.Name }, .. Unknown(test.Content, fields)],
        TemplateEach each => fields.FirstOrDefault(f => f.Name == each.Name && f.Kind is LetterFieldKind.List) is { } list
            ? Unknown(each.Content, [.. list.Items, .. fields]) : [each.Name],
        _ => Array.Empty<string>(),
    });
}
