using Portal.GraphQL.Validation.Rules;

namespace Portal.GraphQL.Tests.Validation.Rules;

public sealed class SubscriptionSingleRootFieldTests() : RuleTests(context => new SubscriptionSingleRootField(context))
{
    [Fact]
    public void A_subscription_with_one_field() => Accepts(
        """
        subscription S {
          importantEmails
        }
        """);

    [Fact]
    public void A_subscription_that_selects_one_field_twice() => Accepts(
        """
        subscription S {
          importantEmails
          importantEmails
        }
        """);

    [Fact]
    public void A_subscription_with_one_field_through_fragments() => Accepts(
        """
        subscription S {
          importantEmails
          ...F
        }

        fragment F on SubscriptionRoot {
          ... {
            importantEmails
          }
        }
        """);

    [Fact]
    public void A_subscription_with_two_fields() => Refuses(
        """
        subscription S {
          importantEmails
          notImportantEmails
        }
        """,
        "Subscription \"S\" must select only one top level field. @ 3:3");

    [Fact]
    public void An_anonymous_subscription_with_two_fields() => Refuses(
        """
        subscription {
          importantEmails
          notImportantEmails
        }
        """,
        "Anonymous Subscription must select only one top level field. @ 3:3");

    [Fact]
    public void A_subscription_with_an_introspection_field() => Refuses(
        """
        subscription S {
          __typename
        }
        """,
        "Subscription \"S\" must not select an introspection top level field. @ 2:3");

    [Fact]
    public void A_subscription_with_a_field_and_an_introspection_field() => Refuses(
        """
        subscription S {
          importantEmails
          __typename
        }
        """,
        "Subscription \"S\" must select only one top level field. @ 3:3",
        "Subscription \"S\" must not select an introspection top level field. @ 3:3");

    [Fact]
    public void A_subscription_with_many_fields_in_nested_fragments() => Refuses(
        """
        subscription S {
          ...A
        }

        fragment A on SubscriptionRoot {
          importantEmails
          ...B
        }

        fragment B on SubscriptionRoot {
          more: moreImportantEmails
          ...A
          ...C
        }

        fragment C on SubscriptionRoot {
          notImportantEmails
          deleted: notImportantEmails
        }
        """,
        "Subscription \"S\" must select only one top level field. @ 11:3 17:3 18:3");

    [Fact]
    public void One_field_under_two_aliases() => Refuses(
        """
        subscription S {
          a: importantEmails
          b: importantEmails
        }
        """,
        "Subscription \"S\" must select only one top level field. @ 3:3");

    [Fact]
    public void Fields_of_another_type_do_not_count() => Accepts(
        """
        subscription S {
          importantEmails
          ... on QueryRoot {
            dog {
              name
            }
          }
        }
        """);
}
