using Portal.GraphQL.Language;

namespace Portal.GraphQL.Tests.Language;

/// <summary>Messages and places are those of graphql-js 16.</summary>
public sealed class ParserErrorTests
{
    [Theory]
    [InlineData("", "Syntax Error: Unexpected <EOF>.", 1, 1)]
    [InlineData("{", "Syntax Error: Expected Name, found <EOF>.", 1, 2)]
    [InlineData("{}", "Syntax Error: Expected Name, found \"}\".", 1, 2)]
    [InlineData("{ ...MissingOn }\nfragment MissingOn Type", "Syntax Error: Expected \"on\", found Name \"Type\".", 2, 20)]
    [InlineData("{ field: {} }", "Syntax Error: Expected Name, found \"{\".", 1, 10)]
    [InlineData("notAnOperation Foo { field }", "Syntax Error: Unexpected Name \"notAnOperation\".", 1, 1)]
    [InlineData("...", "Syntax Error: Unexpected \"...\".", 1, 1)]
    [InlineData("{ a ", "Syntax Error: Expected Name, found <EOF>.", 1, 5)]
    [InlineData("query", "Syntax Error: Expected \"{\", found <EOF>.", 1, 6)]
    [InlineData("query Q", "Syntax Error: Expected \"{\", found <EOF>.", 1, 8)]
    [InlineData("query Q(", "Syntax Error: Expected \"$\", found <EOF>.", 1, 9)]
    [InlineData("query Q() { a }", "Syntax Error: Expected \"$\", found \")\".", 1, 9)]
    [InlineData("query ($a) { a }", "Syntax Error: Expected \":\", found \")\".", 1, 10)]
    [InlineData("query ($a: ) { a }", "Syntax Error: Expected Name, found \")\".", 1, 12)]
    [InlineData("query ($a: [Int) { a }", "Syntax Error: Expected \"]\", found \")\".", 1, 16)]
    [InlineData("query ($a: Int!!) { a }", "Syntax Error: Expected \"$\", found \"!\".", 1, 16)]
    [InlineData("query Foo($x: Complex = { a: { b: [ $var ] } }) { field }", "Syntax Error: Unexpected variable \"$var\" in constant value.", 1, 37)]
    [InlineData("query ($a: Int = $) { a }", "Syntax Error: Unexpected \"$\".", 1, 18)]
    [InlineData("fragment on on on { on }", "Syntax Error: Unexpected Name \"on\".", 1, 10)]
    [InlineData("{ ...on }", "Syntax Error: Expected Name, found \"}\".", 1, 9)]
    [InlineData("{ a(b:) }", "Syntax Error: Unexpected \")\".", 1, 7)]
    [InlineData("{ a() }", "Syntax Error: Expected Name, found \")\".", 1, 5)]
    [InlineData("{ a(b: 1 }", "Syntax Error: Expected Name, found \"}\".", 1, 10)]
    [InlineData("{ a(b: [1) }", "Syntax Error: Unexpected \")\".", 1, 10)]
    [InlineData("{ a(b: {c}) }", "Syntax Error: Expected \":\", found \"}\".", 1, 10)]
    [InlineData("{ a(b: {c: 1) }", "Syntax Error: Expected Name, found \")\".", 1, 13)]
    [InlineData("{ a @ }", "Syntax Error: Expected Name, found \"}\".", 1, 7)]
    [InlineData("{ a @d() }", "Syntax Error: Expected Name, found \")\".", 1, 8)]
    [InlineData("{ a: }", "Syntax Error: Expected Name, found \"}\".", 1, 6)]
    [InlineData("{ a: b: c }", "Syntax Error: Expected Name, found \":\".", 1, 7)]
    [InlineData("{ a } }", "Syntax Error: Unexpected \"}\".", 1, 7)]
    [InlineData("} { a }", "Syntax Error: Unexpected \"}\".", 1, 1)]
    [InlineData("fragment F { a }", "Syntax Error: Expected \"on\", found \"{\".", 1, 12)]
    [InlineData("fragment F on { a }", "Syntax Error: Expected Name, found \"{\".", 1, 15)]
    [InlineData("fragment F on T", "Syntax Error: Expected \"{\", found <EOF>.", 1, 16)]
    [InlineData("fragment F($a: Int) on T { a }", "Syntax Error: Expected \"on\", found \"(\".", 1, 11)]
    [InlineData("\"d\" { a }", "Syntax Error: Unexpected description, descriptions are not supported on shorthand queries.", 1, 1)]
    [InlineData("\"d\" extend type T { a: B }", "Syntax Error: Unexpected description, only GraphQL definitions support descriptions.", 1, 1)]
    [InlineData("\"d\"", "Syntax Error: Unexpected <EOF>.", 1, 4)]
    [InlineData("\"d\" foo", "Syntax Error: Unexpected description, only GraphQL definitions support descriptions.", 1, 1)]
    [InlineData("query Q($a: Int @x(b: $c)) { a }", "Syntax Error: Unexpected variable \"$c\" in constant value.", 1, 23)]
    [InlineData("subscription S", "Syntax Error: Expected \"{\", found <EOF>.", 1, 15)]
    [InlineData("{ a(b: \"c\" \"d\") }", "Syntax Error: Expected Name, found String \"d\".", 1, 12)]
    [InlineData("{ ... { } }", "Syntax Error: Expected Name, found \"}\".", 1, 9)]
    [InlineData("{ ... @d }", "Syntax Error: Expected \"{\", found \"}\".", 1, 10)]
    [InlineData("query \"d\" Q { a }", "Syntax Error: Expected \"{\", found String \"d\".", 1, 7)]
    public void What_is_no_executable_document_is_refused_where_it_goes_wrong(string source, string message, int line, int column) =>
        Refusal.Of(() => Parser.Parse(source)).ShouldBe((message, line, column));

