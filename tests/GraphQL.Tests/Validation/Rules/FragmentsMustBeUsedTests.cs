using Portal.GraphQL.Validation.Rules;

namespace Portal.GraphQL.Tests.Validation.Rules;

public sealed class FragmentsMustBeUsedTests() : RuleTests(context => new FragmentsMustBeUsed(context))
{
    [Fact]
    public void Fragments_used_directly_and_through_others() => Accepts(
        """
        {
          dog {
            ...A
          }
        }

        fragment A on Dog {
          mother {
            ...B
          }
        }

        fragment B on Dog {
          name
        }
        """);

    [Fact]
    public void Unused_fragments() => Refuses(
        """
        query Foo {
          dog {
            ...A
          }
        }

        fragment A on Dog {
          name
        }

        fragment B on Dog {
          name
        }
        """,
        "Fragment \"B\" is never used. @ 11:1");

    [Fact]
    public void Fragments_that_only_use_each_other() => Refuses(
        """
        {
          dog {
            name
          }
        }

        fragment A on Dog {
          ...B
        }

        fragment B on Dog {
          ...A
        }
        """,
        "Fragment \"A\" is never used. @ 7:1",
        "Fragment \"B\" is never used. @ 11:1");
}
