using Portal.GraphQL.Validation.Rules;

namespace Portal.GraphQL.Tests.Validation.Rules;

public sealed class ArgumentUniquenessTests() : RuleTests(context => new ArgumentUniqueness(context))
{
    [Fact]
    public void The_same_argument_on_field_and_directive_and_on_two_fields() => Accepts(
        """
        {
          dog {
            a: isAtLocation(x: 1, y: 2)
            b: isAtLocation(x: 1)
          }
        }
        """);

    [Fact]
    public void The_same_argument_twice() => Refuses(
        """
        {
          dog {
            isAtLocation(x: 1, x: 2, x: 3)
          }
        }
        """,
        "There can be only one argument named \"x\". @ 3:18 3:24 3:30");

    [Fact]
    public void The_same_argument_of_a_directive_twice() => Refuses(
        """
        {
          dog @skip(if: true, if: false) {
            name
          }
        }
        """,
        "There can be only one argument named \"if\". @ 2:13 2:23");
}
