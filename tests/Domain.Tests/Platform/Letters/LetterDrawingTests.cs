using System.Diagnostics;
using System.Security.Cryptography;
using Portal.Graph.Domain.Platform.Letters.Rendering;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Platform.Letters;

public sealed class LetterDrawingTests
{
    private static readonly LetterDocument Letter = new(
        "L2512010000001", new(2025, 12, 1), "Decision on your dispute", ["CareSource", "Ohio"], ["Médecins & <Sons>", "1 Example Street", "Dayton, OH 45402"],
        [("Letter", "L2512010000001"), ("About", "D2511010000002")],
        [
            new LetterParagraph("Dear Łukasz,\nwe read “all” of it – every line."), new LetterHeading("What we decided"),
            new LetterBullets(["Line 1 is paid.", "Line 2 is not."]),
            new LetterTable(["Line", "Amount"], [["99213", "$1,250.00"], ["A word that is much longer than its column " + new string('x', 150), "$0.01"]]),
        ],
        ["Provider Services: 1-800-555-0100", "TTY: 711"], "en");

    [Fact, Requirement("DOC-03")]
    public void The_same_letter_gives_the_same_bytes()
    {
        LetterPdf.Draw(Letter).ShouldBe(LetterPdf.Draw(Letter with { Title = string.Concat(Letter.Title) }));
        LetterPdf.Draw(Letter with { Number = "L2512010000002" }).ShouldNotBe(LetterPdf.Draw(Letter));
        LetterHtml.Page(Letter).ShouldBe(LetterHtml.Page(Letter with { Title = string.Concat(Letter.Title) }));
    }

    // What was stored years ago must come out of the drawing of today: who changes this on purpose changes the sum.
    [Fact, Requirement("DOC-03")]
    public void The_drawing_does_not_change_by_itself() =>
        Convert.ToHexStringLower(SHA256.HashData(LetterPdf.Draw(Letter))).ShouldBe("c4ccc2f20a682ada772470da52d98f06bac905444f54ee47fca34a634070d352");

    [Fact]
    public void The_text_can_be_read_out_of_the_file()
    {
        var text = PdfText.Of(LetterPdf.Draw(Letter));
        foreach (var part in new[] { "Médecins & <Sons>", "Dear Łukasz,", "we read “all” of it – every line.", "What we decided", "• ", "Line 2 is not.", "$1,250.00", "L2512010000001 · Page 1 of 1", "TTY: 711" })
            text.ShouldContain(part.Trim());
    }

    [Fact]
    public async Task Another_program_reads_the_same()
    {
        if (!File.Exists("/usr/bin/pdftotext")) return;
        var path = Path.GetTempFileName();
        await File.WriteAllBytesAsync(path, LetterPdf.Draw(Letter));
        using var reader = Process.Start(new ProcessStartInfo("/usr/bin/pdftotext", ["-layout", path, "-"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var text = await reader.StandardOutput.ReadToEndAsync();
        (await reader.StandardError.ReadToEndAsync()).ShouldBeEmpty();
        await reader.WaitForExitAsync();
        File.Delete(path);
        foreach (var part in new[] { "Médecins & <Sons>", "Dear Łukasz,", "we read “all” of it – every line.", "99213", "$1,250.00", "Page 1 of 1" }) text.ShouldContain(part);
    }

    [Fact]
    public void A_long_letter_has_as_many_pages_as_it_needs_and_says_which_is_which()
    {
        var rows = Enumerable.Range(1, 120).Select(i => (IReadOnlyList<string>)[$"{i}", $"Service {i}"]).ToList();
        var pdf = LetterPdf.Draw(Letter with { Body = [new LetterTable(["Line", "Service"], rows)] });
        PdfText.PagesOf(pdf).ShouldBeGreaterThan(2);
        var text = PdfText.Of(pdf);
        text.ShouldContain($"Page {PdfText.PagesOf(pdf)} of {PdfText.PagesOf(pdf)}");
        for (var i = 1; i <= 120; i++) text.ShouldContain($"Service {i}\n");
        // The head stands again on every page.
        text.Split('\n').Count(l => l == "Service").ShouldBe(PdfText.PagesOf(pdf));
    }

    [Fact]
    public void In_html_every_text_is_escaped()
    {
        var html = LetterHtml.Page(Letter with { Title = "<script>", Body = [new LetterTable(["<b>"], [["\"&\""]])] });
        html.ShouldNotContain("<script>");
        html.ShouldNotContain("<b>");
        html.ShouldContain("<td>&quot;&amp;&quot;</td>");
        html.ShouldContain("M&#233;decins &amp; &lt;Sons&gt;");
    }
}
