using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Letters;
using Portal.Graph.Domain.Platform.Letters.Rendering;
using Portal.Graph.Domain.Platform.Letters.Templates;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Platform.Letters;

public sealed class TemplateBodyTests
{
    private static readonly LetterKind Kind = new("L-TEST", "Test", "Test", false,
        new LetterField("name", LetterFieldKind.Text, "Jane"), new LetterField("day", LetterFieldKind.Date, "2025-12-01"),
        new LetterField("at", LetterFieldKind.Instant, "2025-12-01T15:00:00Z"), new LetterField("amount", LetterFieldKind.Money, "1250"),
        new LetterField("lines", LetterFieldKind.List, "", new LetterField("code", LetterFieldKind.Text, "99213"), new LetterField("paid", LetterFieldKind.Money, "1")));

    [Fact, Requirement("DOC-04")]
    public void Fields_that_the_kind_does_not_have_are_refused_by_name()
    {
        var refusal = TemplateBody.Read(Kind, "{{nmae}} {{#if other}}{{name}}{{/if}} {{#each lines}}{{code}}{{quantity}}{{/each}} {{code}} {{lines}}").Refusals.ShouldHaveSingleItem().ShouldBeOfType<TemplateFieldUnknown>();
        refusal.Fields.ShouldBe(["code", "lines", "nmae", "other", "quantity"]);
        refusal.KnownFields.ShouldContain("amount");
        refusal.Path.ShouldBe(["body"]);
    }

    [Theory, Requirement("DOC-04")]
    [InlineData("{{name"), InlineData("{{#if name}}x"), InlineData("x{{/if}}"), InlineData("{{#each lines}}{{/if}}"), InlineData("{{na me}}"), InlineData("{{name.Length}}"), InlineData("{{}}")]
    [InlineData("{{#if name}}{{#if name}}{{#if name}}{{#if name}}{{#if name}}{{#if name}}x{{/if}}{{/if}}{{/if}}{{/if}}{{/if}}{{/if}}")]
    public void What_is_no_template_is_refused(string body) => TemplateBody.Read(Kind, body).Refusals.ShouldHaveSingleItem().ShouldBeOfType<InvalidFormat>();

    [Fact]
    public void Text_becomes_headings_paragraphs_points_and_tables()
    {
        var blocks = Fill("""
            # Dear {{name}}
            first line
            second line

            - one
            - two
            | Code | Paid |
            {{#each lines}}
            | {{code}} | {{paid}} |
            {{/each}}
            """, new LetterValues().Set("name", "Jane").Set("lines",
                [new LetterValues().Set("code", "99213").Set("paid", 1250m), new LetterValues().Set("code", "99214").Set("paid", -0.5m)])).Blocks;
        blocks[0].ShouldBe(new LetterHeading("Dear Jane"));
        blocks[1].ShouldBe(new LetterParagraph("first line second line"));
        blocks[2].ShouldBeOfType<LetterBullets>().Items.ShouldBe(["one", "two"]);
        var table = blocks[3].ShouldBeOfType<LetterTable>();
        table.Head.ShouldBe(["Code", "Paid"]);
        table.Rows.Select(r => string.Join('/', r)).ShouldBe(["99213/$1,250.00", "99214/-$0.50"]);
        blocks.Count.ShouldBe(4);
    }

    [Fact]
    public void Values_are_written_as_people_write_them()
    {
        var values = new LetterValues().Set("day", new DateOnly(2025, 12, 1)).Set("at", new DateTimeOffset(2025, 12, 1, 3, 5, 0, TimeSpan.Zero)).Set("amount", 12.5m);
        Fill("{{day}}; {{at}}; {{amount}}", values).Blocks.ShouldBe([new LetterParagraph("December 1, 2025; November 30, 2025, 7:05 PM (Nevada time); $12.50")]);
    }

    [Fact]
    public void A_value_is_never_read_as_markup()
    {
        foreach (var value in new[] { "# x", "- x", "| a | b |", "{{day}}", "<b>", "a\n\n# b", "\uE000x" })
            Fill("{{name}}", new LetterValues().Set("name", value)).Blocks.ShouldBe([new LetterParagraph(value.Replace("\uE000", ""))]);
        Fill("| Head |\n| {{name}} |", new LetterValues().Set("name", "a | b")).Blocks.ShouldHaveSingleItem().ShouldBeOfType<LetterTable>().Rows[0].ShouldBe(["a | b"]);
    }

    [Fact, Requirement("DOC-04")]
    public void A_field_without_a_value_is_missing_unless_the_text_asks_for_it()
    {
        Fill("{{name}} {{amount}} {{#if day}}{{day}}{{/if}}", new LetterValues().Set("name", " ")).Missing.ShouldBe(["amount", "name"]);
        Fill("{{#if name}}{{name}} {{amount}}{{/if}}", new LetterValues().Set("name", "x")).Missing.ShouldBe(["amount"]);
        Fill("{{#each lines}}{{code}}{{/each}}", new LetterValues()).Missing.ShouldBe(["lines"]);
        Fill("{{#each lines}}{{code}}{{/each}}", new LetterValues().Set("lines", [new LetterValues()])).Missing.ShouldBe(["code"]);
        Fill("{{#if lines}}x{{/if}}", new LetterValues().Set("lines", [])).Blocks.ShouldBeEmpty();
    }

    [Fact, Requirement("DOC-03")]
    public void Stored_values_are_read_back_as_they_were()
    {
        var values = new LetterValues().Set("name", "Ann \"A\" O'Neil").Set("lines", [new LetterValues().Set("code", "1"), new LetterValues()]);
        LetterValues.Read(values.Write()).Write().ShouldBe(values.Write());
        values.With(new LetterValues().Set("name", "Bo")).Text("name").ShouldBe("Bo");
        values.With(new LetterValues()).Rows("lines").ShouldNotBeNull().Count.ShouldBe(2);
    }

    private static (IReadOnlyList<LetterBlock> Blocks, IReadOnlyList<string> Missing) Fill(string body, LetterValues values) =>
        TemplateBody.Read(Kind, body).Value.ShouldNotBeNull().Fill(values, Market.NV);
}