    [Theory]
    [InlineData("type", "Syntax Error: Expected Name, found <EOF>.", 1, 5)]
    [InlineData("type T {", "Syntax Error: Expected Name, found <EOF>.", 1, 9)]
    [InlineData("type T {}", "Syntax Error: Expected Name, found \"}\".", 1, 9)]
    [InlineData("type T { a }", "Syntax Error: Expected \":\", found \"}\".", 1, 12)]
    [InlineData("type T { a: }", "Syntax Error: Expected Name, found \"}\".", 1, 13)]
    [InlineData("type T { a(): B }", "Syntax Error: Expected Name, found \")\".", 1, 12)]
    [InlineData("type T { a(b: C = $d): E }", "Syntax Error: Unexpected variable \"$d\" in constant value.", 1, 19)]
    [InlineData("type T implements", "Syntax Error: Expected Name, found <EOF>.", 1, 18)]
    [InlineData("type T implements A B & { a: B }", "Syntax Error: Unexpected Name \"B\".", 1, 21)]
    [InlineData("type T implements { a: B }", "Syntax Error: Expected Name, found \"{\".", 1, 19)]
    [InlineData("union U = ", "Syntax Error: Expected Name, found <EOF>.", 1, 11)]
    [InlineData("union U = |", "Syntax Error: Expected Name, found <EOF>.", 1, 12)]
    [InlineData("union U = | | A", "Syntax Error: Expected Name, found \"|\".", 1, 13)]
    [InlineData("enum E {}", "Syntax Error: Expected Name, found \"}\".", 1, 9)]
    [InlineData("enum E { true }", "Syntax Error: Name \"true\" is reserved and cannot be used for an enum value.", 1, 10)]
    [InlineData("enum E { A false }", "Syntax Error: Name \"false\" is reserved and cannot be used for an enum value.", 1, 12)]
    [InlineData("enum E { null }", "Syntax Error: Name \"null\" is reserved and cannot be used for an enum value.", 1, 10)]
    [InlineData("input I { a(b: C): D }", "Syntax Error: Expected \":\", found \"(\".", 1, 12)]
    [InlineData("input I {}", "Syntax Error: Expected Name, found \"}\".", 1, 10)]
    [InlineData("schema", "Syntax Error: Expected \"{\", found <EOF>.", 1, 7)]
    [InlineData("schema {}", "Syntax Error: Expected Name, found \"}\".", 1, 9)]
    [InlineData("schema { foo: Bar }", "Syntax Error: Unexpected Name \"foo\".", 1, 10)]
    [InlineData("schema { query Q }", "Syntax Error: Expected \":\", found Name \"Q\".", 1, 16)]
    [InlineData("directive @a", "Syntax Error: Expected \"on\", found <EOF>.", 1, 13)]
    [InlineData("directive @a on", "Syntax Error: Expected Name, found <EOF>.", 1, 16)]
    [InlineData("directive @a on FOO", "Syntax Error: Unexpected Name \"FOO\".", 1, 17)]
    [InlineData("directive @a on FIELD | toString", "Syntax Error: Unexpected Name \"toString\".", 1, 25)]
    [InlineData("directive a on FIELD", "Syntax Error: Expected \"@\", found Name \"a\".", 1, 11)]
    [InlineData("extend", "Syntax Error: Unexpected <EOF>.", 1, 7)]
    [InlineData("extend foo", "Syntax Error: Unexpected Name \"foo\".", 1, 8)]
    [InlineData("extend scalar S", "Syntax Error: Unexpected <EOF>.", 1, 16)]
    [InlineData("extend type T", "Syntax Error: Unexpected <EOF>.", 1, 14)]
    [InlineData("extend interface I", "Syntax Error: Unexpected <EOF>.", 1, 19)]
    [InlineData("extend union U", "Syntax Error: Unexpected <EOF>.", 1, 15)]
    [InlineData("extend enum E", "Syntax Error: Unexpected <EOF>.", 1, 14)]
    [InlineData("extend input I", "Syntax Error: Unexpected <EOF>.", 1, 15)]
    [InlineData("extend schema", "Syntax Error: Unexpected <EOF>.", 1, 14)]
    [InlineData("extend directive @a on FIELD", "Syntax Error: Unexpected Name \"directive\".", 1, 8)]
    [InlineData("\"d\" extend enum E { A }", "Syntax Error: Unexpected description, only GraphQL definitions support descriptions.", 1, 1)]
    [InlineData("interface I { a: B", "Syntax Error: Expected Name, found <EOF>.", 1, 19)]
    [InlineData("scalar", "Syntax Error: Expected Name, found <EOF>.", 1, 7)]
    [InlineData("type T { \"a\" }", "Syntax Error: Expected Name, found \"}\".", 1, 14)]
    [InlineData("type T @d(a: $b)", "Syntax Error: Unexpected variable \"$b\" in constant value.", 1, 14)]
    public void What_is_no_type_system_document_is_refused_where_it_goes_wrong(string source, string message, int line, int column) =>
        Refusal.Of(() => Parser.Parse(source)).ShouldBe((message, line, column));

