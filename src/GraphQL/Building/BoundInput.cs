using System.Linq.Expressions;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Building;

/// <summary>An input field with what turns its coerced value into the CLR value.</summary>
internal sealed record BoundInput(InputField Field, Type Type, Func<object, object?>? Convert)
{
    /// <summary>Reads the CLR value from an expression of the coerced value (object).</summary>
    /// <param name="argument">The name for messages when it is an argument of a field; null inside input objects.</param>
    public Expression Read(Expression raw, object? absent, string? argument = null)
    {
        var convert = Expression.Constant(Convert, typeof(Func<object, object?>));
        var isOptional = Type.IsGenericType && Type.GetGenericTypeDefinition() == typeof(Optional<>);
        var type = isOptional ? Type.GetGenericArguments()[0] : Type;
        var arguments = new List<Expression> { raw, convert };
        if (!isOptional) arguments.Add(Expression.Constant(absent, type));
        if (argument is not null) arguments.Add(Expression.Constant(argument));
        var method = (isOptional, argument) switch
        {
            (true, null) => nameof(InputReader.ReadOptional),
            (true, _) => nameof(InputReader.ReadOptionalArgument),
            (false, null) => nameof(InputReader.Read),
            (false, _) => nameof(InputReader.ReadArgument),
        };
        return Expression.Call(typeof(InputReader), method, [type], [.. arguments]);
    }
}
