namespace Portal.GraphQL.Language;

/// <summary>Where a node starts in its source: line and column count from 1, <paramref name="Offset"/> (characters) from 0.</summary>
public readonly record struct Location(int Offset, int Line, int Column);

/// <summary>A node of the syntax tree of section 2 (executable) or section 3 (type system) of the GraphQL specification.</summary>
public abstract class SyntaxNode(Location location)
{
    public Location Location { get; } = location;
}

public sealed class NameNode(Location location, string value) : SyntaxNode(location)
{
    public string Value { get; } = value;
}

public sealed class DocumentNode(Location location, IReadOnlyList<DefinitionNode> definitions) : SyntaxNode(location)
{
    public IReadOnlyList<DefinitionNode> Definitions { get; } = definitions;
}

public abstract class DefinitionNode(Location location) : SyntaxNode(location);

public enum OperationKind { Query, Mutation, Subscription }

public sealed class OperationDefinitionNode(
    Location location, OperationKind operation, NameNode? name, StringValueNode? description,
    IReadOnlyList<VariableDefinitionNode> variables, IReadOnlyList<DirectiveNode> directives, SelectionSetNode selectionSet)
    : DefinitionNode(location)
{
    public OperationKind Operation { get; } = operation;
    public NameNode? Name { get; } = name;
    public StringValueNode? Description { get; } = description;
    public IReadOnlyList<VariableDefinitionNode> Variables { get; } = variables;
    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;
    public SelectionSetNode SelectionSet { get; } = selectionSet;
}

public sealed class FragmentDefinitionNode(
    Location location, NameNode name, StringValueNode? description, NamedTypeNode typeCondition,
    IReadOnlyList<DirectiveNode> directives, SelectionSetNode selectionSet) : DefinitionNode(location)
{
    public NameNode Name { get; } = name;
    public StringValueNode? Description { get; } = description;
    public NamedTypeNode TypeCondition { get; } = typeCondition;
    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;
    public SelectionSetNode SelectionSet { get; } = selectionSet;
}

public sealed class VariableDefinitionNode(
    Location location, VariableNode variable, StringValueNode? description, TypeNode type, ValueNode? defaultValue,
    IReadOnlyList<DirectiveNode> directives) : SyntaxNode(location)
{
    public VariableNode Variable { get; } = variable;
    public StringValueNode? Description { get; } = description;
    public TypeNode Type { get; } = type;
    public ValueNode? DefaultValue { get; } = defaultValue;
    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;
}

public sealed class SelectionSetNode(Location location, IReadOnlyList<SelectionNode> selections) : SyntaxNode(location)
{
    public IReadOnlyList<SelectionNode> Selections { get; } = selections;
}

public abstract class SelectionNode(Location location, IReadOnlyList<DirectiveNode> directives) : SyntaxNode(location)
{
    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;
}

public sealed class FieldNode(
    Location location, NameNode? alias, NameNode name, IReadOnlyList<ArgumentNode> arguments,
    IReadOnlyList<DirectiveNode> directives, SelectionSetNode? selectionSet) : SelectionNode(location, directives)
{
    public NameNode? Alias { get; } = alias;
    public NameNode Name { get; } = name;
    public IReadOnlyList<ArgumentNode> Arguments { get; } = arguments;
    public SelectionSetNode? SelectionSet { get; } = selectionSet;

    /// <summary>The key of this field in the response: its alias, or its name.</summary>
    public string ResponseName => (Alias ?? Name).Value;
}

public sealed class FragmentSpreadNode(Location location, NameNode name, IReadOnlyList<DirectiveNode> directives)
    : SelectionNode(location, directives)
{
    public NameNode Name { get; } = name;
}

public sealed class InlineFragmentNode(
    Location location, NamedTypeNode? typeCondition, IReadOnlyList<DirectiveNode> directives, SelectionSetNode selectionSet)
    : SelectionNode(location, directives)
{
    public NamedTypeNode? TypeCondition { get; } = typeCondition;
    public SelectionSetNode SelectionSet { get; } = selectionSet;
}

public sealed class ArgumentNode(Location location, NameNode name, ValueNode value) : SyntaxNode(location)
{
    public NameNode Name { get; } = name;
    public ValueNode Value { get; } = value;
}

public sealed class DirectiveNode(Location location, NameNode name, IReadOnlyList<ArgumentNode> arguments) : SyntaxNode(location)
{
    public NameNode Name { get; } = name;
    public IReadOnlyList<ArgumentNode> Arguments { get; } = arguments;
}

public abstract class TypeNode(Location location) : SyntaxNode(location);

public sealed class NamedTypeNode(Location location, NameNode name) : TypeNode(location)
{
    public NameNode Name { get; } = name;
}

public sealed class ListTypeNode(Location location, TypeNode elementType) : TypeNode(location)
{
    public TypeNode ElementType { get; } = elementType;
}

public sealed class NonNullTypeNode(Location location, TypeNode innerType) : TypeNode(location)
{
    public TypeNode InnerType { get; } = innerType;
}

public abstract class ValueNode(Location location) : SyntaxNode(location);

public sealed class VariableNode(Location location, NameNode name) : ValueNode(location)
{
    public NameNode Name { get; } = name;
}

/// <summary>An Int literal; <see cref="Text"/> is the digits as written, so that no precision is lost.</summary>
public sealed class IntValueNode(Location location, string text) : ValueNode(location)
{
    public string Text { get; } = text;
}

/// <summary>A Float literal; <see cref="Text"/> is the number as written, so that no precision is lost.</summary>
public sealed class FloatValueNode(Location location, string text) : ValueNode(location)
{
    public string Text { get; } = text;
}

public sealed class StringValueNode(Location location, string value, bool block) : ValueNode(location)
{
    public string Value { get; } = value;
    public bool Block { get; } = block;
}

public sealed class BooleanValueNode(Location location, bool value) : ValueNode(location)
{
    public bool Value { get; } = value;
}

public sealed class NullValueNode(Location location) : ValueNode(location);

public sealed class EnumValueNode(Location location, string value) : ValueNode(location)
{
    public string Value { get; } = value;
}

public sealed class ListValueNode(Location location, IReadOnlyList<ValueNode> items) : ValueNode(location)
{
    public IReadOnlyList<ValueNode> Items { get; } = items;
}

public sealed class ObjectValueNode(Location location, IReadOnlyList<ObjectFieldNode> fields) : ValueNode(location)
{
    public IReadOnlyList<ObjectFieldNode> Fields { get; } = fields;
}

public sealed class ObjectFieldNode(Location location, NameNode name, ValueNode value) : SyntaxNode(location)
{
    public NameNode Name { get; } = name;
    public ValueNode Value { get; } = value;
}
