using Portal.GraphQL.Validation.Rules;

namespace Portal.GraphQL.Tests.Validation.Rules;

public sealed class ArgumentNamesTests() : RuleTests(context => new ArgumentNames(context))
{
    [Fact]
    public void Known_arguments() => Accepts(
        """
        {
          dog {
            isAtLocation(x: 1, y: 2)
            name(surname: true) @skip(if: true)
          }
        }
        """);

    [Fact]
    public void Arguments_of_unknown_fields_and_directives_are_not_judged() => Accepts(
        """
        {
          dog {
            unknown(x: 1)
            name @unknown(x: 1)
          }
        }
        """);

    [Fact]
    public void Unknown_arguments() => Refuses(
        """
        {
          dog {
            isAtLocation(z: 1)
            name(surnam: true, other: 1)
          }
        }
        """,
        "Unknown argument \"z\" on field \"Dog.isAtLocation\". Did you mean \"x\" or \"y\"? @ 3:18",
        "Unknown argument \"surnam\" on field \"Dog.name\". Did you mean \"surname\"? @ 4:10",
        "Unknown argument \"other\" on field \"Dog.name\". @ 4:24");

    [Fact]
    public void Unknown_arguments_of_a_directive() => Refuses(
        """
        {
          dog @skip(if: true, iff: false) {
            name @onField(x: 1)
          }
        }
        """,
        "Unknown argument \"iff\" on directive \"@skip\". Did you mean \"if\"? @ 2:23",
        "Unknown argument \"x\" on directive \"@onField\". @ 3:19");

    [Fact]
    public void An_unknown_argument_on_an_interface_field() => Refuses(
        """
        {
          pet {
            name(first: 1)
          }
        }
        """,
        "Unknown argument \"first\" on field \"Pet.name\". @ 3:10");
}