    [Theory]
    [InlineData("[", "Syntax Error: Expected Name, found <EOF>.", 1, 2)]
    [InlineData("[]", "Syntax Error: Expected Name, found \"]\".", 1, 2)]
    [InlineData("Int!!", "Syntax Error: Expected <EOF>, found \"!\".", 1, 5)]
    [InlineData("[Int", "Syntax Error: Expected \"]\", found <EOF>.", 1, 5)]
    [InlineData("Int]", "Syntax Error: Expected <EOF>, found \"]\".", 1, 4)]
    [InlineData("!", "Syntax Error: Expected Name, found \"!\".", 1, 1)]
    [InlineData("$a", "Syntax Error: Expected Name, found \"$\".", 1, 1)]
    [InlineData("1", "Syntax Error: Expected Name, found Int \"1\".", 1, 1)]
    public void What_is_no_type_is_refused(string source, string message, int line, int column) =>
        Refusal.Of(() => Parser.ParseType(source)).ShouldBe((message, line, column));

    [Theory]
    [InlineData("$a", "Syntax Error: Unexpected variable \"$a\" in constant value.", 1, 1)]
    [InlineData("[1, $a]", "Syntax Error: Unexpected variable \"$a\" in constant value.", 1, 5)]
    [InlineData("{a: $}", "Syntax Error: Unexpected \"$\".", 1, 5)]
    [InlineData("1 2", "Syntax Error: Expected <EOF>, found Int \"2\".", 1, 3)]
    [InlineData("", "Syntax Error: Unexpected <EOF>.", 1, 1)]
    public void What_is_no_constant_is_refused(string source, string message, int line, int column) =>
        Refusal.Of(() => Parser.ParseConstValue(source)).ShouldBe((message, line, column));

    [Theory]
    [InlineData("\n\n  {", 3, 4)]
    [InlineData("\r\n\r  {", 3, 4)]
    [InlineData("\uFEFF{", 1, 3)]
    [InlineData("# comment \n{ a(b: \"\"\"\n\n\"\"\"", 4, 4)]
    public void Lines_end_with_any_terminator_and_columns_count_characters(string source, int line, int column)
    {
        var location = Should.Throw<SyntaxException>(() => Parser.Parse(source)).Location;
        (location.Line, location.Column).ShouldBe((line, column));
    }

    [Fact]
    public void The_error_for_the_client_has_message_code_and_location()
    {
        var error = Should.Throw<SyntaxException>(() => Parser.Parse("{\n  a(")).ToError();
        error.Message.ShouldBe("Syntax Error: Expected Name, found <EOF>.");
        error.Code.ShouldBe("SYNTAX_ERROR");
        error.Locations.ShouldBe([new Location(6, 2, 5)]);
    }
}
