using Portal.GraphQL.Introspection;
using Portal.GraphQL.Language;

namespace Portal.GraphQL.Validation.TypeSystem;

/// <summary>A type as a document defines it: its definition and all extensions of it.</summary>
internal sealed class TypeSource(TypeDefinitionNode definition, IReadOnlyList<TypeDefinitionNode> extensions)
{
    public string Name => Definition.Name.Value;
    public TypeDefinitionNode Definition { get; } = definition;
    public IReadOnlyList<TypeDefinitionNode> Parts { get; } = [definition, .. extensions];

    public TypeKind Kind { get; } = definition switch
    {
        ScalarTypeDefinitionNode => TypeKind.Scalar,
        ObjectTypeDefinitionNode => TypeKind.Object,
        InterfaceTypeDefinitionNode => TypeKind.Interface,
        UnionTypeDefinitionNode => TypeKind.Union,
        EnumTypeDefinitionNode => TypeKind.Enum,
        InputObjectTypeDefinitionNode => TypeKind.InputObject,
        _ => throw new ArgumentException($"Unknown definition {definition.GetType().Name}."),
    };

    /// <summary>Of an object or interface; each named once, once the document's names are checked.</summary>
    public IReadOnlyList<FieldDefinitionNode> Fields { get; } =
        [.. extensions.Prepend(definition).OfType<FieldedTypeDefinitionNode>().SelectMany(p => p.Fields)];

    public IReadOnlyList<NamedTypeNode> Interfaces { get; } =
        [.. extensions.Prepend(definition).OfType<FieldedTypeDefinitionNode>().SelectMany(p => p.Interfaces)];

    public IReadOnlyList<NamedTypeNode> Members { get; } =
        [.. extensions.Prepend(definition).OfType<UnionTypeDefinitionNode>().SelectMany(p => p.Members)];

    public IReadOnlyList<EnumValueDefinitionNode> Values { get; } =
        [.. extensions.Prepend(definition).OfType<EnumTypeDefinitionNode>().SelectMany(p => p.Values)];

    /// <summary>The fields of an input object.</summary>
    public IReadOnlyList<InputValueDefinitionNode> Inputs { get; } =
        [.. extensions.Prepend(definition).OfType<InputObjectTypeDefinitionNode>().SelectMany(p => p.Fields)];

    public bool IsOneOf => Parts.Any(p => p.Directives.Any(d => d.Name.Value == "oneOf"));

    /// <summary>Where it says that it implements the interface; each place of several.</summary>
    public IEnumerable<NamedTypeNode> ImplementsNodes(string name) => Interfaces.Where(i => i.Name.Value == name);
}

internal static class TypeNodes
{
    /// <summary>The name inside all wrappers.</summary>
    public static NameNode Named(this TypeNode type) => type switch
    {
        NamedTypeNode named => named.Name,
        ListTypeNode list => list.ElementType.Named(),
        NonNullTypeNode nonNull => nonNull.InnerType.Named(),
        _ => throw new ArgumentException($"Unknown type node {type.GetType().Name}."),
    };

    /// <summary>A value must be given: non-null, and without a default.</summary>
    public static bool IsRequired(this InputValueDefinitionNode input) => input.Type is NonNullTypeNode && input.DefaultValue is null;

    public static DirectiveNode? Deprecation(this IEnumerable<DirectiveNode> directives) => directives.FirstOrDefault(d => d.Name.Value == "deprecated");
}
