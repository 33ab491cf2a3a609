using System.Collections;
using Portal.GraphQL.Language;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Building;

/// <summary>Constants of C# as default values of the schema.</summary>
internal static class Literals
{
    /// <summary>Null for null, and for values that are no constants of the type, such as objects.</summary>
    public static ValueNode? Of(object? value, TypeReference type)
    {
        if (value is null or DBNull) return null;
        if (value is IOptional) return null;
        if (type.Nullable is ListType list)
        {
            var items = ((IEnumerable)value).Cast<object?>().Select(v => Of(v, list.Element)).ToList();
            return items.Contains(null) ? null : new ListValueNode(default, items!);
        }
        return type.Named switch
        {
            EnumType e => e.FindByValue(Typed(value, e.ClrType!)) is { } member ? new EnumValueNode(default, member.Name) : null,
            ScalarType { ClrType: { } clr } scalar when clr.IsInstanceOfType(value) => scalar.ToLiteral(value),
            ScalarType scalar => LeafConversion.ToLeaf(value.GetType(), scalar, null) is { } convert ? scalar.ToLiteral(convert(value)) : null,
            _ => null,
        };
    }

    /// <summary>Reflection gives the default of a nullable enum as a bare number.</summary>
    public static object Typed(object value, Type type)
    {
        var target = Nullable.GetUnderlyingType(type) ?? type;
        return target.IsEnum && value.GetType() != target ? Enum.ToObject(target, value) : value;
    }
}
