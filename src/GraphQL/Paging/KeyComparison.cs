using System.Linq.Expressions;

namespace Portal.GraphQL.Paging;

/// <summary>Compares the key of a row with the key value of a cursor.</summary>
/// <param name="nullsFirst">Whether the database sorts null before all values (SQLite, SQL Server, LINQ) or after (PostgreSQL).</param>
internal sealed class KeyComparison(Expression key, object? value, bool canBeNull, bool nullsFirst)
{
    private static readonly System.Reflection.MethodInfo CompareStrings =
        typeof(string).GetMethod(nameof(string.Compare), [typeof(string), typeof(string)])!;

    private Type Plain => Nullable.GetUnderlyingType(key.Type) ?? key.Type;

    public Expression Equal() => Expression.Equal(key, value is null ? Expression.Constant(null, key.Type) : Parameter(key.Type));

    /// <summary>The key lies strictly beyond the value in an ascending (or descending) order.</summary>
    public Expression Beyond(bool descending)
    {
        var nullsAhead = nullsFirst == descending;
        if (value is null)
            return nullsAhead ? Expression.Constant(false) : Expression.NotEqual(key, Expression.Constant(null, key.Type));
        var beyond = Compare(descending, orEqual: false);
        return canBeNull && nullsAhead ? Expression.OrElse(beyond, IsNull()) : beyond;
    }

    /// <summary>The key is the value or beyond; null where that is no plain range.</summary>
    public Expression? AtOrBeyond(bool descending) =>
        canBeNull || value is null || Plain == typeof(bool) ? null : Compare(descending, orEqual: true);

    private Expression Compare(bool descending, bool orEqual)
    {
        var kind = (descending, orEqual) switch
        {
            (false, false) => ExpressionType.GreaterThan,
            (false, true) => ExpressionType.GreaterThanOrEqual,
            (true, false) => ExpressionType.LessThan,
            (true, true) => ExpressionType.LessThanOrEqual,
        };
        if (Plain == typeof(string))
            return Expression.MakeBinary(kind, Expression.Call(CompareStrings, key, Parameter(typeof(string))), Expression.Constant(0));
        if (Plain == typeof(bool))
            return (bool)value! == descending ? Expression.Equal(key, Expression.Constant(!descending, key.Type)) : Expression.Constant(false);
        if (Plain.IsEnum)
        {
            var number = Enum.GetUnderlyingType(Plain);
            var target = key.Type == Plain ? number : typeof(Nullable<>).MakeGenericType(number);
            return Expression.MakeBinary(kind, Expression.Convert(key, target), Expression.Convert(Parameter(key.Type), target));
        }
        return Expression.MakeBinary(kind, key, Parameter(key.Type));
    }

    private Expression IsNull() =>
        key.Type.IsValueType && key.Type == Plain ? Expression.Constant(false) : Expression.Equal(key, Expression.Constant(null, key.Type));

    /// <summary>The value as a member of an object: providers make a parameter of it, so that every page has the same SQL.</summary>
    private Expression Parameter(Type type)
    {
        var holder = typeof(Holder<>).MakeGenericType(type);
        return Expression.Field(Expression.Constant(Activator.CreateInstance(holder, value), holder), nameof(Holder<int>.Value));
    }

    private sealed class Holder<TValue>(TValue value)
    {
        public readonly TValue Value = value;
    }
}
