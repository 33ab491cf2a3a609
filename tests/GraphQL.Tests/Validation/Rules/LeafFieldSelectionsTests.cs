using Portal.GraphQL.Validation.Rules;

namespace Portal.GraphQL.Tests.Validation.Rules;

public sealed class LeafFieldSelectionsTests() : RuleTests(context => new LeafFieldSelections(context))
{
    [Fact]
    public void A_scalar_without_and_an_object_with_a_selection() => Accepts(
        """
        {
          dog {
            barks
            mother {
              name
            }
          }
        }
        """);

    [Fact]
    public void An_object_without_a_selection() => Refuses(
        """
        query Q {
          human
        }
        """,
        "Field \"human\" of type \"Human\" must have a selection of subfields. Did you mean \"human { ... }\"? @ 2:3");

    [Fact]
    public void An_interface_list_without_a_selection() => Refuses(
        """
        {
          human {
            pets
          }
        }
        """,
        "Field \"pets\" of type \"[Pet]\" must have a selection of subfields. Did you mean \"pets { ... }\"? @ 3:5");

    [Fact]
    public void A_scalar_with_a_selection() => Refuses(
        """
        {
          dog {
            barks {
              since
            }
          }
        }
        """,
        "Field \"barks\" must not have a selection since type \"Boolean\" has no subfields. @ 3:11");

    [Fact]
    public void An_enum_with_a_selection_arguments_and_directives() => Refuses(
        """
        {
          cat {
            furColor @include(if: true) {
              inHexDec
            }
          }
          dog {
            doesKnowCommand(dogCommand: SIT) {
              sinceWhen
            }
          }
        }
        """,
        "Field \"furColor\" must not have a selection since type \"FurColor\" has no subfields. @ 3:33",
        "Field \"doesKnowCommand\" must not have a selection since type \"Boolean\" has no subfields. @ 8:38");
}
