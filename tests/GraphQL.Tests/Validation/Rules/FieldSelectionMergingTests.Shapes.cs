namespace Portal.GraphQL.Tests.Validation.Rules;

public sealed partial class FieldSelectionMergingTests
{
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
