using Portal.GraphQL.Language;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Validation;

/// <summary>How many fields operations select, those of fragments counted wherever they are spread.</summary>
internal sealed class SelectionCount(Schema schema, FragmentMap fragments) : SelectionMeasure<double>(schema, fragments)
{
    /// <summary>The fields of all operations of a document.</summary>
    public static double Of(Schema schema, DocumentNode document)
    {
        var count = new SelectionCount(schema, new FragmentMap(document));
        return document.Definitions.OfType<OperationDefinitionNode>().Sum(o => count.Of(o.SelectionSet, null));
    }

    // A double, because fragments that double each other overflow any integer.
    protected override double Nothing => 0;

    protected override double Combine(double a, double b) => a + b;

    protected override double Field(FieldNode field, OutputField? definition) => 1 + (field.SelectionSet is { } inner ? Of(inner, null) : 0);
}
