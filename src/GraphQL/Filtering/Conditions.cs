using System.Linq.Expressions;

namespace Portal.GraphQL.Filtering;

/// <summary>
/// A part of a filter as the client gave it. It becomes an expression over a row, two-valued: a comparison with null is false,
/// so that <c>not</c> of it is true, in SQL as in C#.
/// </summary>
internal interface ICondition
{
    /// <param name="target">The row, or the member of it that is compared.</param>
    Expression Of(Expression target, FilterBudget budget);
}

/// <summary>All of them hold; no condition holds always.</summary>
internal sealed record AllOf(IReadOnlyList<ICondition> Conditions) : ICondition
{
    public Expression Of(Expression target, FilterBudget budget) =>
        Conditions.Select(c => c.Of(target, budget)).Aggregate((Expression?)null, (all, next) => all is null ? next : Expression.AndAlso(all, next)) ?? Expression.Constant(true);
}

/// <summary>One of them holds; of none, none does.</summary>
internal sealed record AnyOf(IReadOnlyList<ICondition> Conditions) : ICondition
{
    public Expression Of(Expression target, FilterBudget budget) => budget.Nested(() =>
        Conditions.Select(c => c.Of(target, budget)).Aggregate((Expression?)null, (any, next) => any is null ? next : Expression.OrElse(any, next)) ?? Expression.Constant(false));
}

/// <summary><c>and</c>, which counts as nesting.</summary>
internal sealed record Nested(ICondition Condition) : ICondition
{
    public Expression Of(Expression target, FilterBudget budget) => budget.Nested(() => Condition.Of(target, budget));
}

internal sealed record Not(ICondition Condition) : ICondition
{
    public Expression Of(Expression target, FilterBudget budget) => budget.Nested(() => Expression.Not(Condition.Of(target, budget)));
}

/// <summary>A condition on a member of the row.</summary>
/// <param name="IsObject">Whether the member is an object, which may be missing.</param>
internal sealed record OfMember(LambdaExpression Selector, ICondition Condition, bool IsObject) : ICondition
{
    public Expression Of(Expression target, FilterBudget budget)
    {
        var member = Rebind.Body(Selector, target);
        if (!IsObject) return Condition.Of(member, budget);
        var inner = budget.Nested(() => Condition.Of(member, budget));
        return Expression.AndAlso(Expression.NotEqual(member, Expression.Constant(null, member.Type)), inner);
    }
}

/// <summary>A condition on the items of a list.</summary>
internal sealed record OfItems(ListOperation Operation, Type Item, ICondition Condition) : ICondition
{
    public Expression Of(Expression target, FilterBudget budget) => budget.Nested(() =>
    {
        var item = Expression.Parameter(Item, "i");
        var inner = Expression.Lambda(Condition.Of(item, budget), item);
        return Operation switch
        {
            ListOperation.Some => Call(nameof(Enumerable.Any)),
            ListOperation.None => Expression.Not(Call(nameof(Enumerable.Any))),
            ListOperation.All => Call(nameof(Enumerable.All)),
        };

        Expression Call(string method) => Expression.Call(typeof(Enumerable), method, [Item], target, inner);
    });
}

internal enum ListOperation { Some, None, All }

/// <summary>Whether a list has any items.</summary>
internal sealed record HasItems(Type Item, bool Wanted) : ICondition
{
    public Expression Of(Expression target, FilterBudget budget)
    {
        budget.Condition();
        var any = Expression.Call(typeof(Enumerable), nameof(Enumerable.Any), [Item], target);
        return Wanted ? any : Expression.Not(any);
    }
}

/// <summary>Puts an expression in the place of a lambda's parameter.</summary>
internal sealed class Rebind(ParameterExpression from, Expression to) : ExpressionVisitor
{
    public static Expression Body(LambdaExpression lambda, Expression argument) => new Rebind(lambda.Parameters[0], argument).Visit(lambda.Body);

    protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
}
