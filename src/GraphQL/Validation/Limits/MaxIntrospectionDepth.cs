using Portal.GraphQL.Language;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Validation.Limits;

/// <summary>Bounds lists inside lists of an introspection query: each multiplies the answer by the size of the schema.</summary>
internal sealed class MaxIntrospectionDepth(ValidationContext context, int limit) : ValidationRule(context)
{
    private readonly ListDepth _depth = new(context.Schema, context.Fragments);

    public override void EnterField(FieldNode field, CompositeType? parent, OutputField? definition)
    {
        if (field is { Name.Value: "__schema" or "__type", SelectionSet: { } inner }
            && _depth.Of(inner, definition?.Type.Named as CompositeType) > limit)
            Context.ReportTooComplex("Maximum introspection depth exceeded", field);
    }

    private sealed class ListDepth(Schema schema, FragmentMap fragments) : SelectionMeasure<int>(schema, fragments)
    {
        protected override int Nothing => 0;

        protected override int Combine(int a, int b) => Math.Max(a, b);

        protected override int Field(FieldNode field, OutputField? definition) =>
            (field.Name.Value is "fields" or "interfaces" or "possibleTypes" or "inputFields" ? 1 : 0)
            + (field.SelectionSet is { } inner ? Of(inner, definition?.Type.Named as CompositeType) : 0);
    }
}
