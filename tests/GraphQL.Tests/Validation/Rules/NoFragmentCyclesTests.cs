using Portal.GraphQL.Validation.Rules;

namespace Portal.GraphQL.Tests.Validation.Rules;

public sealed class NoFragmentCyclesTests() : RuleTests(context => new NoFragmentCycles(context))
{
    [Fact]
    public void Fragments_spread_twice_and_in_a_chain() => Accepts(
        """
        fragment A on Dog {
          ...B
          ...B
        }

        fragment B on Dog {
          ...C
        }

        fragment C on Dog {
          name
        }
        """);

    [Fact]
    public void An_unknown_fragment_is_no_cycle() => Accepts(
        """
        fragment A on Pet {
          ...Unknown
        }
        """);

    [Fact]
    public void A_fragment_that_spreads_itself() => Refuses(
        """
        fragment A on Human {
          relatives {
            ...A
          }
        }
        """,
        "Cannot spread fragment \"A\" within itself. @ 3:5");

    [Fact]
    public void A_fragment_that_spreads_itself_through_an_inline_fragment() => Refuses(
        """
        fragment A on Dog {
          ... on Dog {
            ...A
          }
        }
        """,
        "Cannot spread fragment \"A\" within itself. @ 3:5");

    [Fact]
    public void Fragments_that_spread_each_other() => Refuses(
        """
        fragment A on Dog {
          ...B
        }

        fragment B on Dog {
          ...A
        }
        """,
        "Cannot spread fragment \"A\" within itself via \"B\". @ 2:3 6:3");

    [Fact]
    public void A_long_cycle_and_a_short_one() => Refuses(
        """
        fragment A on Dog {
          ...B
        }

        fragment B on Dog {
          ...C
          mother {
            ...B
          }
        }

        fragment C on Dog {
          ...A
        }
        """,
        "Cannot spread fragment \"A\" within itself via \"B\", \"C\". @ 2:3 6:3 13:3",
        "Cannot spread fragment \"B\" within itself. @ 8:5");

    [Fact]
    public void Two_cycles_through_one_fragment() => Refuses(
        """
        fragment A on Dog {
          ...C
        }

        fragment B on Dog {
          ...C
        }

        fragment C on Dog {
          ...A
          ...B
        }
        """,
        "Cannot spread fragment \"A\" within itself via \"C\". @ 2:3 10:3",
        "Cannot spread fragment \"C\" within itself via \"B\". @ 11:3 6:3");
}
