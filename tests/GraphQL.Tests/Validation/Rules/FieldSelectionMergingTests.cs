using Portal.GraphQL.Validation.Rules;

namespace Portal.GraphQL.Tests.Validation.Rules;

public sealed partial class FieldSelectionMergingTests() : RuleTests(context => new FieldSelectionMerging(context))
{
    [Fact]
    public void Identical_fields_arguments_directives_and_aliases() => Accepts(
        """
        {
          dog {
            name
            name
            a: isAtLocation(x: 1, y: 2)
            a: isAtLocation(y: 2, x: 1)
            name @include(if: true)
            name @skip(if: false)
          }
        }
        """);

    [Fact]
    public void Different_arguments_with_different_aliases() => Accepts(
        """
        {
          dog {
            a: doesKnowCommand(dogCommand: SIT)
            b: doesKnowCommand(dogCommand: DOWN)
          }
        }
        """);

    [Fact]
    public void Different_fields_below_different_objects() => Accepts(
        """
        {
          pet {
            ... on Dog {
              x: name
            }
            ... on Cat {
              x: nickname
            }
          }
        }
        """);

    [Fact]
    public void The_same_input_object_in_another_order() => Accepts(
        """
        {
          complicatedArgs {
            a: complexArgField(complexArg: {requiredField: true, intField: 1})
            a: complexArgField(complexArg: {intField: 1, requiredField: true})
          }
        }
        """);

    [Fact]
    public void The_same_alias_for_different_fields() => Refuses(
        """
        {
          dog {
            fido: name
            fido: nickname
          }
        }
        """,
        "Fields \"fido\" conflict because \"name\" and \"nickname\" are different fields. Use different aliases on the fields to fetch both if this was intentional. @ 3:5 4:5");

    [Fact]
    public void An_alias_that_masks_a_field() => Refuses(
        """
        {
          dog {
            name: nickname
            name
          }
        }
        """,
        "Fields \"name\" conflict because \"nickname\" and \"name\" are different fields. Use different aliases on the fields to fetch both if this was intentional. @ 3:5 4:5");

    [Fact]
    public void Differing_arguments() => Refuses(
        """
        {
          dog {
            doesKnowCommand(dogCommand: SIT)
            doesKnowCommand(dogCommand: HEEL)
          }
        }
        """,
        "Fields \"doesKnowCommand\" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional. @ 3:5 4:5");

    [Fact]
    public void An_argument_given_only_once() => Refuses(
        """
        {
          dog {
            isAtLocation(x: 1)
            isAtLocation
          }
          cat {
            name
            name(surname: true)
          }
        }
        """,
        "Fields \"isAtLocation\" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional. @ 3:5 4:5",
        "Fields \"name\" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional. @ 7:5 8:5");

    [Fact]
    public void Differing_variables() => Refuses(
        """
        query Q($a: Boolean, $b: Boolean) {
          dog {
            name(surname: $a)
            name(surname: $b)
          }
        }
        """,
        "Fields \"name\" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional. @ 3:5 4:5");

    [Fact]
    public void Conflicts_in_fragments() => Refuses(
        """
        {
          dog {
            ...A
            ...B
          }
        }

        fragment A on Dog {
          x: name
        }

        fragment B on Dog {
          x: nickname
        }
        """,
        "Fields \"x\" conflict because \"name\" and \"nickname\" are different fields. Use different aliases on the fields to fetch both if this was intentional. @ 9:3 13:3");
}
