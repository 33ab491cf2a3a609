using Portal.GraphQL.Validation.Rules;

namespace Portal.GraphQL.Tests.Validation.Rules;

public sealed class PossibleFragmentSpreadsTests() : RuleTests(context => new PossibleFragmentSpreads(context))
{
    [Fact]
    public void Objects_in_the_same_object_interface_and_union() => Accepts(
        """
        fragment A on Dog {
          ...B
          ... on Pet {
            name
          }
          ... on CatOrDog {
            __typename
          }
        }

        fragment B on Dog {
          name
        }
        """);

    [Fact]
    public void Abstract_types_that_share_an_object() => Accepts(
        """
        fragment A on Pet {
          ... on Canine {
            name
          }
          ... on CatOrDog {
            ...A
          }
        }
        """);

    [Fact]
    public void Non_composite_and_unknown_types_are_not_judged() => Accepts(
        """
        fragment A on Pet {
          ...B
          ... on Unknown {
            x
          }
        }

        fragment B on FurColor {
          y
        }
        """);

    [Fact]
    public void An_object_in_another_object() => Refuses(
        """
        fragment A on Cat {
          ...B
          ... on Dog {
            barks
          }
        }

        fragment B on Dog {
          barks
        }
        """,
        "Fragment \"B\" cannot be spread here as objects of type \"Cat\" can never be of type \"Dog\". @ 2:3",
        "Fragment cannot be spread here as objects of type \"Cat\" can never be of type \"Dog\". @ 3:3");

    [Fact]
    public void An_object_in_an_interface_it_does_not_implement() => Refuses(
        """
        fragment A on Pet {
          ...H
        }

        fragment H on Human {
          relatives {
            name
          }
        }
        """,
        "Fragment \"H\" cannot be spread here as objects of type \"Pet\" can never be of type \"Human\". @ 2:3");

    [Fact]
    public void An_object_in_a_union_that_does_not_hold_it() => Refuses(
        """
        fragment A on CatOrDog {
          ... on Human {
            name
          }
        }
        """,
        "Fragment cannot be spread here as objects of type \"CatOrDog\" can never be of type \"Human\". @ 2:3");

    [Fact]
    public void Abstract_types_that_share_nothing() => Refuses(
        """
        fragment A on SomeBox {
          ... on Pet {
            name
          }
          ...U
        }

        fragment U on CatOrDog {
          __typename
        }
        """,
        "Fragment cannot be spread here as objects of type \"SomeBox\" can never be of type \"Pet\". @ 2:3",
        "Fragment \"U\" cannot be spread here as objects of type \"SomeBox\" can never be of type \"CatOrDog\". @ 5:3");
}
