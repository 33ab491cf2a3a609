using Portal.GraphQL.Validation.Rules;

namespace Portal.GraphQL.Tests.Validation.Rules;

public sealed class ValuesOfCorrectTypeTests() : RuleTests(context => new ValuesOfCorrectType(context))
{
    [Fact]
    public void Good_values_of_every_kind() => Accepts(
        """
        {
          complicatedArgs {
            intArgField(intArg: -2147483648)
            booleanArgField(booleanArg: true)
            stringArgField(stringArg: "x")
            floatArgField(floatArg: 1)
            idArgField(idArg: 1)
            enumArgField(enumArg: BROWN)
            stringListArgField(stringListArg: ["a", null])
            anyArgField(anyArg: {a: [1]})
          }
        }
        """);

    [Fact]
    public void Null_in_nullable_places() => Accepts(
        """
        {
          complicatedArgs {
            intArgField(intArg: null)
            stringListArgField(stringListArg: null)
            complexArgField(complexArg: null)
          }
        }
        """);

    [Fact]
    public void A_single_value_where_a_list_is_expected() => Accepts(
        """
        {
          complicatedArgs {
            stringListArgField(stringListArg: "one")
          }
        }
        """);

    [Fact]
    public void Wrong_strings() => Refuses(
        """
        {
          complicatedArgs {
            a: stringArgField(stringArg: 1)
            b: stringArgField(stringArg: 1.0)
            c: stringArgField(stringArg: true)
            d: stringArgField(stringArg: BAR)
          }
        }
        """,
        "String cannot represent a non string value: 1 @ 3:34",
        "String cannot represent a non string value: 1.0 @ 4:34",
        "String cannot represent a non string value: true @ 5:34",
        "String cannot represent a non string value: BAR @ 6:34");

    [Fact]
    public void Wrong_ints() => Refuses(
        """
        {
          complicatedArgs {
            a: intArgField(intArg: "3")
            b: intArgField(intArg: 829384293849283498239482938)
            c: intArgField(intArg: FOO)
            d: intArgField(intArg: 3.0)
            e: intArgField(intArg: [1])
            f: intArgField(intArg: {a: 1})
            g: intArgField(intArg: 2147483648)
          }
        }
        """,
        "Int cannot represent non-integer value: \"3\" @ 3:28",
        "Int cannot represent non 32-bit signed integer value: 829384293849283498239482938 @ 4:28",
        "Int cannot represent non-integer value: FOO @ 5:28",
        "Int cannot represent non-integer value: 3.0 @ 6:28",
        "Int cannot represent non-integer value: [1] @ 7:28",
        "Int cannot represent non-integer value: {a: 1} @ 8:28",
        "Int cannot represent non 32-bit signed integer value: 2147483648 @ 9:28");

    [Fact]
    public void Wrong_floats_booleans_and_ids() => Refuses(
        """
        {
          complicatedArgs {
            a: floatArgField(floatArg: "3")
            b: booleanArgField(booleanArg: 2)
            c: booleanArgField(booleanArg: "true")
            d: idArgField(idArg: 1.0)
            e: idArgField(idArg: true)
          }
        }
        """,
        "Float cannot represent non numeric value: \"3\" @ 3:32",
        "Boolean cannot represent a non boolean value: 2 @ 4:36",
        "Boolean cannot represent a non boolean value: \"true\" @ 5:36",
        "ID cannot represent a non-string and non-integer value: 1.0 @ 6:26",
        "ID cannot represent a non-string and non-integer value: true @ 7:26");

    [Fact]
    public void Wrong_enum_values() => Refuses(
        """
        {
          cat {
            a: furColor
          }
          dog {
            a: doesKnowCommand(dogCommand: 2)
            b: doesKnowCommand(dogCommand: "SIT")
            c: doesKnowCommand(dogCommand: true)
            d: doesKnowCommand(dogCommand: JUGGLE)
            e: doesKnowCommand(dogCommand: sit)
            f: doesKnowCommand(dogCommand: DOWNN)
          }
        }
        """,
        "Enum \"DogCommand\" cannot represent non-enum value: 2. @ 6:36",
        "Enum \"DogCommand\" cannot represent non-enum value: \"SIT\". Did you mean the enum value \"SIT\"? @ 7:36",
        "Enum \"DogCommand\" cannot represent non-enum value: true. @ 8:36",
        "Value \"JUGGLE\" does not exist in \"DogCommand\" enum. @ 9:36",
        "Value \"sit\" does not exist in \"DogCommand\" enum. Did you mean the enum value \"SIT\"? @ 10:36",
        "Value \"DOWNN\" does not exist in \"DogCommand\" enum. Did you mean the enum value \"DOWN\"? @ 11:36");

