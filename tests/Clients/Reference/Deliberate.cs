using System.Text.RegularExpressions;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Types.Comparison;

namespace Portal.Graph.Clients.Reference;

/// <summary>
/// Everything in which we mean to differ from graphql-js 16, and nothing else: the comparisons know these alone. One they do not
/// even try: a variable that is null as the condition of <c>@skip</c> or <c>@include</c> (it can be, with a default) is not true, as
/// CollectFields in section 6.3.2 says; graphql-js fails the object around it. And of a variable that is wrong in two ways at one
/// place (a oneOf object with an unknown field alone) we may say one.
/// </summary>
public static partial class Deliberate
{
    /// <summary>
    /// September 2025, section 5.2.4.1: the root selection of a subscription has no <c>@skip</c> or <c>@include</c>. graphql-js 16
    /// obeys them instead, and fails while it validates when one of them needs a variable.
    /// </summary>
    public static bool IsConditionalSubscription(IEnumerable<string> ours) =>
        ours.Any(error => error.Contains("must not use `@skip` or `@include` directives in the top level selection", StringComparison.Ordinal));

    /// <summary>September 2025, section 5.2.1.1: an operation is of a kind that the schema has. graphql-js 16 finds out when it executes.</summary>
    public static bool IsMissingRoot(GraphQLError error) => error.Message.StartsWith("Schema is not configured to execute ", StringComparison.Ordinal);

    /// <summary>A message never quotes half a surrogate pair, which UTF-8 could not carry to the client: it quotes the whole character.</summary>
    public static string WithHalfPairs(string ours) => WholeCharacter().Replace(ours, "\uFFFD");

    /// <summary>
    /// September 2025, section 3: a field is deprecated only where its interface's is; defaults and arguments of directives are values
    /// of their types (so <c>@deprecated(reason: null)</c> is refused), and defaults do not contain themselves; a directive does not use
    /// itself; a schema holds no operations; a custom directive on a field of <c>extend input</c> stands at INPUT_FIELD_DEFINITION.
    /// graphql-js 16 does not look at these, and takes the last for an argument.
    /// </summary>
    public static bool IsOfTheReferenceToo(GraphQLError error) => !error.Message.Contains("is not deprecated, so", StringComparison.Ordinal);

    /// <summary>Kinds of changes that graphql-js 16 does not look for, and all that is safe.</summary>
    public static bool IsFiner(SchemaChange change) => change.Severity == ChangeSeverity.Safe || change.Kind
        is SchemaChangeKind.DirectiveArgChangedKind or SchemaChangeKind.RequiredInputDefaultRemoved or SchemaChangeKind.InputBecameOneOf
        or SchemaChangeKind.RootTypeChanged or SchemaChangeKind.RootTypeRemoved or SchemaChangeKind.InputFieldDefaultValueChange
        or SchemaChangeKind.DirectiveArgDefaultValueChange or SchemaChangeKind.SpecifiedByChanged;

    /// <summary>In graphql-js a schema has only the standard scalars that it uses; here it has them all.</summary>
    public static bool IsAboutStandardScalars(string change) => change.Contains("Standard scalar ", StringComparison.Ordinal);

    [GeneratedRegex(@"(?<=Invalid character escape sequence: ""\\)[\uD800-\uDBFF][\uDC00-\uDFFF](?=""\.)")]
    private static partial Regex WholeCharacter();
}
