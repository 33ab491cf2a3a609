using Portal.GraphQL.Validation.Rules;

namespace Portal.GraphQL.Tests.Validation.Rules;

public sealed class ExecutableDefinitionsTests() : RuleTests(context => new ExecutableDefinitions(context))
{
    [Fact]
    public void Operations_and_fragments() => Accepts(
        """
        query Foo {
          dog {
            name
            ...Frag
          }
        }

        fragment Frag on Dog {
          name
        }
        """);

    [Fact]
    public void A_type_definition_and_an_extension() => Refuses(
        """
        query Foo {
          dog {
            name
          }
        }

        type Cow {
          name: String
        }

        extend type Dog {
          color: String
        }
        """,
        "The \"Cow\" definition is not executable. @ 7:1",
        "The \"Dog\" definition is not executable. @ 11:1");

    [Fact]
    public void A_schema_definition_and_its_extension() => Refuses(
        """
        schema {
          query: QueryRoot
        }

        type Query {
          test: String
        }

        extend schema @onQuery
        """,
        "The schema definition is not executable. @ 1:1",
        "The \"Query\" definition is not executable. @ 5:1",
        "The schema definition is not executable. @ 9:1");

    [Fact]
    public void A_directive_definition() => Refuses(
        """
        {
          dog {
            name
          }
        }

        directive @x on FIELD
        """,
        "The \"x\" definition is not executable. @ 7:1");
}