    [Fact]
    public void Wrong_list_items() => Refuses(
        """
        {
          complicatedArgs {
            a: stringListArgField(stringListArg: ["one", 2])
            b: stringListArgField(stringListArg: 1)
            c: stringListNonNullArgField(stringListNonNullArg: ["a", null])
          }
        }
        """,
        "String cannot represent a non string value: 2 @ 3:50",
        "String cannot represent a non string value: 1 @ 4:42",
        "Expected value of type \"String!\", found null. @ 5:62");

    [Fact]
    public void Null_for_a_non_null_argument() => Refuses(
        """
        {
          complicatedArgs {
            multipleReqs(req1: null, req2: "x")
          }
        }
        """,
        "Expected value of type \"Int!\", found null. @ 3:24",
        "Int cannot represent non-integer value: \"x\" @ 3:36");

    [Fact]
    public void Good_input_objects() => Accepts(
        """
        {
          complicatedArgs {
            a: complexArgField(complexArg: {requiredField: true})
            b: complexArgField(
              complexArg: {requiredField: false, stringListField: "x", intField: 4, nonNullField: true}
            )
          }
        }
        """);

    [Fact]
    public void Wrong_input_objects() => Refuses(
        """
        {
          complicatedArgs {
            a: complexArgField(complexArg: {intField: 4})
            b: complexArgField(
              complexArg: {requiredField: true, stringListField: ["one", 2]}
            )
            c: complexArgField(complexArg: {requiredField: true, nonNullField: null})
            d: complexArgField(complexArg: {requiredField: true, invalidField: "x"})
            e: complexArgField(complexArg: "x")
            f: complexArgField(complexArg: [1])
          }
        }
        """,
        "Field \"ComplexInput.requiredField\" of required type \"Boolean!\" was not provided. @ 3:36",
        "String cannot represent a non string value: 2 @ 5:66",
        "Expected value of type \"Boolean!\", found null. @ 7:72",
        "Field \"invalidField\" is not defined by type \"ComplexInput\". Did you mean \"intField\"? @ 8:58",
        "Expected value of type \"ComplexInput\", found \"x\". @ 9:36",
        "Expected value of type \"ComplexInput\", found [1]. @ 10:36");

    [Fact]
    public void OneOf_objects_with_exactly_one_field() => Accepts(
        """
        {
          complicatedArgs {
            a: oneOfArgField(oneOfArg: {stringField: "x"})
            b: oneOfArgField(oneOfArg: {intField: 1})
          }
        }
        """);

    [Fact]
    public void OneOf_objects_with_none_two_or_a_null_field() => Refuses(
        """
        {
          complicatedArgs {
            a: oneOfArgField(oneOfArg: {})
            b: oneOfArgField(oneOfArg: {stringField: "x", intField: 1})
            c: oneOfArgField(oneOfArg: {stringField: null})
          }
        }
        """,
        "OneOf Input Object \"OneOfInput\" must specify exactly one key. @ 3:32",
        "OneOf Input Object \"OneOfInput\" must specify exactly one key. @ 4:32",
        "Field \"OneOfInput.stringField\" must be non-null. @ 5:32");

    [Fact]
    public void Wrong_values_of_a_directive() => Refuses(
        """
        {
          dog @include(if: "yes") {
            name @skip(if: ENUM)
          }
        }
        """,
        "Boolean cannot represent a non boolean value: \"yes\" @ 2:20",
        "Boolean cannot represent a non boolean value: ENUM @ 3:20");

    [Fact]
    public void Good_and_wrong_defaults_of_variables() => Refuses(
        """
        query Q($a: Int = 1, $b: ComplexInput = {requiredField: true, intField: "x"}, $c: [String] = ["x"], $d: Int = "one", $e: Int! = null, $f: ComplexInput = 1) {
          dog {
            name
          }
        }
        """,
        "Int cannot represent non-integer value: \"x\" @ 1:73",
        "Int cannot represent non-integer value: \"one\" @ 1:111",
        "Expected value of type \"Int!\", found null. @ 1:129",
        "Expected value of type \"ComplexInput\", found 1. @ 1:154");

    [Fact]
    public void Values_of_unknown_arguments_are_not_judged() => Accepts(
        """
        {
          dog {
            name(unknown: "x")
            unknown(x: {a: 1})
          }
        }
        """);
}
