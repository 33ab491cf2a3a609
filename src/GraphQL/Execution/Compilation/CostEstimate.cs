using Portal.GraphQL.Execution.Coercion;
using Portal.GraphQL.Language;
using Portal.GraphQL.Types;
using Portal.GraphQL.Validation;

namespace Portal.GraphQL.Execution.Compilation;

/// <summary>What an operation costs: measured once, or for each request where variables say how large pages are.</summary>
internal sealed class CostEstimate(Schema schema, DocumentNode document, OperationDefinitionNode operation)
{
    private double? _constant;
    private bool _varies;

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
