using Portal.GraphQL.Validation.Rules;

namespace Portal.GraphQL.Tests.Validation.Rules;

/// <summary>The September 2025 edition forbids what older servers let through: conditions at the root of a subscription.</summary>
public sealed class SubscriptionConditionTests() : RuleTests(context => new SubscriptionSingleRootField(context))
{
    [Fact]
    public void A_condition_below_the_root_field_is_accepted() =>
        Accepts("subscription S($a: Boolean!) { importantEmails { id @include(if: $a) } }");

    [Fact]
    public void A_condition_on_a_root_field_is_refused() => Refuses(
        "subscription S($a: Boolean!) { importantEmails @include(if: $a) notImportantEmails @skip(if: $a) }",
        "Subscription \"S\" must not use `@skip` or `@include` directives in the top level selection. @ 1:48 1:84",
        "Subscription \"S\" must select only one top level field. @ 1:65");

    [Fact]
    public void A_condition_on_a_fragment_at_the_root_is_refused() => Refuses(
        """
        subscription { ...F @skip(if: false) }
        fragment F on SubscriptionRoot { ... @include(if: true) { importantEmails } }
        """,
        "Anonymous Subscription must not use `@skip` or `@include` directives in the top level selection. @ 1:21 2:38");
}
