using System.Globalization;
using Portal.GraphQL.Language;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Validation;

/// <summary>
/// What an operation costs at most: the sum of <see cref="OutputField.Cost"/> over its selections, where the items of a page
/// count times its size. Selections for different types add up, and so do repeated ones.
/// </summary>
public static class OperationCost
{
    /// <param name="variables">The value of an Int variable, null where it has none. When not given, a page whose size is a variable counts as the largest.</param>
    public static double Of(Schema schema, DocumentNode document, OperationDefinitionNode operation, Func<string, int?>? variables = null) =>
        Of(schema, new FragmentMap(document), operation, variables);

    internal static double Of(Schema schema, FragmentMap fragments, OperationDefinitionNode operation, Func<string, int?>? variables) =>
        new CostMeasure(schema, fragments, variables).Of(operation.SelectionSet, Root(schema, operation.Operation)).Total;

    private static ObjectType? Root(Schema schema, OperationKind kind) => kind switch
    {
        OperationKind.Query => schema.Query,
        OperationKind.Mutation => schema.Mutation,
        OperationKind.Subscription => schema.Subscription,
    };

    /// <param name="Once">What counts once per object.</param>
    /// <param name="Listed">What is in lists: the edges and nodes when the object is a connection.</param>
    private readonly record struct Cost(double Once, double Listed)
    {
        public double Total => Once + Listed;
    }

    private sealed class CostMeasure(Schema schema, FragmentMap fragments, Func<string, int?>? variables) : SelectionMeasure<Cost>(schema, fragments)
    {
        protected override Cost Nothing => default;

        protected override Cost Combine(Cost a, Cost b) => new(a.Once + b.Once, a.Listed + b.Listed);

        protected override Cost Field(FieldNode field, OutputField? definition)
        {
            if (definition is null)
                return default;
            var below = field.SelectionSet is { } set ? Of(set, definition.Type.Named as CompositeType) : default;
            var cost = definition.Cost + field.Arguments.Sum(a => definition.Arguments.Find(a.Name.Value)?.Cost ?? 0) + (definition.Paging is { } paging ? below.Once + below.Listed * PageSize(field, paging) : below.Total);
            return definition.Type.Nullable is ListType ? new Cost(0, cost) : new Cost(cost, 0);
        }

        private int PageSize(FieldNode field, PagingBounds paging)
        {
            var size = field.Arguments.Where(a => a.Name.Value is "first" or "last").Select(a => Size(a.Value, paging)).Max();
            return Math.Clamp(size ?? paging.DefaultPageSize, 0, paging.MaxPageSize);
        }

        private int? Size(ValueNode value, PagingBounds paging) => value switch
        {
            IntValueNode literal => int.TryParse(literal.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var size) ? size : paging.MaxPageSize,
            VariableNode variable => variables is null ? paging.MaxPageSize : variables(variable.Name.Value),
            _ => null,
        };
    }
}
