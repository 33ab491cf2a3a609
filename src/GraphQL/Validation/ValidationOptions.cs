namespace Portal.GraphQL.Validation;

/// <summary>How a document is checked.</summary>
/// <param name="Limits">What one request may ask for; null for no limits.</param>
/// <param name="MaxErrors">After so many errors the check stops.</param>
/// <param name="HideSuggestions">Leaves "Did you mean …?" out of messages, as a server does that hides its schema.</param>
public sealed record ValidationOptions(ComplexityLimits? Limits, int MaxErrors = 100, bool HideSuggestions = false)
{
    public static readonly ValidationOptions Default = new(new ComplexityLimits());

    /// <summary>The rules of the specification only.</summary>
    public static readonly ValidationOptions WithoutLimits = new((ComplexityLimits?)null);
}

/// <summary>What one request may ask for. All of it is counted before anything is executed.</summary>
/// <param name="MaxDepth">Fields inside fields; introspection has a bound of its own.</param>
/// <param name="MaxRootFields">Selections of fields at the root of one operation, fragments included.</param>
/// <param name="MaxAliases">Aliased fields in the document.</param>
/// <param name="MaxFragments">Fragment definitions in the document.</param>
/// <param name="MaxDirectives">Directives at one place.</param>
/// <param name="MaxCost">Cost of one operation, see <see cref="OperationCost"/>.</param>
/// <param name="MaxIntrospectionLists">How deep lists of an introspection query may nest.</param>
/// <param name="MaxSelections">Fields of one operation, counted wherever fragments put them.</param>
public sealed record ComplexityLimits(
    int MaxDepth = 15,
    int MaxRootFields = 20,
    int MaxAliases = 50,
    int MaxFragments = 100,
    int MaxDirectives = 10,
    double MaxCost = 10_000,
    int MaxIntrospectionLists = 2,
    int MaxSelections = 5_000);
