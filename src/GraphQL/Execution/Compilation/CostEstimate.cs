using Portal.GraphQL.Execution.Coercion;
using Portal.GraphQL.Language;
using Portal.GraphQL.Types;
using Portal.GraphQL.Validation;

namespace Portal.GraphQL.Execution.Compilation;

/// <summary>What an operation costs: measured once, or for each request where variables say how large pages are.</summary>
internal sealed class CostEstimate(Schema schema, DocumentNode document, OperationDefinitionNode operation)
{
    private readonly Lazy<double> _largest = new(() => OperationCost.Of(schema, document, operation));
    private double? _constant;
    private bool _varies;

    /// <summary>What it costs when variables ask for the largest pages.</summary>
    public double Largest => _largest.Value;

    public double Of(VariableValues variables)
    {
        if (_constant is { } known)
            return known;
        if (!_varies)
        {
            var cost = OperationCost.Of(schema, document, operation, _ =>
            {
                _varies = true;
                return null;
            });
            if (!_varies)
                return (_constant = cost).Value;
        }
        return OperationCost.Of(schema, document, operation, name => variables.TryGet(name, out var value) ? value as int? : null);
    }
}
