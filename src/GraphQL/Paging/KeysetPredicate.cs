using System.Linq.Expressions;

namespace Portal.GraphQL.Paging;

/// <summary>
/// "Comes after these key values" as plain comparisons that a database provider translates:
/// <c>a &gt; 1 || a == 1 &amp;&amp; b &gt; 2</c>, directions and nulls considered.
/// </summary>
internal sealed class KeysetPredicate<T>(IReadOnlyList<SortKey> keys, bool nullsFirst)
{
    /// <summary>Items after (or, backward, before) the key values in the order of the keys.</summary>
    public Expression<Func<T, bool>> Beyond(object?[] values, bool backward)
    {
        var item = Expression.Parameter(typeof(T), "x");
        Expression? any = null;
        Expression? equal = null;
        Expression? range = null;
        for (var i = 0; i < keys.Count; i++)
        {
            var key = new ParameterSwap(keys[i].Selector.Parameters[0], item).Visit(keys[i].Selector.Body);
            var compare = new KeyComparison(key, values[i], keys[i].CanBeNull, nullsFirst);
            var descending = keys[i].Descending != backward;
            var beyond = equal is null ? compare.Beyond(descending) : Expression.AndAlso(equal, compare.Beyond(descending));
            any = any is null ? beyond : Expression.OrElse(any, beyond);
            equal = equal is null ? compare.Equal() : Expression.AndAlso(equal, compare.Equal());
            // A plain range on the first key lets the database enter its index at the cursor.
            if (i == 0 && keys.Count > 1)
                range = compare.AtOrBeyond(descending);
        }
        return Expression.Lambda<Func<T, bool>>(range is null ? any! : Expression.AndAlso(range, any!), item);
    }

    private sealed class ParameterSwap(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
