using Portal.GraphQL.Building;
using Portal.GraphQL.Language;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Tests.Building;

public sealed class SchemaReaderTests
{
    [Fact]
    public void Types_members_and_descriptions_are_read()
    {
        var schema = SchemaReader.Read(
            """
            "The whole" schema { query: Root mutation: Change }
            "Where it starts" type Root implements Node & Named {
              id: ID!
              name("shortened" short: Boolean = true): String @deprecated
              old: [Kind!]! @deprecated(reason: "gone")
            }
            interface Node { id: ID! }
            interface Named implements Node { id: ID! name(short: Boolean = true): String @deprecated }
            union Any = Root | Change
            enum Kind { "first" A B @deprecated(reason: "no") }
            input Choice @oneOf { a: Int b: [Choice] }
            scalar Date @specifiedBy(url: "https://example.com/date")
            directive @mark(at: Date) repeatable on FIELD | QUERY
            type Change { a: Int }
            extend type Change { b(c: Choice): Any }
            extend enum Kind { C }
            """);
        schema.Description.ShouldBe("The whole");
        (schema.Query.Name, schema.Mutation?.Name, schema.Subscription).ShouldBe(("Root", "Change", null));
        schema.Query.Description.ShouldBe("Where it starts");
        schema.Query.Interfaces.Select(i => i.Name).ShouldBe(["Node", "Named"]);
        var name = schema.Query.Fields.Find("name")!;
        (name.Type.ToString(), name.DeprecationReason).ShouldBe(("String", "No longer supported"));
        var argument = name.Arguments.ShouldHaveSingleItem();
        (argument.Description, Printer.Print(argument.DefaultValue!)).ShouldBe(("shortened", "true"));
        var old = schema.Query.Fields.Find("old")!;
        (old.Type.ToString(), old.DeprecationReason).ShouldBe(("[Kind!]!", "gone"));
        schema.PossibleTypesOf(schema.FindType("Any")!).Select(t => t.Name).ShouldBe(["Root", "Change"]);
        schema.PossibleTypesOf(schema.FindType("Node")!).Select(t => t.Name).ShouldBe(["Root"]);
        ((EnumType)schema.FindType("Kind")!).Values.Select(v => v.Name).ShouldBe(["A", "B", "C"]);
        var choice = (InputObjectType)schema.FindType("Choice")!;
        (choice.IsOneOf, choice.Fields.Find("b")!.Index).ShouldBe((true, 1));
        ((ScalarType)schema.FindType("Date")!).SpecifiedBy.ShouldBe("https://example.com/date");
        schema.Mutation!.Fields.Select(f => f.Name).ShouldBe(["a", "b"]);
        var mark = schema.FindDirective("mark")!;
        (mark.IsRepeatable, mark.Locations).ShouldBe((true, DirectiveLocation.Field | DirectiveLocation.Query));
    }

    [Fact]
    public void Root_types_have_usual_names_when_nothing_else_is_said()
    {
        var schema = SchemaReader.Read("type Query { a: Int } type Mutation { a: Int } type Subscription { a: Int }");
        (schema.Query.Name, schema.Mutation!.Name, schema.Subscription!.Name).ShouldBe(("Query", "Mutation", "Subscription"));
        SchemaReader.Read("schema { query: Query } type Query { a: Int } type Mutation { a: Int }").Mutation.ShouldBeNull();
    }

    [Fact]
    public void A_built_in_scalar_may_be_written_down_and_stays_what_it_is() =>
        SchemaReader.Read("scalar Int type Query { a: Int }").FindType("Int").ShouldBe(GraphQL.Types.Scalars.BuiltInScalars.Int);

    [Theory]
    [InlineData("type Query { a: Nope }", "Unknown type \"Nope\". (1:17)")]
    [InlineData("type Query { a: Int }\ntype Query { b: Int }", "There can be only one type named \"Query\". (2:6)")]
    [InlineData("type Query { a: Int a: Int }", "Field \"Query.a\" can only be defined once. (1:21)")]
    [InlineData("type Query implements Kind { a: Int } enum Kind { A }", "Type Query must only implement Interface types, it cannot implement Kind. (1:23)")]
    [InlineData("type Query { a: Int } extend input Query { b: Int }", "Cannot extend non-input object type \"Query\". (1:23)")]
    [InlineData("type Other { a: Int }", "Query root type must be provided.")]
    [InlineData("type Query { a: Int } { a }", "An operation or fragment is no part of a schema. (1:23)")]
    [InlineData("extend type Query { a: Int }", "Cannot extend type \"Query\" because it is not defined. (1:13)")]
    public void What_is_no_schema_is_refused(string sdl, string message) =>
        Should.Throw<SchemaReadException>(() => SchemaReader.Read(sdl)).Message.ShouldBe(message);
}
