using Portal.GraphQL.Language;

namespace Portal.GraphQL.Types;

/// <summary>An argument or a field of an input object.</summary>
public sealed class InputField(string name, TypeReference type) : INamed
{
    public string Name { get; } = name;
    public TypeReference Type { get; } = type;
    public string? Description { get; internal set; }
    public string? DeprecationReason { get; internal set; }

    /// <summary>The default as it is printed in SDL and introspection; null when there is none.</summary>
    public ValueNode? DefaultValue { get; internal set; }

    /// <summary>The CLR type that a coerced value is turned into.</summary>
    public Type? ClrType { get; internal set; }

    /// <summary>The C# parameter or property it came from; messages about the schema name it.</summary>
    public string? Origin { get; internal set; }

    /// <summary>Position among the arguments of its field or the fields of its object.</summary>
    public int Index { get; internal set; }

    /// <summary>What giving the argument adds to the cost of its field.</summary>
    public double Cost { get; internal set; }

    public bool IsRequired => Type.IsNonNull && DefaultValue is null;
}

public sealed class InputObjectType(string name) : NamedType(name)
{
    public FieldMap<InputField> Fields { get; internal set; } = FieldMap<InputField>.Empty;

    /// <summary>Exactly one field must be given (<c>@oneOf</c>).</summary>
    public bool IsOneOf { get; internal set; }

    /// <summary>Makes the CLR object from coerced field values in the order of <see cref="Fields"/>; <see cref="Absent"/> marks a field not given.</summary>
    public Func<object?[], object> Create { get; internal set; } = static _ => throw new InvalidOperationException("This schema is not executable.");

    /// <summary>Marks an input field that the client left out, as opposed to one given as null.</summary>
    public static readonly object Absent = new();
}
