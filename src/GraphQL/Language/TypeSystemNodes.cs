using Portal.GraphQL.Types;

namespace Portal.GraphQL.Language;

/// <summary>A definition or extension of section 3 of the specification.</summary>
public abstract class TypeSystemDefinitionNode(
    Location location, StringValueNode? description, bool isExtension, IReadOnlyList<DirectiveNode> directives) : DefinitionNode(location)
{
    public StringValueNode? Description { get; } = description;

    /// <summary>Written after <c>extend</c>; then there is no description.</summary>
    public bool IsExtension { get; } = isExtension;
    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;
}

public sealed class SchemaDefinitionNode(
    Location location, StringValueNode? description, bool isExtension, IReadOnlyList<DirectiveNode> directives,
    IReadOnlyList<OperationTypeDefinitionNode> operationTypes) : TypeSystemDefinitionNode(location, description, isExtension, directives)
{
    public IReadOnlyList<OperationTypeDefinitionNode> OperationTypes { get; } = operationTypes;
}

public sealed class OperationTypeDefinitionNode(Location location, OperationKind operation, NamedTypeNode type) : SyntaxNode(location)
{
    public OperationKind Operation { get; } = operation;
    public NamedTypeNode Type { get; } = type;
}

public sealed class DirectiveDefinitionNode(
    Location location, StringValueNode? description, NameNode name, IReadOnlyList<InputValueDefinitionNode> arguments,
    bool isRepeatable, IReadOnlyList<NameNode> locations) : TypeSystemDefinitionNode(location, description, isExtension: false, [])
{
    public NameNode Name { get; } = name;
    public IReadOnlyList<InputValueDefinitionNode> Arguments { get; } = arguments;
    public bool IsRepeatable { get; } = isRepeatable;

    /// <summary>Names as SDL writes them; <see cref="DirectiveLocations.Parse"/> knows each.</summary>
    public IReadOnlyList<NameNode> Locations { get; } = locations;
}

public abstract class TypeDefinitionNode(
    Location location, StringValueNode? description, bool isExtension, NameNode name, IReadOnlyList<DirectiveNode> directives)
    : TypeSystemDefinitionNode(location, description, isExtension, directives)
{
    public NameNode Name { get; } = name;
}

public sealed class ScalarTypeDefinitionNode(
    Location location, StringValueNode? description, bool isExtension, NameNode name, IReadOnlyList<DirectiveNode> directives)
    : TypeDefinitionNode(location, description, isExtension, name, directives);

/// <summary>An object or interface type.</summary>
public abstract class FieldedTypeDefinitionNode(
    Location location, StringValueNode? description, bool isExtension, NameNode name, IReadOnlyList<NamedTypeNode> interfaces,
    IReadOnlyList<DirectiveNode> directives, IReadOnlyList<FieldDefinitionNode> fields)
    : TypeDefinitionNode(location, description, isExtension, name, directives)
{
    public IReadOnlyList<NamedTypeNode> Interfaces { get; } = interfaces;
    public IReadOnlyList<FieldDefinitionNode> Fields { get; } = fields;
}

public sealed class ObjectTypeDefinitionNode(
    Location location, StringValueNode? description, bool isExtension, NameNode name, IReadOnlyList<NamedTypeNode> interfaces,
    IReadOnlyList<DirectiveNode> directives, IReadOnlyList<FieldDefinitionNode> fields)
    : FieldedTypeDefinitionNode(location, description, isExtension, name, interfaces, directives, fields);

public sealed class InterfaceTypeDefinitionNode(
    Location location, StringValueNode? description, bool isExtension, NameNode name, IReadOnlyList<NamedTypeNode> interfaces,
    IReadOnlyList<DirectiveNode> directives, IReadOnlyList<FieldDefinitionNode> fields)
    : FieldedTypeDefinitionNode(location, description, isExtension, name, interfaces, directives, fields);

public sealed class UnionTypeDefinitionNode(
    Location location, StringValueNode? description, bool isExtension, NameNode name, IReadOnlyList<DirectiveNode> directives,
    IReadOnlyList<NamedTypeNode> members) : TypeDefinitionNode(location, description, isExtension, name, directives)
{
    public IReadOnlyList<NamedTypeNode> Members { get; } = members;
}

public sealed class EnumTypeDefinitionNode(
    Location location, StringValueNode? description, bool isExtension, NameNode name, IReadOnlyList<DirectiveNode> directives,
    IReadOnlyList<EnumValueDefinitionNode> values) : TypeDefinitionNode(location, description, isExtension, name, directives)
{
    public IReadOnlyList<EnumValueDefinitionNode> Values { get; } = values;
}

public sealed class InputObjectTypeDefinitionNode(
    Location location, StringValueNode? description, bool isExtension, NameNode name, IReadOnlyList<DirectiveNode> directives,
    IReadOnlyList<InputValueDefinitionNode> fields) : TypeDefinitionNode(location, description, isExtension, name, directives)
{
    public IReadOnlyList<InputValueDefinitionNode> Fields { get; } = fields;
}

public sealed class FieldDefinitionNode(
    Location location, StringValueNode? description, NameNode name, IReadOnlyList<InputValueDefinitionNode> arguments,
    TypeNode type, IReadOnlyList<DirectiveNode> directives) : SyntaxNode(location)
{
    public StringValueNode? Description { get; } = description;
    public NameNode Name { get; } = name;
    public IReadOnlyList<InputValueDefinitionNode> Arguments { get; } = arguments;
    public TypeNode Type { get; } = type;
    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;
}

/// <summary>An argument of a field or directive, or a field of an input object.</summary>
public sealed class InputValueDefinitionNode(
    Location location, StringValueNode? description, NameNode name, TypeNode type, ValueNode? defaultValue,
    IReadOnlyList<DirectiveNode> directives) : SyntaxNode(location)
{
    public StringValueNode? Description { get; } = description;
    public NameNode Name { get; } = name;
    public TypeNode Type { get; } = type;
    public ValueNode? DefaultValue { get; } = defaultValue;
    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;
}

public sealed class EnumValueDefinitionNode(
    Location location, StringValueNode? description, NameNode name, IReadOnlyList<DirectiveNode> directives) : SyntaxNode(location)
{
    public StringValueNode? Description { get; } = description;
    public NameNode Name { get; } = name;
    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;
}
