using Portal.GraphQL.Validation.Rules;

namespace Portal.GraphQL.Tests.Validation.Rules;

public sealed class VariablesInAllowedPositionTests() : RuleTests(context => new VariablesInAllowedPosition(context))
{
    [Fact]
    public void The_same_types() => Accepts(
        """
        query Q($b: Boolean, $l: [String], $c: ComplexInput) {
          complicatedArgs {
            booleanArgField(booleanArg: $b)
            stringListArgField(stringListArg: $l)
            complexArgField(complexArg: $c)
          }
        }
        """);

    [Fact]
    public void A_non_null_variable_in_a_nullable_place() => Accepts(
        """
        query Q($b: Boolean!, $l: [String!]!) {
          complicatedArgs {
            booleanArgField(booleanArg: $b)
            stringListArgField(stringListArg: $l)
          }
        }
        """);

    [Fact]
    public void A_nullable_variable_with_a_default_in_a_non_null_place() => Accepts(
        """
        query Q($i: Int = 1) {
          complicatedArgs {
            nonNullIntArgField(nonNullIntArg: $i)
          }
        }
        """);

    [Fact]
    public void A_nullable_variable_where_the_place_has_a_default() => Accepts(
        """
        query Q($i: Int, $b: Boolean) {
          complicatedArgs {
            nonNullFieldWithDefault(arg: $i)
            complexArgField(complexArg: {requiredField: true, nonNullField: $b})
          }
        }
        """);

    [Fact]
    public void A_nullable_variable_in_a_non_null_place() => Refuses(
        """
        query Q($i: Int) {
          complicatedArgs {
            nonNullIntArgField(nonNullIntArg: $i)
          }
        }
        """,
        "Variable \"$i\" of type \"Int\" used in position expecting type \"Int!\". @ 1:9 3:39");

    [Fact]
    public void A_default_of_null_does_not_help() => Refuses(
        """
        query Q($i: Int = null) {
          complicatedArgs {
            nonNullIntArgField(nonNullIntArg: $i)
          }
        }
        """,
        "Variable \"$i\" of type \"Int\" used in position expecting type \"Int!\". @ 1:9 3:39");

    [Fact]
    public void A_nullable_variable_in_a_fragment() => Refuses(
        """
        query Q($i: Int) {
          complicatedArgs {
            ...F
          }
        }

        fragment F on ComplicatedArgs {
          ...G
        }

        fragment G on ComplicatedArgs {
          nonNullIntArgField(nonNullIntArg: $i)
        }
        """,
        "Variable \"$i\" of type \"Int\" used in position expecting type \"Int!\". @ 1:9 12:37");

    [Fact]
    public void Another_type() => Refuses(
        """
        query Q($s: String) {
          complicatedArgs {
            booleanArgField(booleanArg: $s)
            stringListArgField(stringListArg: $s)
          }
        }
        """,
        "Variable \"$s\" of type \"String\" used in position expecting type \"Boolean\". @ 1:9 3:33",
        "Variable \"$s\" of type \"String\" used in position expecting type \"[String]\". @ 1:9 4:39");

    [Fact]
    public void A_list_where_a_single_value_is_expected() => Refuses(
        """
        query Q($l: [String]) {
          complicatedArgs {
            stringArgField(stringArg: $l)
          }
        }
        """,
        "Variable \"$l\" of type \"[String]\" used in position expecting type \"String\". @ 1:9 3:31");

    [Fact]
    public void Nullable_items_where_non_null_items_are_expected() => Refuses(
        """
        query Q($l: [String]) {
          complicatedArgs {
            stringListNonNullArgField(stringListNonNullArg: $l)
          }
        }
        """,
        "Variable \"$l\" of type \"[String]\" used in position expecting type \"[String!]\". @ 1:9 3:53");

    [Fact]
    public void A_variable_inside_a_list_and_an_object() => Refuses(
        """
        query Q($s: String, $b: Boolean) {
          complicatedArgs {
            stringListNonNullArgField(stringListNonNullArg: [$s])
            complexArgField(complexArg: {requiredField: $b})
          }
        }
        """,
        "Variable \"$s\" of type \"String\" used in position expecting type \"String!\". @ 1:9 3:54",
        "Variable \"$b\" of type \"Boolean\" used in position expecting type \"Boolean!\". @ 1:21 4:49");

    [Fact]
    public void A_variable_of_a_directive() => Refuses(
        """
        query Q($b: Boolean) {
          dog @include(if: $b) {
            name
          }
        }
        """,
        "Variable \"$b\" of type \"Boolean\" used in position expecting type \"Boolean!\". @ 1:9 2:20");

    [Fact]
    public void A_non_null_variable_for_a_oneOf_object() => Accepts(
        """
        query Q($s: String!) {
          complicatedArgs {
            oneOfArgField(oneOfArg: {stringField: $s})
          }
        }
        """);

    [Fact]
    public void A_nullable_variable_for_a_oneOf_object() => Refuses(
        """
        query Q($s: String) {
          complicatedArgs {
            oneOfArgField(oneOfArg: {stringField: $s})
          }
        }
        """,
        "Variable \"$s\" is of type \"String\" but must be non-nullable to be used for OneOf Input Object \"OneOfInput\". @ 1:9 3:43");

    [Fact]
    public void A_nullable_variable_with_a_default_for_a_oneOf_object() => Refuses(
        """
        query Q($s: String = "x") {
          complicatedArgs {
            oneOfArgField(oneOfArg: {stringField: $s})
          }
        }
        """,
        "Variable \"$s\" is of type \"String\" but must be non-nullable to be used for OneOf Input Object \"OneOfInput\". @ 1:9 3:43");
}
