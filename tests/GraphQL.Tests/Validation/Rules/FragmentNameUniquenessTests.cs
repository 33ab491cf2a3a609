using Portal.GraphQL.Validation.Rules;

namespace Portal.GraphQL.Tests.Validation.Rules;

public sealed class FragmentNameUniquenessTests() : RuleTests(context => new FragmentNameUniqueness(context))
{
    [Fact]
    public void Fragments_of_different_names() => Accepts(
        """
        {
          dog {
            ...A
            ...B
          }
        }

        fragment A on Dog {
          name
        }

        fragment B on Dog {
          barks
        }
        """);

    [Fact]
    public void Two_fragments_of_the_same_name() => Refuses(
        """
        {
          dog {
            ...A
          }
        }

        fragment A on Dog {
          name
        }

        fragment A on Dog {
          barks
        }
        """,
        "There can be only one fragment named \"A\". @ 7:10 11:10");
}
