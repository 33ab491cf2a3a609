using System.Net;
using System.Text;

namespace Portal.Graph.Domain.Platform.Letters.Rendering;

/// <summary>Draws a letter as HTML; every text is escaped.</summary>
public static class LetterHtml
{
    /// <summary>A document of its own.</summary>
    public static string Page(LetterDocument letter) =>
        $"<!doctype html>\n<html lang=\"{E(letter.Language)}\">\n<head><meta charset=\"utf-8\"><title>{E(letter.Title)}</title></head>\n<body>\n{Article(letter)}</body>\n</html>\n";

    /// <summary>To stand in a page.</summary>
    public static string Article(LetterDocument letter)
    {
        var html = new StringBuilder($"<article class=\"letter\" lang=\"{E(letter.Language)}\">\n");
        html.Append($"<header><p><strong>{E(letter.Sender[0])}</strong>{string.Concat(letter.Sender.Skip(1).Select(l => $"<br>{E(l)}"))}</p></header>\n");
        html.Append($"<address>{string.Join("<br>", letter.Recipient.Select(E))}</address>\n");
        html.Append($"<dl>{string.Concat(letter.Facts.Select(f => $"<dt>{E(f.Label)}</dt><dd>{E(f.Value)}</dd>"))}</dl>\n");
        html.Append($"<h2>{E(letter.Title)}</h2>\n");
        foreach (var block in letter.Body) html.Append(Block(block)).Append('\n');
        return html.Append($"<footer><p>{string.Join("<br>", letter.Foot.Select(E))}</p></footer>\n</article>\n").ToString();
    }

    private static string Block(LetterBlock block) => block switch
    {
        LetterHeading heading => $"<h3>{E(heading.Text)}</h3>",
        LetterParagraph paragraph => $"<p>{E(paragraph.Text).Replace("\n", "<br>")}</p>",
        LetterBullets bullets => $"<ul>{string.Concat(bullets.Items.Select(i => $"<li>{E(i)}</li>"))}</ul>",
        LetterTable table => $"<table><thead><tr>{string.Concat(table.Head.Select(h => $"<th scope=\"col\">{E(h)}</th>"))}</tr></thead><tbody>"
            + string.Concat(table.Rows.Select(r => $"<tr>{string.Concat(r.Select(c => $"<td>{E(c)}</td>"))}</tr>")) + "</tbody></table>",
        _ => throw new InvalidOperationException($"There is no way to draw {block.GetType().Name}."),
    };

    private static string E(string text) => WebUtility.HtmlEncode(text);
}
