using Portal.GraphQL.Validation.Rules;

namespace Portal.GraphQL.Tests.Validation.Rules;

public sealed class FragmentSpreadTargetDefinedTests() : RuleTests(context => new FragmentSpreadTargetDefined(context))
{
    [Fact]
    public void Known_fragments() => Accepts(
        """
        {
          dog {
            ...A
            ... {
              ...A
            }
          }
        }

        fragment A on Dog {
          name
        }
        """);

    [Fact]
    public void Unknown_fragments() => Refuses(
        """
        {
          dog {
            ...A
            ... on Dog {
              ...B
            }
          }
        }

        fragment C on Dog {
          ...D
        }
        """,
        "Unknown fragment \"A\". @ 3:8",
        "Unknown fragment \"B\". @ 5:10",
        "Unknown fragment \"D\". @ 11:6");
}
