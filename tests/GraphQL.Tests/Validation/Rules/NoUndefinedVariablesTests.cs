using Portal.GraphQL.Validation.Rules;

namespace Portal.GraphQL.Tests.Validation.Rules;

public sealed class NoUndefinedVariablesTests() : RuleTests(context => new NoUndefinedVariables(context))
{
    [Fact]
    public void Variables_used_in_the_operation_and_in_fragments() => Accepts(
        """
        query A($a: Boolean, $b: Boolean) {
          dog {
            name(surname: $a)
            ...F
          }
        }

        fragment F on Dog {
          ...G @include(if: $b)
        }

        fragment G on Dog {
          name(surname: $a)
        }
        """);

    [Fact]
    public void A_variable_that_is_not_defined() => Refuses(
        """
        query A($a: Boolean) {
          dog {
            name(surname: $b)
          }
        }
        """,
        "Variable \"$b\" is not defined by operation \"A\". @ 3:19 1:1");

    [Fact]
    public void A_variable_that_an_anonymous_operation_does_not_define() => Refuses(
        """
        {
          dog {
            name(surname: $b)
          }
        }
        """,
        "Variable \"$b\" is not defined. @ 3:19 1:1");

    [Fact]
    public void A_variable_in_a_fragment_that_one_operation_does_not_define() => Refuses(
        """
        query A($a: Boolean) {
          dog {
            ...F
          }
        }

        query B {
          dog {
            ...F
          }
        }

        fragment F on Dog {
          name(surname: $a)
        }
        """,
        "Variable \"$a\" is not defined by operation \"B\". @ 14:17 7:1");

    [Fact]
    public void Variables_in_lists_and_objects() => Refuses(
        """
        query A {
          complicatedArgs {
            complexArgField(complexArg: {requiredField: $x, stringListField: [$y]})
          }
        }
        """,
        "Variable \"$x\" is not defined by operation \"A\". @ 3:49 1:1",
        "Variable \"$y\" is not defined by operation \"A\". @ 3:71 1:1");

    [Fact]
    public void A_fragment_that_no_operation_uses_is_not_judged() => Accepts(
        """
        {
          dog {
            name
          }
        }

        fragment F on Dog {
          name(surname: $a)
        }
        """);
}
