namespace Portal.GraphQL.Tests.Validation.Rules;

public sealed partial class FieldSelectionMergingTests
{
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
}
