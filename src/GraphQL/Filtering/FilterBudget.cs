namespace Portal.GraphQL.Filtering;

/// <summary>Counts what a filter asks for while it becomes an expression.</summary>
internal sealed class FilterBudget(FilterOptions options)
{
    private int _conditions, _depth;

    public void Condition()
    {
        if (++_conditions > options.MaxConditions) throw FilterErrors.Conditions(options.MaxConditions);
    }

    public void Values(int count)
    {
        if (count > options.MaxListValues) throw FilterErrors.Values(options.MaxListValues, count);
    }

    public T Nested<T>(Func<T> inner)
    {
        if (++_depth > options.MaxDepth) throw FilterErrors.Depth(options.MaxDepth);
        var result = inner();
        _depth--;
        return result;
    }
}
