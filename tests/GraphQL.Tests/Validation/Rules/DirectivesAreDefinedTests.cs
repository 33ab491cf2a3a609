using Portal.GraphQL.Validation.Rules;

namespace Portal.GraphQL.Tests.Validation.Rules;

public sealed class DirectivesAreDefinedTests() : RuleTests(context => new DirectivesAreDefined(context))
{
    [Fact]
    public void Standard_directives_and_those_of_the_schema() => Accepts(
        """
        {
          dog @include(if: true) {
            name @onField @skip(if: false)
          }
        }
        """);

    [Fact]
    public void Unknown_directives() => Refuses(
        """
        query A @unknown {
          dog @unknown {
            name @alsoUnknown
          }
        }
        """,
        "Unknown directive \"@unknown\". @ 1:9",
        "Unknown directive \"@unknown\". @ 2:7",
        "Unknown directive \"@alsoUnknown\". @ 3:10");
}
