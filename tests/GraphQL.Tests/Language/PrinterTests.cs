using Portal.GraphQL.Language;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Tests.Language;

/// <summary>The printed text is that of graphql-js 16.</summary>
public sealed class PrinterTests
{
    [Theory]
    [InlineData("query Q(\"v\" $a: [Int!]! = [1, 2] @d, $b: In = {a: 1, b: [true, null, E], c: \"s\"}) @dir(a: 1) { alias: field(a: $a, b: {x: $b}) @include(if: true) { id ...F ... on T @skip(if: $x) { a } ... { b } ... @x { c } } }", "query Q(\n\"v\"\n$a: [Int!]! = [1, 2] @d\n$b: In = {a: 1, b: [true, null, E], c: \"s\"}\n) @dir(a: 1) {\n  alias: field(a: $a, b: {x: $b}) @include(if: true) {\n    id\n    ...F\n    ... on T @skip(if: $x) {\n      a\n    }\n    ... {\n      b\n    }\n    ... @x {\n      c\n    }\n  }\n}")]
    [InlineData("\"desc\" query Q { a } \"\"\"block\n  desc\"\"\" fragment F on T @d { a } mutation { m } subscription S { s }", "\"desc\"\nquery Q {\n  a\n}\n\n\"\"\"\nblock\ndesc\n\"\"\"\nfragment F on T @d {\n  a\n}\n\nmutation {\n  m\n}\n\nsubscription S {\n  s\n}")]
    [InlineData("query { a } query Q { b } query @d { c } query ($a: Int) { d }", "{\n  a\n}\n\nquery Q {\n  b\n}\n\nquery @d {\n  c\n}\n\nquery ($a: Int) {\n  d\n}")]
    [InlineData("{ fieldWithLongArguments(argumentNumberOne: \"1234567890\", argumentNumberTwo: \"1234567890\", c: 1) { x } fieldAtTheLimit(argumentNumberOne: \"1234567890\", argumentNumberTwo: \"1234567890\") }", "{\n  fieldWithLongArguments(\n    argumentNumberOne: \"1234567890\"\n    argumentNumberTwo: \"1234567890\"\n    c: 1\n  ) {\n    x\n  }\n  fieldAtTheLimit(\n    argumentNumberOne: \"1234567890\"\n    argumentNumberTwo: \"1234567890\"\n  )\n}")]
    [InlineData("{ f(s: \"\\u007f\\u0080 \u00E9 \\u{1F600} \\n\\t\\\"\\\\\\/\\b\\f\\r\", e: \"\", n: -0.1e+3, i: -0, l: [], o: {}) }", "{\n  f(\n    s: \"\\u007F\\u0080 \u00E9 \U0001F600 \\n\\t\\\"\\\\/\\b\\f\\r\"\n    e: \"\"\n    n: -0.1e+3\n    i: -0\n    l: []\n    o: {}\n  )\n}")]
    [InlineData("{ a(b: \"\"\"one line\"\"\", c: \"\"\"\n  two\n    lines\n\"\"\", d: \"\"\"ends with \"quote\" \"\"\", e: \"\"\"has \\\"\"\" inside\"\"\", f: \"\"\" leading\"\"\", g: \"\"\"\"\"\", h: \"\"\"back\\\\slash\\\\\n\"\"\") }", "{\n  a(\n    b: \"\"\"one line\"\"\"\n    c: \"\"\"\n    two\n      lines\n    \"\"\"\n    d: \"\"\"ends with \"quote\" \"\"\"\n    e: \"\"\"has \\\"\"\" inside\"\"\"\n    f: \"\"\" leading\"\"\"\n    g: \"\"\"\"\"\"\n    h: \"\"\"\n    back\\\\slash\\\\\n    \"\"\"\n  )\n}")]
    public void Executable_documents_are_printed(string source, string printed) => Prints(source, printed);

    [Theory]
    [InlineData("\"\"\"S\"\"\" schema @d { query: Q mutation: M } extend schema @x { subscription: S } extend schema @y", "\"\"\"S\"\"\"\nschema @d {\n  query: Q\n  mutation: M\n}\n\nextend schema @x {\n  subscription: S\n}\n\nextend schema @y")]
    [InlineData("scalar D @specifiedBy(url: \"u\") extend scalar D @x \"t\" type T implements A & B @d { \"f\" f(a: Int = 1, \"d\" b: [S!]! @x): [T!]! @deprecated(reason: \"r\") g(a: Int, b: Int): T } type Empty extend type T @a extend type T implements C", "scalar D @specifiedBy(url: \"u\")\n\nextend scalar D @x\n\n\"t\"\ntype T implements A & B @d {\n  \"f\"\n  f(\n    a: Int = 1\n    \"d\"\n    b: [S!]! @x\n  ): [T!]! @deprecated(reason: \"r\")\n  g(a: Int, b: Int): T\n}\n\ntype Empty\n\nextend type T @a\n\nextend type T implements C")]
    [InlineData("interface I implements & J { a: B } extend interface I { b: C } union U @d = | A | B union V extend union U = C", "interface I implements J {\n  a: B\n}\n\nextend interface I {\n  b: C\n}\n\nunion U @d = A | B\n\nunion V\n\nextend union U = C")]
    [InlineData("enum E @d { \"x\" A B @deprecated } extend enum E { C } input In @oneOf { a: Int = -1.5e10 \"about b\" b: S = \"x\" } extend input In { c: D }", "enum E @d {\n  \"x\"\n  A\n  B @deprecated\n}\n\nextend enum E {\n  C\n}\n\ninput In @oneOf {\n  a: Int = -1.5e10\n  \"about b\"\n  b: S = \"x\"\n}\n\nextend input In {\n  c: D\n}")]
    [InlineData("directive @d(a: Int, \"x\" b: S = \"\"\"q\"\"\") repeatable on | FIELD | QUERY directive @e on INPUT_FIELD_DEFINITION", "directive @d(\n  a: Int\n  \"x\"\n  b: S = \"\"\"q\"\"\"\n) repeatable on FIELD | QUERY\n\ndirective @e on INPUT_FIELD_DEFINITION")]
    public void Type_system_documents_are_printed(string source, string printed) => Prints(source, printed);

    [Theory]
    [InlineData("[Claim!]!")]
    [InlineData("[[Int]!]")]
    public void Types_are_printed(string type) => Printer.Print(Parser.ParseType(type)).ShouldBe(type);

    [Theory]
    [InlineData("{a: 1, b: {c: [true, null, E, $v]}, d: {}}")]
    [InlineData("\"quote \\\" and \\n line\"")]
    public void Defaults_of_a_schema_are_printed_like_values_of_a_document(string value)
    {
        Printer.Print(Parser.ParseValue(value)).ShouldBe(value);
        LiteralPrinter.Print(Parser.ParseValue(value)).ShouldBe(value);
    }

    [Fact]
    public void A_tree_built_too_deep_to_print_fails_without_ending_the_process()
    {
        ValueNode value = new NullValueNode(default);
        for (var i = 0; i < 200_000; i++)
            value = new ListValueNode(default, [value]);
        Should.Throw<InsufficientExecutionStackException>(() => Printer.Print(value));
    }

    private static void Prints(string source, string printed)
    {
        Printer.Print(Parser.Parse(source)).ShouldBe(printed);
        Printer.Print(Parser.Parse(printed)).ShouldBe(printed);
    }
}
