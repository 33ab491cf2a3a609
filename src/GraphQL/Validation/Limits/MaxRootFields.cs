using Portal.GraphQL.Language;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Validation.Limits;

/// <summary>Bounds the root fields of an operation, those in fragments included.</summary>
internal sealed class MaxRootFields(ValidationContext context, int limit) : ValidationRule(context)
{
    private readonly FieldCount _count = new(context.Schema, context.Fragments);

    public override void Operation(OperationDefinitionNode operation, ObjectType? root)
    {
        var count = _count.Of(operation.SelectionSet, root);
        if (count > limit)
            Context.ReportTooComplex($"The operation selects {count:0} root fields; at most {limit} are allowed.", operation);
    }

    // A double, because fragments that double each other overflow any integer.
    private sealed class FieldCount(Schema schema, FragmentMap fragments) : SelectionMeasure<double>(schema, fragments)
    {
        protected override double Nothing => 0;

        protected override double Combine(double a, double b) => a + b;

        protected override double Field(FieldNode field, OutputField? definition) => 1;
    }
}
