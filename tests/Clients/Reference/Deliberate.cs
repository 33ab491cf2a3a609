using System.Text.RegularExpressions;
using Portal.GraphQL.Execution;

namespace Portal.Graph.Clients.Reference;

/// <summary>Everything in which we mean to differ from graphql-js 16, and nothing else: the comparisons know these alone.</summary>
public static partial class Deliberate
{
    /// <summary>
    /// September 2025, section 5.2.4.1: the root selection of a subscription has no <c>@skip</c> or <c>@include</c>. graphql-js 16
    /// obeys them instead, and fails while it validates when one of them needs a variable.
    /// </summary>
    public static bool IsConditionalSubscription(IEnumerable<string> ours) =>
        ours.Any(error => error.Contains("must not use `@skip` or `@include` directives in the top level selection", StringComparison.Ordinal));

    /// <summary>A message never quotes half a surrogate pair, which UTF-8 could not carry to the client: it quotes the whole character.</summary>
    public static string WithHalfPairs(string ours) => WholeCharacter().Replace(ours, "\uFFFD");

    /// <summary>
    /// September 2025, section 3: a field is deprecated only where its interface's is; defaults and arguments of directives are values
    /// of their types (so <c>@deprecated(reason: null)</c> is refused), and defaults do not contain themselves; a directive does not use
    /// itself; a schema holds no operations; a custom directive on a field of <c>extend input</c> stands at INPUT_FIELD_DEFINITION.
    /// graphql-js 16 does not look at these, and takes the last for an argument.
    /// </summary>
    public static bool IsOfTheReferenceToo(GraphQLError error) => !error.Message.Contains("is not deprecated, so", StringComparison.Ordinal);

    [GeneratedRegex(@"(?<=Invalid character escape sequence: ""\\)[\uD800-\uDBFF][\uDC00-\uDFFF](?=""\.)")]
    private static partial Regex WholeCharacter();
}
