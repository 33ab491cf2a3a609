using System.Reflection;
using System.Text;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Building;

/// <summary>Writers of leaf values that read a typed value from the parent and write it without boxing.</summary>
internal static class LeafWriters
{
    /// <param name="read">A <c>Func&lt;object, TValue&gt;</c>.</param>
    public static LeafWriter? Make(Delegate read, Type value, NamedType leaf)
    {
        var underlying = Nullable.GetUnderlyingType(value) ?? value;
        var isNullableStruct = underlying != value;
        if (leaf is EnumType e && underlying == e.ClrType)
            return Invoke(isNullableStruct ? nameof(NullableEnum) : nameof(Enum), underlying, read, EncodedNames(e));
        if (leaf is ScalarType s && s.GetType().IsAssignableTo(typeof(ScalarType<>).MakeGenericType(underlying)))
            return Invoke(isNullableStruct ? nameof(NullableScalar) : value.IsValueType ? nameof(Scalar) : nameof(Reference), underlying, read, s);
        return null;
    }

    public static LeafWriter Utf8(Func<object, Utf8Text> read) => (parent, writer) =>
    {
        writer.WriteUtf8String(read(parent).Bytes.Span);
        return true;
    };

    public static LeafWriter Utf8(Func<object, Utf8Text?> read) => (parent, writer) =>
    {
        if (read(parent) is not { } text) return false;
        writer.WriteUtf8String(text.Bytes.Span);
        return true;
    };

    private static LeafWriter Invoke(string method, Type type, params object[] arguments) =>
        (LeafWriter)typeof(LeafWriters).GetMethod(method, BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(type).Invoke(null, arguments)!;

    private static Dictionary<object, byte[]> EncodedNames(EnumType type) =>
        type.Values.ToDictionary(v => v.Value, v => Encoding.UTF8.GetBytes($"\"{v.Name}\""));

    private static LeafWriter Scalar<T>(Func<object, T> read, ScalarType<T> scalar) where T : struct => (parent, writer) =>
    {
        scalar.Write(read(parent), writer);
        return true;
    };

    private static LeafWriter NullableScalar<T>(Func<object, T?> read, ScalarType<T> scalar) where T : struct => (parent, writer) =>
    {
        if (read(parent) is not { } value) return false;
        scalar.Write(value, writer);
        return true;
    };

    private static LeafWriter Reference<T>(Func<object, T?> read, ScalarType<T> scalar) where T : class => (parent, writer) =>
    {
        if (read(parent) is not { } value) return false;
        scalar.Write(value, writer);
        return true;
    };

    private static LeafWriter Enum<T>(Func<object, T> read, Dictionary<object, byte[]> names) where T : struct, Enum
    {
        var encoded = names.ToDictionary(n => (T)n.Key, n => n.Value);
        return (parent, writer) =>
        {
            WriteName(encoded, read(parent), writer);
            return true;
        };
    }

    private static LeafWriter NullableEnum<T>(Func<object, T?> read, Dictionary<object, byte[]> names) where T : struct, Enum
    {
        var encoded = names.ToDictionary(n => (T)n.Key, n => n.Value);
        return (parent, writer) =>
        {
            if (read(parent) is not { } value) return false;
            WriteName(encoded, value, writer);
            return true;
        };
    }

    private static void WriteName<T>(Dictionary<T, byte[]> names, T value, ResultWriter writer) where T : struct, Enum
    {
        if (!names.TryGetValue(value, out var name)) throw new CoercionException($"Enum \"{Naming.Type(typeof(T))}\" cannot represent value: {value}");
        writer.WriteRaw(name);
    }
}
