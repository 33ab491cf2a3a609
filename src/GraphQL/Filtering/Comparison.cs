using System.Linq.Expressions;

namespace Portal.GraphQL.Filtering;

internal enum Operator { Eq, Neq, In, Nin, Gt, Gte, Lt, Lte, Contains, Ncontains, StartsWith, NstartsWith, EndsWith, NendsWith }

/// <summary>A comparison of a member with what the client gave: a value, or several for In and Nin.</summary>
/// <param name="Convert">Makes the CLR value of what the scalar read; null when it is the same.</param>
internal sealed record Comparison(Operator Operator, object? Value, Func<object, object?>? Convert) : ICondition
{
    public Expression Of(Expression target, FilterBudget budget)
    {
        budget.Condition();
        return Operator switch
        {
            Operator.Eq => Expression.Equal(target, Parameter(target.Type)),
            Operator.Neq => Expression.NotEqual(target, Parameter(target.Type)),
            Operator.In => IsIn(target, budget),
            Operator.Nin => Expression.Not(IsIn(target, budget)),
            Operator.Gt => Compare(ExpressionType.GreaterThan, target),
            Operator.Gte => Compare(ExpressionType.GreaterThanOrEqual, target),
            Operator.Lt => Compare(ExpressionType.LessThan, target),
            Operator.Lte => Compare(ExpressionType.LessThanOrEqual, target),
            Operator.Contains => Text(nameof(string.Contains), target),
            Operator.Ncontains => Expression.Not(Text(nameof(string.Contains), target)),
            Operator.StartsWith => Text(nameof(string.StartsWith), target),
            Operator.NstartsWith => Expression.Not(Text(nameof(string.StartsWith), target)),
            Operator.EndsWith => Text(nameof(string.EndsWith), target),
            Operator.NendsWith => Expression.Not(Text(nameof(string.EndsWith), target)),
        };
    }

    private Expression Compare(ExpressionType kind, Expression target) => NotNull(target, Expression.MakeBinary(kind, target, Parameter(target.Type)));

    // Providers escape the wildcards of LIKE in a parameter themselves.
    private Expression Text(string method, Expression target) =>
        NotNull(target, Expression.Call(target, typeof(string).GetMethod(method, [typeof(string)])!, Parameter(typeof(string))));

    private Expression IsIn(Expression target, FilterBudget budget)
    {
        var given = ((System.Collections.IEnumerable)Value!).Cast<object?>().ToList();
        budget.Values(given.Count);
        var values = (System.Collections.IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(target.Type))!;
        foreach (var value in given) values.Add(Clr(value));
        return Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [target.Type], Held(values, values.GetType()), target);
    }

    private static Expression NotNull(Expression target, Expression comparison) =>
        target.Type.IsValueType && Nullable.GetUnderlyingType(target.Type) is null ? comparison
            : Expression.AndAlso(Expression.NotEqual(target, Expression.Constant(null, target.Type)), comparison);

    private object? Clr(object? value) => value is null || Convert is null ? value : Convert(value);

    private Expression Parameter(Type type)
    {
        if (Value is null) return type.IsValueType && Nullable.GetUnderlyingType(type) is null ? throw NoNull() : Expression.Constant(null, type);
        return Held(Clr(Value), type);
    }

    private static Types.CoercionException NoNull() => new("The value is never null, so it cannot be compared with null.");

    /// <summary>The value as a field of an object: providers make a parameter of it, so that every value has the same SQL.</summary>
    private static MemberExpression Held(object? value, Type type)
    {
        var holder = typeof(Holder<>).MakeGenericType(type);
        return Expression.Field(Expression.Constant(Activator.CreateInstance(holder, value), holder), nameof(Holder<int>.Value));
    }

    private sealed class Holder<T>(T value)
    {
        public readonly T Value = value;
    }
}
