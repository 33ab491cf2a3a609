using Portal.GraphQL.Validation.Rules;

namespace Portal.GraphQL.Tests.Validation.Rules;

public sealed class TypeExistenceTests() : RuleTests(context => new TypeExistence(context))
{
    [Fact]
    public void Known_types_everywhere() => Accepts(
        """
        query Foo($a: String, $b: [ComplexInput!]!, $c: Boolean = true) {
          human(id: 4) {
            pets {
              ... on Dog {
                name
              }
              ...P
              ... {
                name
              }
            }
          }
        }

        fragment P on Pet {
          name
        }
        """);

    [Fact]
    public void An_unknown_type_of_a_variable() => Refuses(
        """
        query Foo($a: [JumbledUpLetters!]!) {
          dog {
            name
          }
        }
        """,
        "Unknown type \"JumbledUpLetters\". @ 1:16");

    [Fact]
    public void An_unknown_type_condition_with_suggestions() => Refuses(
        """
        {
          dog {
            ... on Dgo {
              name
            }
            ...P
          }
        }

        fragment P on Peat {
          name
        }
        """,
        "Unknown type \"Dgo\". Did you mean \"Dog\"? @ 3:12",
        "Unknown type \"Peat\". Did you mean \"Pet\" or \"Cat\"? @ 10:15");

    [Fact]
    public void An_introspection_type_is_known() => Accepts(
        """
        query Foo($kind: __TypeKind) {
          dog {
            name
          }
        }
        """);
}
