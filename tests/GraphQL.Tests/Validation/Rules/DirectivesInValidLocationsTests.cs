using Portal.GraphQL.Validation.Rules;

namespace Portal.GraphQL.Tests.Validation.Rules;

public sealed class DirectivesInValidLocationsTests() : RuleTests(context => new DirectivesInValidLocations(context))
{
    [Fact]
    public void Every_location() => Accepts(
        """
        query ($a: Boolean @onVariableDefinition) @onQuery {
          dog @onField {
            ...F @onFragmentSpread
            ... @onInlineFragment {
              name
            }
          }
        }

        mutation @onMutation {
          rename(name: "x") {
            name
          }
        }

        subscription @onSubscription {
          importantEmails
        }

        fragment F on Dog @onFragmentDefinition {
          name
        }
        """);

    [Fact]
    public void Wrong_locations() => Refuses(
        """
        query ($a: Boolean @onField) @include(if: true) {
          dog @onQuery {
            ...F @onField
            ... @onField {
              name
            }
          }
        }

        mutation @onQuery {
          rename(name: "x") {
            name
          }
        }

        fragment F on Dog @onInlineFragment {
          name
        }
        """,
        "Directive \"@onField\" may not be used on VARIABLE_DEFINITION. @ 1:20",
        "Directive \"@include\" may not be used on QUERY. @ 1:30",
        "Directive \"@onQuery\" may not be used on FIELD. @ 2:7",
        "Directive \"@onField\" may not be used on FRAGMENT_SPREAD. @ 3:10",
        "Directive \"@onField\" may not be used on INLINE_FRAGMENT. @ 4:9",
        "Directive \"@onQuery\" may not be used on MUTATION. @ 10:10",
        "Directive \"@onInlineFragment\" may not be used on FRAGMENT_DEFINITION. @ 16:19");
}
