using Portal.Graph.Domain.Platform.Letters.Pdf;

namespace Portal.Graph.Domain.Platform.Letters.Rendering;

/// <summary>Draws a letter as PDF: letterhead, address, facts, body with page breaks, and a foot with the page's number.</summary>
public static class LetterPdf
{
    /// <summary>The same letter gives the same bytes.</summary>
    public static byte[] Draw(LetterDocument letter)
    {
        var file = new PdfFile(letter.Title, letter.Language, letter.Date, letter.Number);
        var sheet = new LetterSheet(file, letter.Foot);
        sheet.Lines([letter.Sender[0]], 14, bold: true);
        sheet.Lines([.. letter.Sender.Skip(1)], 9);
        sheet.Space(22);
        sheet.Lines(letter.Recipient, LetterSheet.BodySize);
        sheet.Space(14);
        foreach (var (label, value) in letter.Facts) sheet.Fact(label, value);
        sheet.Space(12);
        sheet.Heading(letter.Title, 13);
        foreach (var block in letter.Body) Draw(sheet, block);
        sheet.NumberPages(letter.Number);
        return file.Build();
    }

    private static void Draw(LetterSheet sheet, LetterBlock block)
    {
        switch (block)
        {
            case LetterHeading heading:
                sheet.Heading(heading.Text, 11.5);
                break;
            case LetterParagraph paragraph:
                sheet.Lines([.. paragraph.Text.Split('\n')], LetterSheet.BodySize);
                sheet.Space(7);
                break;
            case LetterBullets bullets:
                foreach (var item in bullets.Items) sheet.Bullet(item);
                sheet.Space(5);
                break;
            case LetterTable table:
                sheet.Table(table);
                break;
            default:
                throw new InvalidOperationException($"There is no way to draw {block.GetType().Name}.");
        }
    }
}
