using Portal.GraphQL.Language;

namespace Portal.GraphQL.Tests.Language;

public sealed class ParserTests
{
    [Fact]
    public void Every_node_knows_where_it_starts()
    {
        var document = Parser.Parse("# comment\r\nquery Q($id: [ID!]) {\n  a: b(c: $id) @d { ...F }\n}");
        var operation = document.Definitions.ShouldHaveSingleItem().ShouldBeOfType<OperationDefinitionNode>();
        var field = operation.SelectionSet.Selections.ShouldHaveSingleItem().ShouldBeOfType<FieldNode>();

        document.Location.ShouldBe(new Location(0, 1, 1));
        operation.Location.ShouldBe(new Location(11, 2, 1));
        operation.Name!.Location.ShouldBe(new Location(17, 2, 7));
        operation.Variables[0].Location.ShouldBe(new Location(19, 2, 9));
        operation.Variables[0].Type.Location.ShouldBe(new Location(24, 2, 14));
        operation.SelectionSet.Location.ShouldBe(new Location(31, 2, 21));
        field.Location.ShouldBe(new Location(35, 3, 3));
        field.Name.Location.ShouldBe(new Location(38, 3, 6));
        field.Arguments[0].Value.Location.ShouldBe(new Location(43, 3, 11));
        field.Directives[0].Location.ShouldBe(new Location(48, 3, 16));
        field.SelectionSet!.Selections[0].Location.ShouldBe(new Location(53, 3, 21));
    }

    [Fact]
    public void Lines_inside_block_strings_are_counted()
    {
        var document = Parser.Parse("\"\"\"\nabout\r\n\rit\n\"\"\" query Q { a }\nquery R { b }");
        document.Definitions[0].Location.ShouldBe(new Location(0, 1, 1));
        ((OperationDefinitionNode)document.Definitions[0]).Name!.Location.Line.ShouldBe(5);
        document.Definitions[1].Location.ShouldBe(new Location(33, 6, 1));
    }

    [Fact]
    public void Operations_fragments_and_variables_can_be_described()
    {
        var document = Parser.Parse("\"o\" query Q(\"v\" $a: Int) { b } \"\"\"f\"\"\" fragment F on T { c }");
        var operation = (OperationDefinitionNode)document.Definitions[0];
        operation.Description!.Value.ShouldBe("o");
        operation.Variables[0].Description!.Value.ShouldBe("v");
        var fragment = (FragmentDefinitionNode)document.Definitions[1];
        (fragment.Description!.Value, fragment.Description.Block).ShouldBe(("f", true));
    }

    [Theory]
    [InlineData("on", "fragment")]
    [InlineData("query", "true")]
    [InlineData("type", "null")]
    public void Keywords_are_names_wherever_no_keyword_is_expected(string a, string b)
    {
        var name = a == "on" ? "x" : a;
        Printer.Print(Parser.Parse($"query {a} {{ {a}: {b}({a}: {b}) @{a} {{ ...{name} }} }} fragment {name} on {a} {{ {b} }}")).ShouldContain($"@{a}");
    }

    [Fact]
    public void Commas_white_space_comments_and_byte_order_marks_mean_nothing() =>
        Printer.Print(Parser.Parse("\uFEFF,{,a #x}\r\t,b,(,c:,1,),},")).ShouldBe("{\n  a\n  b(c: 1)\n}");

    [Fact]
    public void Numbers_keep_their_digits()
    {
        Parser.ParseValue("-0").ShouldBeOfType<IntValueNode>().Text.ShouldBe("-0");
        Parser.ParseValue("123456789012345678901234567890").ShouldBeOfType<IntValueNode>().Text.ShouldBe("123456789012345678901234567890");
        Parser.ParseValue("-1.50e+10").ShouldBeOfType<FloatValueNode>().Text.ShouldBe("-1.50e+10");
        Parser.ParseValue("0E-1").ShouldBeOfType<FloatValueNode>().Text.ShouldBe("0E-1");
    }

    [Theory]
    [InlineData("\"\"", "")]
    [InlineData("\"simple\"", "simple")]
    [InlineData("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\/\b\f\n\r\t")]
    [InlineData("\"\\u00e9\\u00E9\"", "éé")]
    [InlineData("\"\\u{e9}\\u{0000E9}\\u{1F600}\\u{10FFFF}\"", "éé\U0001F600\U0010FFFF")]
    [InlineData("\"\\uD83D\\uDE00\"", "\U0001F600")]
    [InlineData("\"\U0001F600 # , \\u0000\"", "\U0001F600 # , \0")]
    [InlineData("\"a\u2028b\u0007\"", "a\u2028b\u0007")]
    public void Strings_are_decoded(string source, string value)
    {
        var node = Parser.ParseValue(source).ShouldBeOfType<StringValueNode>();
        (node.Value, node.Block).ShouldBe((value, false));
    }

    [Fact]
    public void Schemas_and_operations_can_stand_in_one_document() =>
        Parser.Parse("type T { a: B } query Q { a } extend type T @c").Definitions.Count.ShouldBe(3);
}
