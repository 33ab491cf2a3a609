using System.Linq.Expressions;

namespace Portal.GraphQL.Paging;

/// <summary>The text of a key selector, the same whatever its parameter is called.</summary>
internal static class KeyName
{
    public static string Of(LambdaExpression selector) =>
        new Rename(selector.Parameters[0]).Visit(selector.Body).ToString();

    /// <summary>Whether the selector holds values of the request (captured variables), so that another one of the same text may differ.</summary>
    public static bool HasValues(LambdaExpression selector)
    {
        var search = new Captures();
        search.Visit(selector.Body);
        return search.Found;
    }

    private sealed class Rename(ParameterExpression parameter) : ExpressionVisitor
    {
        private readonly ParameterExpression _x = Expression.Parameter(parameter.Type, "x");

        protected override Expression VisitParameter(ParameterExpression node) => node == parameter ? _x : node;
    }

    private sealed class Captures : ExpressionVisitor
    {
        public bool Found { get; private set; }

        protected override Expression VisitConstant(ConstantExpression node)
        {
            Found |= node.Value is not null && !node.Type.IsPrimitive && node.Type != typeof(string) && !node.Type.IsEnum;
            return node;
        }
    }
}
