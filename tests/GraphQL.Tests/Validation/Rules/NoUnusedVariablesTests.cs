using Portal.GraphQL.Validation.Rules;

namespace Portal.GraphQL.Tests.Validation.Rules;

public sealed class NoUnusedVariablesTests() : RuleTests(context => new NoUnusedVariables(context))
{
    [Fact]
    public void Variables_used_in_fields_directives_and_fragments() => Accepts(
        """
        query A($a: Boolean, $b: Boolean!, $c: Boolean) {
          dog @include(if: $b) {
            name(surname: $a)
            ...F
          }
        }

        fragment F on Dog {
          mother {
            ...G
          }
        }

        fragment G on Dog {
          name(surname: $c)
        }
        """);

    [Fact]
    public void Variables_that_are_not_used() => Refuses(
        """
        query A($a: Boolean, $b: Boolean, $c: Boolean) {
          dog {
            name(surname: $b)
          }
        }
        """,
        "Variable \"$a\" is never used in operation \"A\". @ 1:9",
        "Variable \"$c\" is never used in operation \"A\". @ 1:35");

    [Fact]
    public void A_variable_that_an_anonymous_operation_does_not_use() => Refuses(
        """
        query ($a: Boolean) {
          dog {
            name
          }
        }
        """,
        "Variable \"$a\" is never used. @ 1:8");

    [Fact]
    public void A_variable_used_only_by_a_fragment_of_another_operation() => Refuses(
        """
        query A($a: Boolean) {
          dog {
            name
          }
        }

        query B($a: Boolean) {
          dog {
            ...F
          }
        }

        fragment F on Dog {
          name(surname: $a)
        }
        """,
        "Variable \"$a\" is never used in operation \"A\". @ 1:9");
}
