using System.Runtime.CompilerServices;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Language;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Validation;

/// <summary>What all rules share while one document is checked: schema, fragments, variable usages, and the errors found.</summary>
public sealed class ValidationContext(Schema schema, DocumentNode document, ValidationOptions options)
{
    private readonly List<GraphQLError> _errors = [];

    public Schema Schema { get; } = schema;
    public DocumentNode Document { get; } = document;
    public ValidationOptions Options { get; } = options;
    public FragmentMap Fragments { get; } = new(document);
    public VariableUsages Variables { get; } = new();
    public IReadOnlyList<GraphQLError> Errors => _errors;

    /// <summary>Enough errors were found, or checking became too much work: what follows is not reported.</summary>
    public bool IsAborted { get; private set; }

    public void Report(string message, params IEnumerable<SyntaxNode> nodes) => Add(message, ValidationCodes.ValidationError, nodes);

    public void ReportTooComplex(string message, params IEnumerable<SyntaxNode> nodes) => Add(message, ValidationCodes.TooComplex, nodes);

    /// <summary>Ends the check; the errors so far are the answer.</summary>
    public void Stop() => IsAborted = true;

    public void Abort(string message, string code)
    {
        if (!IsAborted)
            _errors.Add(new GraphQLError(message, code));
        IsAborted = true;
    }

    /// <summary>Ends the check when fragments nest deeper than the stack is; says whether to go on.</summary>
    public bool HasStack()
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            Abort("Validation aborted.", ValidationCodes.TooComplex);
        return !IsAborted;
    }

    public string DidYouMean(string name, IEnumerable<string> known) => Options.HideSuggestions ? "" : Suggestions.DidYouMean(name, known);

    private void Add(string message, string code, IEnumerable<SyntaxNode> nodes)
    {
        if (_errors.Count >= Options.MaxErrors)
            Abort("Too many validation errors, error limit reached. Validation aborted.", ValidationCodes.ValidationError);
        if (!IsAborted)
            _errors.Add(new GraphQLError(message, code, [.. nodes.Select(n => n.Location)]));
    }
}
