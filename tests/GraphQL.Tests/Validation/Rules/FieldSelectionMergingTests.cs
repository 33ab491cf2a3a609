using Portal.GraphQL.Validation.Rules;

namespace Portal.GraphQL.Tests.Validation.Rules;

public sealed class FieldSelectionMergingTests() : RuleTests(context => new FieldSelectionMerging(context))
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

    [Fact]
    public void A_conflict_is_reported_once_for_each_place() => Refuses(
        """
        {
          dog {
            ...A
            ...B
            mother {
              ...B
              ...C
              x: barks
            }
            father {
              ...A
            }
          }
        }

        fragment A on Dog {
          x: name
        }

        fragment B on Dog {
          x: nickname
        }

        fragment C on Dog {
          x: barkVolume
        }
        """,
        "Fields \"x\" conflict because \"name\" and \"nickname\" are different fields. Use different aliases on the fields to fetch both if this was intentional. @ 17:3 21:3",
        "Fields \"x\" conflict because \"barks\" and \"nickname\" are different fields. Use different aliases on the fields to fetch both if this was intentional. @ 8:7 21:3",
        "Fields \"x\" conflict because \"nickname\" and \"barkVolume\" are different fields. Use different aliases on the fields to fetch both if this was intentional. @ 21:3 25:3",
        "Fields \"x\" conflict because \"barks\" and \"barkVolume\" are different fields. Use different aliases on the fields to fetch both if this was intentional. @ 8:7 25:3");

    [Fact]
    public void A_deep_conflict() => Refuses(
        """
        {
          dog {
            mother {
              x: name
            }
            mother {
              x: nickname
            }
          }
        }
        """,
        "Fields \"mother\" conflict because subfields \"x\" conflict because \"name\" and \"nickname\" are different fields. Use different aliases on the fields to fetch both if this was intentional. @ 3:5 4:7 6:5 7:7");

    [Fact]
    public void A_deep_conflict_with_several_issues() => Refuses(
        """
        {
          dog {
            mother {
              x: name
              y: barks
            }
            mother {
              x: nickname
              y: barkVolume
            }
          }
        }
        """,
        "Fields \"mother\" conflict because subfields \"x\" conflict because \"name\" and \"nickname\" are different fields and subfields \"y\" conflict because \"barks\" and \"barkVolume\" are different fields. Use different aliases on the fields to fetch both if this was intentional. @ 3:5 4:7 5:7 7:5 8:7 9:7");

    [Fact]
    public void A_very_deep_conflict() => Refuses(
        """
        {
          dog {
            mother {
              father {
                x: name
              }
            }
          }
          dog {
            mother {
              father {
                x: nickname
              }
            }
          }
        }
        """,
        "Fields \"dog\" conflict because subfields \"mother\" conflict because subfields \"father\" conflict because subfields \"x\" conflict because \"name\" and \"nickname\" are different fields. Use different aliases on the fields to fetch both if this was intentional. @ 2:3 3:5 4:7 5:9 9:3 10:5 11:7 12:9");

    [Fact]
    public void A_conflict_is_reported_at_the_nearest_common_ancestor() => Refuses(
        """
        {
          dog {
            mother {
              father {
                x: name
              }
              father {
                x: nickname
              }
            }
            mother {
              father {
                name
              }
            }
          }
        }
        """,
        "Fields \"father\" conflict because subfields \"x\" conflict because \"name\" and \"nickname\" are different fields. Use different aliases on the fields to fetch both if this was intentional. @ 4:7 5:9 7:7 8:9");

    [Fact]
    public void A_deep_conflict_in_fragments() => Refuses(
        """
        {
          dog {
            ...A
          }
          dog {
            ...B
          }
        }

        fragment A on Dog {
          mother {
            x: name
            ...C
          }
        }

        fragment B on Dog {
          mother {
            y: name
          }
          ...D
        }

        fragment C on Dog {
          y: nickname
        }

        fragment D on Dog {
          mother {
            x: nickname
          }
        }
        """,
        "Fields \"dog\" conflict because subfields \"mother\" conflict because subfields \"y\" conflict because \"name\" and \"nickname\" are different fields and subfields \"mother\" conflict because subfields \"x\" conflict because \"name\" and \"nickname\" are different fields. Use different aliases on the fields to fetch both if this was intentional. @ 2:3 11:3 19:5 11:3 12:5 5:3 18:3 25:3 29:3 30:5");

    [Fact]
    public void Conflicting_types_below_different_objects() => Refuses(
        """
        {
          someBox {
            ... on IntBox {
              scalar
            }
            ... on StringBox {
              scalar
            }
          }
        }
        """,
        "Fields \"scalar\" conflict because they return conflicting types \"Int\" and \"String\". Use different aliases on the fields to fetch both if this was intentional. @ 4:7 7:7");

    [Fact]
    public void Compatible_shapes_on_different_objects() => Accepts(
        """
        {
          someBox {
            ... on SomeBox {
              deepBox {
                unrelatedField
              }
            }
            ... on StringBox {
              deepBox {
                unrelatedField
              }
            }
          }
        }
        """);

    [Fact]
    public void Nullability_that_differs() => Refuses(
        """
        {
          someBox {
            ... on NonNullStringBox1Impl {
              scalar
            }
            ... on StringBox {
              scalar
            }
          }
        }
        """,
        "Fields \"scalar\" conflict because they return conflicting types \"String!\" and \"String\". Use different aliases on the fields to fetch both if this was intentional. @ 4:7 7:7");

    [Fact]
    public void The_same_non_null_type_on_different_interfaces() => Accepts(
        """
        {
          someBox {
            ... on NonNullStringBox1 {
              scalar
            }
            ... on NonNullStringBox2Impl {
              scalar
            }
          }
        }
        """);

    [Fact]
    public void A_list_where_the_other_has_none() => Refuses(
        """
        {
          someBox {
            ... on IntBox {
              box: listStringBox {
                scalar
              }
            }
            ... on StringBox {
              box: stringBox {
                scalar
              }
            }
          }
        }
        """,
        "Fields \"box\" conflict because they return conflicting types \"[StringBox]\" and \"StringBox\". Use different aliases on the fields to fetch both if this was intentional. @ 4:7 9:7");

    [Fact]
    public void Deep_types_that_differ() => Refuses(
        """
        {
          someBox {
            ... on IntBox {
              box: stringBox {
                scalar
              }
            }
            ... on StringBox {
              box: intBox {
                scalar
              }
            }
          }
        }
        """,
        "Fields \"box\" conflict because subfields \"scalar\" conflict because they return conflicting types \"String\" and \"Int\". Use different aliases on the fields to fetch both if this was intentional. @ 4:7 5:9 9:7 10:9");

    [Fact]
    public void Inner_fields_that_conflict_on_one_side_only_once() => Refuses(
        """
        {
          someBox {
            ... on IntBox {
              box: stringBox {
                val: scalar
                val: unrelatedField
              }
            }
            ... on StringBox {
              box: stringBox {
                val: scalar
              }
            }
          }
        }
        """,
        "Fields \"val\" conflict because \"scalar\" and \"unrelatedField\" are different fields. Use different aliases on the fields to fetch both if this was intentional. @ 5:9 6:9");

    [Fact]
    public void A_fragment_cycle_is_survived() => Refuses(
        """
        {
          dog {
            ...A
          }
        }

        fragment A on Dog {
          name
          mother {
            ...A
            name: nickname
          }
        }
        """,
        "Fields \"name\" conflict because \"nickname\" and \"name\" are different fields. Use different aliases on the fields to fetch both if this was intentional. @ 11:5 8:3");

    [Fact]
    public void Unknown_fields_and_fragments_are_survived() => Accepts(
        """
        {
          dog {
            ...Nope
            unknown
            unknown {
              x
            }
          }
          nope {
            ...A
          }
        }

        fragment A on Nope {
          y
        }
        """);
}
