using Portal.GraphQL.Building;
using Portal.GraphQL.Types.Comparison;

namespace Portal.GraphQL.Tests.Types.Comparison;

public sealed class SchemaComparisonTests
{
    [Theory]
    [InlineData("scalar A", "", "TYPE_REMOVED A")]
    [InlineData("scalar A", "enum A { B }", "TYPE_CHANGED_KIND A")]
    [InlineData("type A { a: Int b: Int }", "type A { a: Int }", "FIELD_REMOVED A.b")]
    [InlineData("type A { a: Int! }", "type A { a: Int }", "FIELD_CHANGED_KIND A.a")]
    [InlineData("type A { a: [Int!] }", "type A { a: [Int] }", "FIELD_CHANGED_KIND A.a")]
    [InlineData("type A { a(b: Int): Int }", "type A { a: Int }", "ARG_REMOVED A.a(b:)")]
    [InlineData("type A { a(b: Int): Int }", "type A { a(b: Int!): Int }", "ARG_CHANGED_KIND A.a(b:)")]
    [InlineData("type A { a: Int }", "type A { a(b: Int!): Int }", "REQUIRED_ARG_ADDED A.a(b:)")]
    [InlineData("type A { a(b: Int! = 1): Int }", "type A { a(b: Int!): Int }", "REQUIRED_INPUT_DEFAULT_REMOVED A.a(b:)", "ARG_DEFAULT_VALUE_CHANGE A.a(b:)")]
    [InlineData("enum A { B C }", "enum A { B }", "VALUE_REMOVED_FROM_ENUM A.C")]
    [InlineData("union A = Query | B type B { a: Int }", "union A = B type B { a: Int }", "TYPE_REMOVED_FROM_UNION A")]
    [InlineData("input A { a: Int }", "input A { a: Int b: Int! }", "REQUIRED_INPUT_FIELD_ADDED A.b")]
    [InlineData("input A { a: Int b: Int }", "input A @oneOf { a: Int b: Int }", "INPUT_BECAME_ONE_OF A")]
    [InlineData("interface I { a: Int } type A implements I { a: Int }", "interface I { a: Int } type A { a: Int }", "IMPLEMENTED_INTERFACE_REMOVED A")]
    [InlineData("directive @a on FIELD", "", "DIRECTIVE_REMOVED @a")]
    [InlineData("directive @a repeatable on FIELD | QUERY", "directive @a on FIELD", "DIRECTIVE_REPEATABLE_REMOVED @a", "DIRECTIVE_LOCATION_REMOVED @a")]
    [InlineData("directive @a(b: Int) on FIELD", "directive @a(b: String) on FIELD", "DIRECTIVE_ARG_CHANGED_KIND @a(b:)")]
    [InlineData("extend schema { mutation: A } type A { a: Int }", "type A { a: Int }", "ROOT_TYPE_REMOVED schema")]
    public void What_breaks_clients_is_breaking(string before, string after, params string[] changes)
    {
        var found = Changes(before, after);
        found[0].Severity.ShouldBe(ChangeSeverity.Breaking);
        found.Select(Shown).ShouldBe(changes);
    }

    [Theory]
    [InlineData("enum A { B }", "enum A { B C }", "VALUE_ADDED_TO_ENUM A.C")]
    [InlineData("union A = Query type B { a: Int }", "union A = Query | B type B { a: Int }", "TYPE_ADDED_TO_UNION A")]
    [InlineData("input A { a: Int }", "input A { a: Int b: Int }", "OPTIONAL_INPUT_FIELD_ADDED A.b")]
    [InlineData("type A { a: Int }", "type A { a(b: Int): Int }", "OPTIONAL_ARG_ADDED A.a(b:)")]
    [InlineData("type A { a(b: Int = 1): Int }", "type A { a(b: Int = 2): Int }", "ARG_DEFAULT_VALUE_CHANGE A.a(b:)")]
    [InlineData("input A { a: Int = 1 }", "input A { a: Int }", "INPUT_FIELD_DEFAULT_VALUE_CHANGE A.a")]
    [InlineData("scalar A", "scalar A @specifiedBy(url: \"u\")", "SPECIFIED_BY_CHANGED A")]
    public void What_clients_may_not_expect_is_dangerous(string before, string after, params string[] changes)
    {
        var found = Changes(before, after);
        found.ShouldAllBe(c => c.Severity == ChangeSeverity.Dangerous);
        found.Select(Shown).ShouldBe(changes);
    }

    [Theory]
    [InlineData("", "scalar A", "TYPE_ADDED A")]
    [InlineData("type A { a: Int }", "type A { a: Int b: Int }", "FIELD_ADDED A.b")]
    [InlineData("type A { a: [Int] }", "type A { a: [Int!]! }", "FIELD_TYPE_NARROWED A.a")]
    [InlineData("type A { a(b: Int!): Int }", "type A { a(b: Int): Int }", "INPUT_TYPE_WIDENED A.a(b:)")]
    [InlineData("type A { a: Int }", "\"new\" type A { a: Int @deprecated }", "DESCRIPTION_CHANGED A", "DEPRECATION_ADDED A.a")]
    [InlineData("enum A { B @deprecated }", "enum A { B @deprecated(reason: \"r\") }", "DEPRECATION_CHANGED A.B")]
    [InlineData("directive @a on FIELD", "directive @a(b: Int) repeatable on FIELD | QUERY", "OPTIONAL_DIRECTIVE_ARG_ADDED @a(b:)", "DIRECTIVE_REPEATABLE_ADDED @a", "DIRECTIVE_LOCATION_ADDED @a")]
    [InlineData("input A { a: Int } type B { a(b: [A] = {a: 1}): Int }", "input A { a: Int } type B { a(b: [A] = [{a: 1}]): Int }")]
    public void What_no_client_notices_is_safe(string before, string after, params string[] changes)
    {
        var found = Changes(before, after);
        found.ShouldAllBe(c => c.Severity == ChangeSeverity.Safe);
        found.Select(Shown).ShouldBe(changes);
    }

    private static IReadOnlyList<SchemaChange> Changes(string before, string after)
    {
        const string query = " type Query { q: Int }";
        return SchemaComparison.Compare(SchemaReader.Read(before + query), SchemaReader.Read(after + query));
    }

    private static string Shown(SchemaChange change) => $"{change.Code} {change.Coordinate}";
}
