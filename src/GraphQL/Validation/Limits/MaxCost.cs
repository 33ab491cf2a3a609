using Portal.GraphQL.Language;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Validation.Limits;

/// <summary>Bounds the cost of an operation; a page whose size is a variable counts as the largest.</summary>
internal sealed class MaxCost(ValidationContext context, double limit) : ValidationRule(context)
{
    public override void Operation(OperationDefinitionNode operation, ObjectType? root)
    {
        var cost = OperationCost.Of(Schema, Context.Fragments, operation, variables: null);
        if (cost > limit)
            Context.ReportTooComplex($"The operation costs {cost:0}; at most {limit:0} is allowed.", operation);
    }
}
