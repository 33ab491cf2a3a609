using System.Reflection;

namespace Portal.GraphQL.Building;

/// <summary>A CLR type as GraphQL sees it: without wrappers such as Task, lists taken apart, nullability known at each level.</summary>
internal sealed record ClrShape(Type Type, bool IsNullable, ClrShape? Element = null)
{
    public bool IsList => Element is not null;

    /// <summary>The type inside all lists.</summary>
    public Type Innermost => Element?.Innermost ?? Type;

    public static Type? ElementType(Type type)
    {
        if (type == typeof(string)) return null;
        if (type.IsArray) return type.GetElementType();
        return new[] { type }.Concat(type.GetInterfaces())
            .FirstOrDefault(i => i.IsGenericType && (i.GetGenericTypeDefinition() == typeof(IEnumerable<>) || i.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>)))
            ?.GetGenericArguments()[0];
    }
}

/// <summary>Reads shapes from members; <paramref name="wrappers"/> are generic types that stand for their first argument.</summary>
internal sealed class ClrShapeReader(IReadOnlySet<Type> wrappers)
{
    private readonly NullabilityInfoContext _nullability = new();

    public ClrShape Of(PropertyInfo property) => Of(_nullability.Create(property));

    public ClrShape Of(ParameterInfo parameter) => Of(_nullability.Create(parameter));

    public static ClrShape Of(Type type) => Nullable.GetUnderlyingType(type) is { } underlying ? new(underlying, true) : new(type, false);

    private ClrShape Of(NullabilityInfo info)
    {
        var type = info.Type;
        if (type.IsGenericType && wrappers.Contains(type.GetGenericTypeDefinition()))
        {
            var inner = Of(info.GenericTypeArguments[0]);
            return type.GetGenericTypeDefinition() == typeof(Optional<>) ? inner with { IsNullable = true } : inner;
        }
        var isNullable = type.IsValueType ? Nullable.GetUnderlyingType(type) is not null : info.ReadState is not NullabilityState.NotNull;
        type = Nullable.GetUnderlyingType(type) ?? type;
        return ClrShape.ElementType(type) is { } element ? new(type, isNullable, Element(info, type, element)) : new(type, isNullable);
    }

    private ClrShape Element(NullabilityInfo info, Type list, Type element)
    {
        if (list.IsArray && info.ElementType is { } array) return Of(array);
        // Only where the list's one argument is its element does the annotation tell about the element.
        if (info.GenericTypeArguments is [var argument] && list.GetGenericArguments()[0] == element) return Of(argument);
        return ClrShape.ElementType(element) is { } inner ? new(element, false, Of(inner)) : Of(element);
    }
}
