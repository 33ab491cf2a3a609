using Portal.GraphQL.Language;
using Portal.GraphQL.Validation;
using Portal.GraphQL.Validation.TypeSystem;

namespace Portal.GraphQL.Tests.Validation.TypeSystem;

/// <summary>
/// Messages and locations are graphql-js' where it has the rule (generated schemas are compared with it); the rules that only the
/// September 2025 edition has are tried here alone.
/// </summary>
public sealed class SchemaDocumentValidatorTests
{
    private const string Query = " type Query { a: Int }";

    [Theory]
    [InlineData("schema { query: Query } schema { mutation: Query }", "Must provide only one schema definition. @ 1:25")]
    [InlineData("schema { query: Query query: Query }", "There can be only one query type in schema. @ 1:10 1:23")]
    [InlineData("type A { a: Int } scalar A", "There can be only one type named \"A\". @ 1:6 1:26")]
    [InlineData("type A { a: Int } extend type A { a: Int }", "Field \"A.a\" can only be defined once. @ 1:10 1:35")]
    [InlineData("enum A { B B }", "Enum value \"A.B\" can only be defined once. @ 1:10 1:12")]
    [InlineData("type A { a(b: Int b: Int): Int }", "Argument \"A.a(b:)\" can only be defined once. @ 1:12 1:19")]
    [InlineData("directive @a on FIELD directive @a on FIELD", "There can be only one directive named \"@a\". @ 1:12 1:34")]
    [InlineData("type A { a: Sting }", "Unknown type \"Sting\". Did you mean \"String\" or \"Int\"? @ 1:13")]
    [InlineData("extend type Qury { b: Int }", "Cannot extend type \"Qury\" because it is not defined. Did you mean \"Query\"? @ 1:13")]
    [InlineData("scalar A extend enum A { B }", "Cannot extend non-enum type \"A\". @ 1:1 1:10")]
    [InlineData("scalar A @nope", "Unknown directive \"@nope\". @ 1:10")]
    [InlineData("scalar A @deprecated", "Directive \"@deprecated\" may not be used on SCALAR. @ 1:10")]
    [InlineData("directive @a on SCALAR scalar A @a extend scalar A @a", "The directive \"@a\" can only be used once at this location. @ 1:33 1:52")]
    [InlineData("scalar A @specifiedBy", "Directive \"@specifiedBy\" argument \"url\" of type \"String!\" is required, but it was not provided. @ 1:10")]
    [InlineData("scalar A @specifiedBy(url: \"u\", urn: \"n\")", "Unknown argument \"urn\" on directive \"@specifiedBy\". Did you mean \"url\"? @ 1:33")]
    [InlineData("scalar A @specifiedBy(url: \"u\", url: \"n\")", "There can be only one argument named \"url\". @ 1:23 1:33")]
    [InlineData("input A { a: B = {b: 1, b: 2} } input B { b: Int }", "There can be only one input field named \"b\". @ 1:19 1:25")]
    [InlineData("fragment F on A { a }", "An operation or fragment is no part of a schema. @ 1:1")]
    public void A_document_is_refused_whose_names_do_not_hold(string sdl, params string[] errors) => Errors(sdl + Query).ShouldBe(errors);

    [Theory]
    [InlineData("schema { query: A } enum A { B }", "Query root type must be Object type, it cannot be A. @ 1:17")]
    [InlineData("extend schema { mutation: A } enum A { B }", "Mutation root type must be Object type if provided, it cannot be A. @ 1:27")]
    [InlineData("type A { __a: Int }", "Name \"__a\" must not begin with \"__\", which is reserved by GraphQL introspection. @ 1:10")]
    [InlineData("type A", "Type A must define one or more fields. @ 1:1")]
    [InlineData("enum A", "Enum type A must define one or more values. @ 1:1")]
    [InlineData("union A", "Union type A must define one or more member types. @ 1:1")]
    [InlineData("input A", "Input Object type A must define one or more fields. @ 1:1")]
    [InlineData("union A = Query | Query", "Union type A can only include type Query once. @ 1:11 1:19")]
    [InlineData("union A = Int", "Union type A can only include Object types, it cannot include Int. @ 1:11")]
    [InlineData("input A { a: Int } type B { a: A }", "The type of B.a must be Output Type but got: A. @ 1:32")]
    [InlineData("type B { a(b: B): Int }", "The type of B.a(b:) must be Input Type but got: B. @ 1:15")]
    [InlineData("type B { a(b: Int! @deprecated): Int }", "Required argument B.a(b:) cannot be deprecated. @ 1:20 1:15")]
    [InlineData("input B { a: Int! @deprecated }", "Required input field B.a cannot be deprecated. @ 1:19 1:14")]
    [InlineData("input A @oneOf { a: Int! }", "OneOf input field A.a must be nullable. @ 1:21")]
    [InlineData("input A @oneOf { a: Int = 1 }", "OneOf input field A.a cannot have a default value. @ 1:18")]
    [InlineData("input A { b: B! } input B { a: A! }", "Cannot reference Input Object \"A\" within itself through a series of non-null fields: \"b.a\". @ 1:11 1:29")]
    [InlineData("type A implements Query { a: Int }", "Type A must only implement Interface types, it cannot implement Query. @ 1:19")]
    [InlineData("interface A implements A { a: Int }", "Type A cannot implement itself because it would create a circular reference. @ 1:24")]
    [InlineData("interface I { a: Int } type A implements I & I { a: Int }", "Type A can only implement I once. @ 1:42 1:46")]
    [InlineData("interface I { a: Int } interface J implements I { a: Int } type A implements J { a: Int }", "Type A must implement I because it is implemented by J. @ 1:47 1:78")]
    [InlineData("interface I { a: Int } type A implements I { b: Int }", "Interface field I.a expected but A does not provide it. @ 1:15 1:24")]
    [InlineData("interface I { a: Int! } type A implements I { a: Int }", "Interface field I.a expects type Int! but A.a is type Int. @ 1:18 1:50")]
    [InlineData("interface I { a(b: Int): Int } type A implements I { a: Int }", "Interface field argument I.a(b:) expected but A.a does not provide it. @ 1:17 1:54")]
    [InlineData("interface I { a(b: Int): Int } type A implements I { a(b: Int!): Int }", "Interface field argument I.a(b:) expects type Int but A.a(b:) is type Int!. @ 1:20 1:59")]
    [InlineData("interface I { a: Int } type A implements I { a(b: Int!): Int }", "Object field A.a includes required argument b that is missing from the Interface field I.a. @ 1:48 1:15")]
    public void A_document_is_refused_whose_types_do_not_hold(string sdl, params string[] errors) => Errors(sdl + Query).ShouldBe(errors);

