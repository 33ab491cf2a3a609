using Portal.GraphQL.Language;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Validation.Limits;

/// <summary>Bounds fields inside fields. Introspection is not counted: its usual query is deep, and has a bound of its own.</summary>
internal sealed class MaxDepth(ValidationContext context, int limit) : ValidationRule(context)
{
    private readonly Depth _depth = new(context.Schema, context.Fragments);

    public override void Operation(OperationDefinitionNode operation, ObjectType? root)
    {
        var depth = _depth.Of(operation.SelectionSet, root);
        if (depth > limit)
            Context.ReportTooComplex($"The operation is {depth} levels deep; at most {limit} are allowed.", operation);
    }

    private sealed class Depth(Schema schema, FragmentMap fragments) : SelectionMeasure<int>(schema, fragments)
    {
        protected override int Nothing => 0;

        protected override int Combine(int a, int b) => Math.Max(a, b);

        protected override int Field(FieldNode field, OutputField? definition) => field switch
        {
            { Name.Value: "__schema" or "__type" } => 0,
            { SelectionSet: { } inner } => 1 + Of(inner, definition?.Type.Named as CompositeType),
            _ => 1,
        };
    }
}
