using System.Net;
using System.Text;

namespace Portal.Graph.Domain.Platform.Mail;

/// <summary>A mail as it goes out.</summary>
/// <param name="Id">Of the stored mail; the message id follows from it, so a mail sent twice is seen as one.</param>
/// <param name="ToAddress">The one recipient.</param>
/// <param name="ToName">The recipient's name.</param>
public sealed record MailText(long Id, string ToAddress, string ToName, string Subject, string Text, string Html)
{
    /// <summary>Fills the template: plain text as it stands, HTML with every value escaped.</summary>
    public static MailText Render(OutgoingMail mail, MailTemplate template, string? link)
    {
        var fields = mail.FieldValues;
        string Fill(string paragraph) => fields.Aggregate(paragraph, (text, field) => text.Replace($"{{{field.Key}}}", field.Value));

        var text = new StringBuilder();
        var html = new StringBuilder("<!doctype html><html lang=\"en\"><body style=\"font-family:sans-serif\">");
        foreach (var paragraph in template.Paragraphs)
        {
            if (paragraph == $"{{{MailFields.Link}}}")
            {
                text.Append(link).Append("\r\n\r\n");
                html.Append("<p><a href=\"").Append(WebUtility.HtmlEncode(link)).Append("\">").Append(WebUtility.HtmlEncode(link)).Append("</a></p>");
                continue;
            }
            text.Append(Fill(paragraph)).Append("\r\n\r\n");
            html.Append("<p>").Append(WebUtility.HtmlEncode(Fill(paragraph))).Append("</p>");
        }
        html.Append("</body></html>");
        return new(mail.Id, mail.ToAddress, mail.ToName, template.Subject, text.ToString().TrimEnd() + "\r\n", html.ToString());
    }
}
