using Portal.GraphQL.Validation.Rules;

namespace Portal.GraphQL.Tests.Validation.Rules;

public sealed class VariablesAreInputTypesTests() : RuleTests(context => new VariablesAreInputTypes(context))
{
    [Fact]
    public void Input_types_and_an_unknown_type() => Accepts(
        """
        query Foo($a: String, $b: [Boolean!]!, $c: ComplexInput, $d: [[Unknown]]) {
          dog {
            name
          }
        }
        """);

    [Fact]
    public void Output_types() => Refuses(
        """
        query Foo($a: Dog, $b: [[CatOrDog!]]!, $c: Pet) {
          dog {
            name
          }
        }
        """,
        "Variable \"$a\" cannot be non-input type \"Dog\". @ 1:15",
        "Variable \"$b\" cannot be non-input type \"[[CatOrDog!]]!\". @ 1:24",
        "Variable \"$c\" cannot be non-input type \"Pet\". @ 1:44");
}
