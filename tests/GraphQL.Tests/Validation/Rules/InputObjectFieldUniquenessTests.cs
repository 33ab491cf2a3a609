using Portal.GraphQL.Validation.Rules;

namespace Portal.GraphQL.Tests.Validation.Rules;

public sealed class InputObjectFieldUniquenessTests() : RuleTests(context => new InputObjectFieldUniqueness(context))
{
    [Fact]
    public void The_same_field_in_nested_objects_and_in_two_objects() => Accepts(
        """
        {
          complicatedArgs {
            anyArgField(anyArg: [{a: {a: {a: 1}}}, {a: 1}])
          }
        }
        """);

    [Fact]
    public void The_same_field_twice() => Refuses(
        """
        {
          complicatedArgs {
            complexArgField(complexArg: {intField: 1, intField: 2, intField: 3})
          }
        }
        """,
        "There can be only one input field named \"intField\". @ 3:34 3:47",
        "There can be only one input field named \"intField\". @ 3:34 3:60");

    [Fact]
    public void The_same_field_twice_in_a_nested_object() => Refuses(
        """
        {
          complicatedArgs {
            anyArgField(anyArg: {x: [{a: 1, a: 2}]})
          }
        }
        """,
        "There can be only one input field named \"a\". @ 3:31 3:37");

    [Fact]
    public void The_same_field_twice_in_a_default() => Refuses(
        """
        query Q($c: ComplexInput = {requiredField: true, requiredField: false}) {
          dog {
            name
          }
        }
        """,
        "There can be only one input field named \"requiredField\". @ 1:29 1:50");
}
