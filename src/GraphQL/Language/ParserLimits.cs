namespace Portal.GraphQL.Language;

/// <summary>What a document may ask of the parser before anything is known about its meaning.</summary>
/// <param name="MaxLength">Length of the source in UTF-16 code units.</param>
/// <param name="MaxTokens">Lexical tokens; comments and white space do not count.</param>
/// <param name="MaxDepth">How deep selection sets, values and list types may nest, counted together.</param>
/// <param name="MaxNameLength">Length of a name. Answers repeat names for every item of a list.</param>
public sealed record ParserLimits(int MaxLength = 256 * 1024, int MaxTokens = 15_000, int MaxDepth = 100, int MaxNameLength = 256)
{
    public static readonly ParserLimits Default = new();

    /// <summary>For text that the application wrote itself, such as a schema. Nesting stays bounded: it costs stack.</summary>
    public static readonly ParserLimits Trusted = new(int.MaxValue, int.MaxValue, 500, int.MaxValue);
}
