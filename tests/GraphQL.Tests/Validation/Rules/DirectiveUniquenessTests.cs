using Portal.GraphQL.Validation.Rules;

namespace Portal.GraphQL.Tests.Validation.Rules;

public sealed class DirectiveUniquenessTests() : RuleTests(context => new DirectiveUniqueness(context))
{
    [Fact]
    public void One_of_each_at_every_place() => Accepts(
        """
        {
          dog @onField {
            name @onField @skip(if: false)
          }
        }
        """);

    [Fact]
    public void A_repeatable_directive_twice() => Accepts(
        """
        {
          dog @repeatable @repeatable {
            name
          }
        }
        """);

    [Fact]
    public void Unknown_directives_are_not_judged() => Accepts(
        """
        {
          dog @unknown @unknown {
            name
          }
        }
        """);

    [Fact]
    public void The_same_directive_three_times() => Refuses(
        """
        {
          dog {
            name @onField @onField @onField
          }
        }
        """,
        "The directive \"@onField\" can only be used once at this location. @ 3:10 3:19",
        "The directive \"@onField\" can only be used once at this location. @ 3:10 3:28");

    [Fact]
    public void Different_directives_twice_at_two_places() => Refuses(
        """
        fragment F on Dog @onFragmentDefinition @onFragmentDefinition {
          name @skip(if: true) @onField @skip(if: true)
        }
        """,
        "The directive \"@onFragmentDefinition\" can only be used once at this location. @ 1:19 1:41",
        "The directive \"@skip\" can only be used once at this location. @ 2:8 2:33");
}
