using Portal.GraphQL.Validation.Rules;

namespace Portal.GraphQL.Tests.Validation.Rules;

public sealed class LoneAnonymousOperationTests() : RuleTests(context => new LoneAnonymousOperation(context))
{
    [Fact]
    public void One_anonymous_operation_with_a_fragment() => Accepts(
        """
        {
          dog {
            ...F
          }
        }

        fragment F on Dog {
          name
        }
        """);

    [Fact]
    public void Several_named_operations() => Accepts(
        """
        query A {
          dog {
            name
          }
        }

        query B {
          dog {
            name
          }
        }
        """);

    [Fact]
    public void Two_anonymous_operations() => Refuses(
        """
        {
          dog {
            name
          }
        }

        {
          cat {
            name
          }
        }
        """,
        "This anonymous operation must be the only defined operation. @ 1:1",
        "This anonymous operation must be the only defined operation. @ 7:1");

    [Fact]
    public void An_anonymous_operation_beside_a_named_one() => Refuses(
        """
        {
          dog {
            name
          }
        }

        subscription Foo {
          importantEmails
        }
        """,
        "This anonymous operation must be the only defined operation. @ 1:1");
}
