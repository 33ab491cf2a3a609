using Portal.GraphQL.Validation.Rules;

namespace Portal.GraphQL.Tests.Validation.Rules;

public sealed class FragmentsOnCompositeTypesTests() : RuleTests(context => new FragmentsOnCompositeTypes(context))
{
    [Fact]
    public void Fragments_on_object_interface_and_union() => Accepts(
        """
        fragment A on Dog {
          barks
        }

        fragment B on Pet {
          name
        }

        fragment C on CatOrDog {
          __typename
          ... on Cat {
            name
          }
          ... {
            __typename
          }
        }
        """);

    [Fact]
    public void A_fragment_on_a_scalar() => Refuses(
        """
        fragment F on Boolean {
          bad
        }
        """,
        "Fragment \"F\" cannot condition on non composite type \"Boolean\". @ 1:15");

    [Fact]
    public void A_fragment_on_an_enum() => Refuses(
        """
        fragment F on FurColor {
          bad
        }
        """,
        "Fragment \"F\" cannot condition on non composite type \"FurColor\". @ 1:15");

    [Fact]
    public void A_fragment_on_an_input_object() => Refuses(
        """
        fragment F on ComplexInput {
          stringField
        }
        """,
        "Fragment \"F\" cannot condition on non composite type \"ComplexInput\". @ 1:15");

    [Fact]
    public void An_inline_fragment_on_a_scalar() => Refuses(
        """
        fragment F on Dog {
          ... on String {
            barks
          }
        }
        """,
        "Fragment cannot condition on non composite type \"String\". @ 2:10");
}
