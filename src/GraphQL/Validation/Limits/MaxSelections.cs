using Portal.GraphQL.Language;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Validation.Limits;

/// <summary>Bounds the fields of an operation, counted wherever fragments put them: fragments that spread one another twice select exponentially many in few words.</summary>
internal sealed class MaxSelections(ValidationContext context, int limit) : ValidationRule(context)
{
    private readonly SelectionCount _count = new(context.Schema, context.Fragments);

    public override void Operation(OperationDefinitionNode operation, ObjectType? root)
    {
        var count = _count.Of(operation.SelectionSet, null);
        if (count > limit)
            Context.ReportTooComplex($"The operation selects {count:0} fields; at most {limit} are allowed.", operation);
    }
}
