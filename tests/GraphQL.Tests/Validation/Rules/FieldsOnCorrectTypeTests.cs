using Portal.GraphQL.Validation.Rules;

namespace Portal.GraphQL.Tests.Validation.Rules;

public sealed class FieldsOnCorrectTypeTests() : RuleTests(context => new FieldsOnCorrectType(context))
{
    [Fact]
    public void Fields_of_object_and_interface_and_meta_fields() => Accepts(
        """
        {
          __schema {
            types {
              name
            }
          }
          __type(name: "Dog") {
            name
          }
          dog {
            __typename
            d: name
          }
          pet {
            __typename
            name
          }
          catOrDog {
            __typename
          }
        }
        """);

    [Fact]
    public void Fields_of_an_unknown_type_are_not_judged() => Accepts(
        """
        {
          pet {
            ... on Unknown {
              unknownField
            }
          }
        }
        """);

    [Fact]
    public void A_misspelt_field() => Refuses(
        """
        {
          dog {
            meowVolume
            nam
          }
        }
        """,
        "Cannot query field \"meowVolume\" on type \"Dog\". Did you mean \"barkVolume\"? @ 3:5",
        "Cannot query field \"nam\" on type \"Dog\". Did you mean \"name\"? @ 4:5");

    [Fact]
    public void A_field_that_only_subtypes_have() => Refuses(
        """
        {
          pet {
            nickname
          }
          someBox {
            scalar
            stringBox {
              unrelatedField
            }
          }
        }
        """,
        "Cannot query field \"nickname\" on type \"Pet\". Did you mean to use an inline fragment on \"Cat\" or \"Dog\"? @ 3:5",
        "Cannot query field \"scalar\" on type \"SomeBox\". Did you mean to use an inline fragment on \"IntBox\", \"NonNullStringBox1\", \"NonNullStringBox1Impl\", \"NonNullStringBox2\", or \"NonNullStringBox2Impl\"? @ 6:5",
        "Cannot query field \"stringBox\" on type \"SomeBox\". Did you mean to use an inline fragment on \"IntBox\" or \"StringBox\"? @ 7:5");

    [Fact]
    public void A_field_on_a_union_that_its_members_have() => Refuses(
        """
        {
          catOrDog {
            name
          }
        }
        """,
        "Cannot query field \"name\" on type \"CatOrDog\". Did you mean to use an inline fragment on \"Pet\", \"Canine\", \"Cat\", or \"Dog\"? @ 3:5");

    [Fact]
    public void An_aliased_unknown_field_names_the_field() => Refuses(
        """
        {
          dog {
            volume: mooVolume
          }
        }
        """,
        "Cannot query field \"mooVolume\" on type \"Dog\". Did you mean \"barkVolume\"? @ 3:5");

    [Fact]
    public void A_nested_unknown_field_below_an_unknown_one_is_silent() => Refuses(
        """
        {
          dog {
            unknown {
              deeper
            }
          }
        }
        """,
        "Cannot query field \"unknown\" on type \"Dog\". @ 3:5");

    [Fact]
    public void Meta_fields_of_the_root_are_unknown_elsewhere() => Refuses(
        """
        {
          dog {
            __schema {
              types {
                name
              }
            }
          }
        }
        """,
        "Cannot query field \"__schema\" on type \"Dog\". @ 3:5");
}
