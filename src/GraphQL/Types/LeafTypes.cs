using System.Text.Json;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Language;

namespace Portal.GraphQL.Types;

/// <summary>A scalar. A value that does not fit throws <see cref="CoercionException"/> with a message for the client.</summary>
public abstract class ScalarType(string name) : NamedType(name)
{
    public string? SpecifiedBy { get; internal set; }

    /// <summary>Reads a literal of a document (never a variable, never null).</summary>
    public abstract object ParseLiteral(ValueNode literal);

    /// <summary>Reads a variable's JSON value (never null).</summary>
    public abstract object ParseJson(JsonElement value);

    /// <summary>Writes a result value (never null).</summary>
    public abstract void Write(object value, ResultWriter writer);

    /// <summary>The literal that denotes a CLR value, for printed defaults.</summary>
    public abstract ValueNode ToLiteral(object value);
}

/// <summary>A scalar whose CLR type is <typeparamref name="T"/>; results are written without boxing.</summary>
public abstract class ScalarType<T> : ScalarType where T : notnull
{
    protected ScalarType(string name) : base(name) => ClrType = typeof(T);

    public abstract void Write(T value, ResultWriter writer);

    public sealed override void Write(object value, ResultWriter writer) => Write((T)value, writer);
}

public sealed class EnumValue(string name, object value) : INamed
{
    public string Name { get; } = name;
    public object Value { get; } = value;
    public string? Description { get; internal set; }
    public string? DeprecationReason { get; internal set; }
}

public sealed class EnumType(string name) : NamedType(name)
{
    private Dictionary<object, EnumValue>? _byValue;

    public FieldMap<EnumValue> Values { get; internal set; } = FieldMap<EnumValue>.Empty;

    public EnumValue? FindByValue(object value) =>
        (_byValue ??= Values.ToDictionary(v => v.Value)).GetValueOrDefault(value);
}

/// <summary>An input or result value that does not fit its type; the message is for the client.</summary>
public sealed class CoercionException(string message) : Exception(message);