    [Theory]
    [InlineData("interface I { a: Int } type A implements I { a: Int @deprecated }", "Interface field I.a is not deprecated, so A.a cannot be deprecated. @ 1:53 1:15")]
    [InlineData("type A { a(b: Int = \"1\"): Int }", "Int cannot represent non-integer value: \"1\" @ 1:21")]
    [InlineData("input A { a: B = C } enum B { LONGER }", "Value \"C\" does not exist in \"B\" enum. @ 1:18")]
    [InlineData("scalar A @specifiedBy(url: 1)", "String cannot represent a non string value: 1 @ 1:28")]
    [InlineData("type A { a: Int @deprecated(reason: null) }", "Expected value of type \"String!\", found null. @ 1:37")]
    [InlineData("directive @a(b: Int @a) on ARGUMENT_DEFINITION", "Directive @a cannot be used within its own definition. @ 1:12")]
    [InlineData("directive @a(b: C) on ENUM_VALUE enum C { D @a }", "Directive @a cannot be used within its own definition. @ 1:12")]
    [InlineData("input A { a: A = {} }", "The default value of input field \"a\" contains itself through \"a\". @ 1:11")]
    [InlineData("input A { b: B = {} } input B { a: [A] = [{}] }", "The default value of input field \"b\" contains itself through \"b.a\". @ 1:11 1:33")]
    public void What_only_the_edition_of_September_2025_forbids_is_refused(string sdl, params string[] errors) => Errors(sdl + Query).ShouldBe(errors);

    [Theory]
    [InlineData("interface I { a: I } type A implements I { a: A!  b(c: Int! = 1): Int }")]
    [InlineData("interface I { a: Int @deprecated } type A implements I { a: Int @deprecated }")]
    [InlineData("input A { b: [A!]! c: A }")]
    [InlineData("input A { a: A = {a: null} }")]
    [InlineData("directive @a(b: Int @b) on FIELD directive @b on ARGUMENT_DEFINITION")]
    [InlineData("directive @a repeatable on SCALAR scalar A @a @a extend scalar A @a")]
    [InlineData("input A { a: Int = 1 @deprecated b: Int! = 2 @deprecated(reason: \"r\") }")]
    [InlineData("scalar Int directive @skip(if: Boolean!) on FIELD")]
    [InlineData("extend schema { mutation: A } type A { a: Int }")]
    public void A_document_that_keeps_the_rules_is_a_schema(string sdl) => Errors(sdl + Query).ShouldBeEmpty();

    [Fact]
    public void A_schema_without_a_query_root_is_refused() => Errors("type A { a: Int }").ShouldBe(["Query root type must be provided. @ "]);

    [Fact]
    public void All_errors_are_reported_in_the_order_of_the_text() =>
        Errors("type Query { a: Nope b: Nothing } scalar A @nope").Select(e => e.Split(" @ ")[1]).ShouldBe(["1:17", "1:25", "1:44"]);

    private static List<string> Errors(string sdl)
    {
        var errors = SchemaDocumentValidator.Validate(Parser.Parse(sdl));
        errors.ShouldAllBe(e => e.Code == ValidationCodes.InvalidSchema);
        return [.. errors.Select(e => $"{e.Message} @ {string.Join(' ', e.Locations!.Select(l => $"{l.Line}:{l.Column}"))}")];
    }
}
