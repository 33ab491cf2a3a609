namespace Portal.GraphQL.Tests.Reference.Generation;

/// <summary>Sources that use every construct of the language.</summary>
internal static class SampleSources
{
    private const string Operations = """"
        "What it is for" query queryName($foo: ComplexType, $site: Site = MOBILE @onVariable, "described" $list: [[Int!]!]! = [[1], []]) @onQuery {
          whoever123is: node(id: [123, 456], at: 1.5e-10, big: -0, text: "quo\"ted \u00e9 \u{1F600}", none: null) {
            id
            ... on User @onInlineFragment {
              field2 {
                id
                alias: field1(first: 10, after: $foo, block: """
                  block \""" string
                    indented
                """) @include(if: $foo) { id ...frag @onSpread(a: {b: [ENUM, true, $foo], c: {}}) }
              }
            }
            ... @skip(unless: $foo) { id }
            ... { id }
          }
        }
        mutation likeStory @onMutation { like(story: 123) @onField { story { id @onField } } }
        subscription Sub($input: StoryInput) @onSubscription { storyLikeSubscribe(input: $input) { story { likers { count } } } }
        """about a fragment""" fragment frag on Friend @onFragmentDefinition {
          foo(size: $size, bar: $b, obj: {key: "value", block: """

              blank lines around

              """}, oneVeryLongArgumentName: "so that the line is too long", anotherLongArgumentName: [1, 2, 3])
        }
        { unnamed(truthy: true, falsy: false, nullish: null), query }
        """";

    private const string Types = """"
        """This is a description of the schema as a whole."""
        schema @onSchema { query: QueryType mutation: MutationType }
        """
        This is a description
        of the `Foo` type.
        """
        type Foo implements Bar & Baz & Two {
          "Description of the `one` field."
          one: Type
          """This is a description of the `two` field."""
          two("""about the argument""" argument: InputType!): Type
          three(argument: InputType, other: String): Int
          four(argument: String = "string"): String
          five(argument: [String] = ["string", "string"]): String
          six(argument: InputType = {key: "value"}): Type @deprecated(reason: "x")
        }
        type AnnotatedObject @onObject(arg: "value") { annotatedField(arg: Type = "default" @onArgumentDefinition): Type @onField }
        type UndefinedType
        extend type Foo { seven(argument: [String]): Type }
        extend type Foo @onType
        interface Bar { one: Type four(argument: String = "string"): String }
        interface AnnotatedInterface @onInterface { annotatedField(arg: Type @onArgumentDefinition): Type @onField }
        extend interface Bar implements Two { five: Int }
        union Feed = | Story | Article | Advert
        union AnnotatedUnion @onUnion = A | B
        extend union Feed = Photo | Video
        scalar CustomScalar @specifiedBy(url: "https://example.com")
        extend scalar CustomScalar @onScalar
        enum Site { "described" DESKTOP @deprecated MOBILE }
        extend enum Site { VR }
        input InputType { key: String! answer: Int = 42 @onInputField }
        extend input InputType @onInputObject
        directive @include2(if: Boolean! = true) repeatable on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT
        directive @skip on | FIELD | VARIABLE_DEFINITION
        extend schema @onSchema { subscription: SubscriptionType }
        """";

    public static IReadOnlyList<string> All { get; } =
    [
        Operations, Types, "{ a }", "query Q($a: [Int!]! = [1]) @d { a: b(c: $a) { ...F ... on T { x } } }", "fragment F($x: Int) on T { a }",
        "\uFEFF{ a # comment\r\n, b\r c }", "{ a(b: \"\"\"\r\n  one\r\n    two\r\n\"\"\") }", "type T { a(b: Int = 1 @d): [T!]! }", "extend schema { query: Q }",
        "input I @oneOf { a: Int b: String }", "\"d\" directive @a(b: Int) on QUERY", "\"\"\"d\"\"\" union U = A | B", "subscription { a @include(if: true) }",
        "fragment on on T { a }", "{ on true: false null }", "query on { a }", "mutation M { a(b: {c: [], d: {}}) }", "enum E { A B @deprecated(reason: \"no\") }",
    ];
}
