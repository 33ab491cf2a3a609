using Portal.GraphQL.Language;

namespace Portal.GraphQL.Tests.Language;

public sealed class BlockStringTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("one line", "one line")]
    [InlineData("  keeps its own indentation ", "  keeps its own indentation ")]
    [InlineData("\n    Hello,\n      World!\n\n    Yours,\n      GraphQL.\n", "Hello,\n  World!\n\nYours,\n  GraphQL.")]
    [InlineData("first\n    second\n      third", "first\nsecond\n  third")]
    [InlineData("\n\n  a\n\n\n  b\n \n", "a\n\n\nb")]
    [InlineData("\n\t\ta\n\t b", "a\nb")]
    [InlineData("\n\t\ta\n b", "\ta\nb")]
    [InlineData("a\r\n b\r c\n", "a\nb\nc")]
    [InlineData("\n   a\n \n   b", "a\n\nb")]
    [InlineData("   \n \n", "")]
    [InlineData("has \\\"\"\" inside", "has \"\"\" inside")]
    [InlineData("no \\n escape \\u00e9", "no \\n escape \\u00e9")]
    [InlineData("\"one\" quote", "\"one\" quote")]
    public void Common_indentation_and_blank_ends_go_away(string raw, string value)
    {
        var node = Parser.ParseValue($"\"\"\"{raw}\"\"\"").ShouldBeOfType<StringValueNode>();
        (node.Value, node.Block).ShouldBe((value, true));
    }

    [Theory]
    [InlineData("")]
    [InlineData("one line")]
    [InlineData("a\nb")]
    [InlineData("a\n  b\n c")]
    [InlineData("ends with \"")]
    [InlineData("ends with \\")]
    [InlineData("\"\"\"")]
    [InlineData("  leading")]
    [InlineData("a line that is much longer than the seventy characters which still go on one line")]
    public void A_printed_block_string_reads_as_the_same_value(string value) =>
        Parser.ParseValue(Printer.Print(new StringValueNode(default, value, block: true)))
            .ShouldBeOfType<StringValueNode>().Value.ShouldBe(value);
}
