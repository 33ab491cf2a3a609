using System.Linq.Expressions;
using System.Reflection;

namespace Portal.GraphQL.Paging;

/// <summary>One key of an order.</summary>
internal sealed class SortKey(LambdaExpression selector, bool descending)
{
    public LambdaExpression Selector { get; } = selector;
    public bool Descending { get; } = descending;
    public Type Type => Selector.ReturnType;

    /// <summary>False only when the type, or the annotation of every property on the way, rules null out.</summary>
    public bool CanBeNull { get; } = MayBeNull(selector.Body);

    private static bool MayBeNull(Expression body)
    {
        if (body.Type.IsValueType && Nullable.GetUnderlyingType(body.Type) is null && body is not MemberExpression { Expression: MemberExpression })
            return false;
        for (var at = body; at is not ParameterExpression; at = ((MemberExpression)at).Expression!)
        {
            if (at is not MemberExpression { Member: PropertyInfo property, Expression: not null })
                return true;
            if (new NullabilityInfoContext().Create(property).ReadState != NullabilityState.NotNull)
                return true;
        }
        return false;
    }
}
