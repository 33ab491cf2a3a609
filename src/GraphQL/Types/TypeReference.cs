namespace Portal.GraphQL.Types;

/// <summary>A type as a field, argument or variable refers to it: a named type, or a list or non-null wrapper of one.</summary>
public abstract class TypeReference
{
    /// <summary>The named type inside all wrappers.</summary>
    public abstract NamedType Named { get; }

    /// <summary>The reference without an outer non-null wrapper.</summary>
    public virtual TypeReference Nullable => this;

    public bool IsNonNull => this is NonNullType;
    public bool IsInput => Named is ScalarType or EnumType or InputObjectType;
    public bool IsOutput => Named is not InputObjectType;
    public bool IsLeaf => Named is ScalarType or EnumType;
    public bool IsComposite => Named is ObjectType or InterfaceType or UnionType;
}

public sealed class ListType(TypeReference element) : TypeReference
{
    public TypeReference Element { get; } = element;
    public override NamedType Named => Element.Named;
    public override string ToString() => $"[{Element}]";
}

public sealed class NonNullType(TypeReference inner) : TypeReference
{
    public TypeReference Inner { get; } = inner is NonNullType ? throw new ArgumentException("A non-null type cannot wrap another.") : inner;
    public override NamedType Named => Inner.Named;
    public override TypeReference Nullable => Inner;
    public override string ToString() => $"{Inner}!";
}

public abstract class NamedType(string name) : TypeReference
{
    public string Name { get; } = name;
    public string? Description { get; internal set; }

    /// <summary>The CLR type that values of this type have, where there is one.</summary>
    public Type? ClrType { get; internal set; }

    public override NamedType Named => this;
    public override string ToString() => Name;
}
