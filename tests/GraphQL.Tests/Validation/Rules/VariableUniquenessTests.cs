using Portal.GraphQL.Validation.Rules;

namespace Portal.GraphQL.Tests.Validation.Rules;

public sealed class VariableUniquenessTests() : RuleTests(context => new VariableUniqueness(context))
{
    [Fact]
    public void Variables_of_the_same_name_in_different_operations() => Accepts(
        """
        query A($x: Int, $y: String) {
          dog {
            name
          }
        }

        query B($x: String) {
          dog {
            name
          }
        }
        """);

    [Fact]
    public void Variables_of_the_same_name_in_one_operation() => Refuses(
        """
        query A($x: Int, $x: Int, $x: String) {
          dog {
            name
          }
        }
        """,
        "There can be only one variable named \"$x\". @ 1:10 1:19 1:28");
}
