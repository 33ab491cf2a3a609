using Portal.GraphQL.Tests.Building.Library;
using static Portal.GraphQL.Tests.Building.Library.LibraryClient;

namespace Portal.GraphQL.Tests.Introspection;

public sealed class IntrospectionTests
{
    /// <summary>The query that graphql-js 16 sends with every option.</summary>
    public const string Full = """
        query IntrospectionQuery {
          __schema {
            description
            queryType { name } mutationType { name } subscriptionType { name }
            types { ...FullType }
            directives { name description isRepeatable locations args(includeDeprecated: true) { ...InputValue } }
          }
        }
        fragment FullType on __Type {
          kind name description specifiedByURL isOneOf
          fields(includeDeprecated: true) { name description args(includeDeprecated: true) { ...InputValue } type { ...TypeRef } isDeprecated deprecationReason }
          inputFields(includeDeprecated: true) { ...InputValue }
          interfaces { ...TypeRef }
          enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
          possibleTypes { ...TypeRef }
        }
        fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue isDeprecated deprecationReason }
        fragment TypeRef on __Type { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } }
        """;

    [Fact]
    public async Task The_whole_schema_is_answered()
    {
        var answer = await AskAsync(Full);
        // graphql-js can check it: buildClientSchema and validateSchema.
        File.WriteAllText(Path.Combine(AppContext.BaseDirectory, "introspection.json"), answer.ToString());
        var schema = answer.GetProperty("data").GetProperty("__schema");
        var names = schema.GetProperty("types").EnumerateArray().Select(t => t.GetProperty("name").GetString()!).ToList();
        names.ShouldBe(LibrarySchema.Schema.Types.Select(t => t.Name));
        schema.GetProperty("directives").EnumerateArray().Select(d => d.GetProperty("name").GetString()).ShouldBe(["include", "skip", "deprecated", "specifiedBy", "oneOf"]);
        schema.GetProperty("subscriptionType").GetProperty("name").GetString().ShouldBe("Subscription");
    }

    [Fact]
    public async Task A_type_is_found_by_name() =>
        (await DataAsync("""{ __type(name: "Loanable") { kind name possibleTypes { name } fields { name type { kind ofType { name } } } } none: __type(name: "None") { name } }""")).ShouldBe(
            """{"__type":{"kind":"INTERFACE","name":"Loanable","possibleTypes":[{"name":"Book"},{"name":"Recording"}],"fields":[{"name":"title","type":{"kind":"NON_NULL","ofType":{"name":"String"}}}]},"none":null}""");

    [Theory]
    [InlineData("", false)]
    [InlineData("(includeDeprecated: false)", false)]
    [InlineData("(includeDeprecated: true)", true)]
    public async Task Deprecated_members_are_left_out_unless_asked_for(string argument, bool included)
    {
        var answer = await AskAsync($$"""{ book: __type(name: "Book") { fields{{argument}} { name } } genre: __type(name: "Genre") { enumValues{{argument}} { name } } }""");
        Names("book", "fields").Contains("shelf").ShouldBe(included);
        Names("genre", "enumValues").Contains("HOW_TO").ShouldBe(included);

        List<string?> Names(string type, string members) =>
            [.. answer.GetProperty("data").GetProperty(type).GetProperty(members).EnumerateArray().Select(m => m.GetProperty("name").GetString())];
    }

    [Fact]
    public async Task Defaults_are_printed_as_literals()
    {
        var answer = await AskAsync("""{ __type(name: "BookFilterInput") { inputFields { name defaultValue } } }""");
        var defaults = answer.GetProperty("data").GetProperty("__type").GetProperty("inputFields").EnumerateArray()
            .ToDictionary(f => f.GetProperty("name").GetString()!, f => f.GetProperty("defaultValue").GetString());
        defaults["favourite"].ShouldBe("NON_FICTION");
        defaults["words"].ShouldBe("[]");
        defaults["tolerance"].ShouldBe("2");
        defaults["text"].ShouldBeNull();
    }

    [Fact]
    public async Task Scalars_and_inputs_say_what_is_special_about_them() =>
        (await DataAsync("""{ date: __type(name: "Date") { specifiedByURL isOneOf } key: __type(name: "LookupKeyInput") { isOneOf } filter: __type(name: "BookFilterInput") { isOneOf } }""")).ShouldBe(
            """{"date":{"specifiedByURL":"https://www.rfc-editor.org/rfc/rfc3339#section-5.6","isOneOf":null},"key":{"isOneOf":true},"filter":{"isOneOf":false}}""");

    [Fact]
    public async Task Every_composite_type_names_itself() =>
        (await DataAsync("{ __typename books(first: 1) { __typename nodes { __typename } } }")).ShouldBe("""{"__typename":"Query","books":{"__typename":"BookConnection","nodes":[{"__typename":"Book"}]}}""");

    [Fact]
    public void Every_introspection_type_has_its_fields_in_the_schema()
    {
        foreach (var type in Portal.GraphQL.Introspection.IntrospectionTypes.All)
            LibrarySchema.Schema.FindType(type.Name).ShouldBeSameAs(type);
    }
}
