using Portal.GraphQL.Execution.Coercion;
using Portal.GraphQL.Execution.Compilation;
using Portal.GraphQL.Language;
using Portal.GraphQL.Types;
using Portal.GraphQL.Validation;

namespace Portal.GraphQL.Execution;

/// <summary>From the text of a document to operations ready to run; each step is done once per document.</summary>
internal sealed class DocumentPreparer(Schema schema, ExecutionOptions options)
{
    private readonly DocumentCache<PreparedDocument> _cache = new(options.DocumentCacheSize, options.DocumentCacheBytes);
    private readonly Requirements _requirements = new();
    private readonly LiteralCoercion _literals = new();

    // What an operation may cost depends on who asks, and what is prepared here serves everybody: CostCheck comes later.
    private readonly ValidationOptions _validation = options.Validation.Limits is { } limits
        ? options.Validation with { Limits = limits with { MaxCost = double.PositiveInfinity } }
        : options.Validation;

    /// <exception cref="GraphQLException">The text is no document, or not valid against the schema.</exception>
    public PreparedDocument Prepare(string text)
    {
        if (_cache.Find(text) is { } known)
            return known;
        DocumentNode document;
        try
        {
            document = Parser.Parse(text, options.ParserLimits);
        }
        catch (SyntaxException e)
        {
            throw new GraphQLException(e.ToError());
        }
        var errors = DocumentValidator.Validate(schema, document, _validation);
        if (errors.Count > 0)
            throw new GraphQLException(errors);
        var prepared = new PreparedDocument(document, (d, o) => OperationCompiler.Compile(schema, d, o, _requirements, _literals));
        if (text.Length <= options.MaxCachedDocumentLength)
            _cache.Add(text, prepared, DocumentWeight.OfPrepared(text, SelectionCount.Of(schema, document)));
        return prepared;
    }
}
