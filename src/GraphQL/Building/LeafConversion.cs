using System.Linq.Expressions;
using System.Reflection;
using Portal.GraphQL.Types;
using Portal.GraphQL.Types.Scalars;

namespace Portal.GraphQL.Building;

/// <summary>Conversions between a CLR type and the scalar it is bound to, and between values and global IDs.</summary>
internal static class LeafConversion
{
    private static readonly MethodInfo _encode = typeof(GlobalIdType).GetMethod(nameof(GlobalIdType.Encode))!;
    private static readonly MethodInfo _toText = typeof(Convert).GetMethod(nameof(Convert.ToString), [typeof(object), typeof(IFormatProvider)])!;
    private static readonly MethodInfo _decode = typeof(GlobalIdType).GetMethod(nameof(GlobalIdType.Decode))!;
    private static readonly MethodInfo _parse = typeof(GlobalIdCodec).GetMethod(nameof(GlobalIdCodec.Parse), BindingFlags.Static | BindingFlags.NonPublic)!;

    /// <summary>The value as the type that the leaf writes; nullable as the value is.</summary>
    /// <param name="idType">The type whose global ID the value is; null for none.</param>
    public static Expression ToLeaf(Expression value, NamedType named, GlobalIdType? idType)
    {
        if (named == BuiltInScalars.ID)
        {
            if (idType is null && value.Type == typeof(string)) return value;
            var boxed = Expression.Convert(value, typeof(object));
            var text = idType is null
                ? (Expression)Expression.Call(_toText, boxed, Expression.Constant(System.Globalization.CultureInfo.InvariantCulture))
                : Expression.Call(Expression.Constant(idType), _encode, boxed);
            return IsNullable(value.Type) ? Guarded(value, text) : text;
        }
        if (named is not ScalarType { ClrType: { } target } || (Nullable.GetUnderlyingType(value.Type) ?? value.Type) == target) return value;
        if (!IsNullable(value.Type)) return Expression.ConvertChecked(value, target);
        return Guarded(value, Expression.ConvertChecked(NonNull(value), target));
    }

    /// <summary>For single values that are not written through an expression: null when nothing is to be done.</summary>
    public static Func<object, object>? ToLeaf(Type clr, NamedType named, GlobalIdType? idType)
    {
        if (named is EnumType || (named is ScalarType s && named != BuiltInScalars.ID && (s.ClrType is null || s.ClrType == clr))) return null;
        if (named == BuiltInScalars.ID && idType is null && clr == typeof(string)) return null;
        if (!named.IsLeaf) return null;
        var value = Expression.Parameter(typeof(object));
        return Expression.Lambda<Func<object, object>>(Expression.Convert(ToLeaf(Expression.Convert(value, clr), named, idType), typeof(object)), value).Compile();
    }

    /// <summary>From what a scalar read to the CLR type of an input; null when they are the same.</summary>
    public static Func<object, object>? FromScalar(ScalarType scalar, Type clr)
    {
        if (scalar.ClrType is not { } source || source == clr) return null;
        var value = Expression.Parameter(typeof(object));
        var convert = Expression.Lambda<Func<object, object>>(
            Expression.Convert(Expression.ConvertChecked(Expression.Convert(value, source), clr), typeof(object)), value).Compile();
        return input =>
        {
            try { return convert(input); }
            catch (Exception e) when (e is OverflowException or FormatException or ArgumentException)
            {
                throw new CoercionException($"{scalar.Name} cannot represent value: {LiteralPrinter.Print(scalar.ToLiteral(input))}. {e.Message}");
            }
        };
    }

    /// <summary>From an ID to the value inside it. Null when the CLR type cannot be read from text.</summary>
    public static Func<object, object>? FromId(Type clr, GlobalIdType? idType)
    {
        if (!clr.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IParsable<>) && i.GetGenericArguments()[0] == clr)) return null;
        var value = Expression.Parameter(typeof(object));
        var id = Expression.Convert(value, typeof(string));
        var read = idType is null
            ? Expression.Call(_parse.MakeGenericMethod(clr), id, id)
            : Expression.Call(Expression.Constant(idType), _decode.MakeGenericMethod(clr), id);
        return Expression.Lambda<Func<object, object>>(Expression.Convert(read, typeof(object)), value).Compile();
    }

    public static bool IsNullable(Type type) => !type.IsValueType || Nullable.GetUnderlyingType(type) is not null;

    private static Expression NonNull(Expression value) =>
        Nullable.GetUnderlyingType(value.Type) is null ? value : Expression.Property(value, "Value");

    private static ConditionalExpression Guarded(Expression value, Expression converted)
    {
        var type = IsNullable(converted.Type) ? converted.Type : typeof(Nullable<>).MakeGenericType(converted.Type);
        return Expression.Condition(
            Expression.Equal(value, Expression.Constant(null, value.Type)), Expression.Default(type),
            converted.Type == type ? converted : Expression.Convert(converted, type));
    }
}
