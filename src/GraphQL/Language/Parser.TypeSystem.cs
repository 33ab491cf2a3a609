namespace Portal.GraphQL.Language;

public sealed partial class Parser
{
    private TypeSystemDefinitionNode Extension()
    {
        var keyword = LookAhead();
        return keyword.Kind == TokenKind.Name && keyword.Value(_source)
            is "schema" or "scalar" or "type" or "interface" or "union" or "enum" or "input"
            ? TypeSystemDefinition(isExtension: true)
            : throw Unexpected(keyword);
    }

    private TypeSystemDefinitionNode TypeSystemDefinition(bool isExtension)
    {
        var start = Here;
        var description = isExtension ? null : Description();
        if (isExtension)
            TakeKeyword("extend");
        var keyword = Take(TokenKind.Name).Value(_source);
        if (keyword == "schema")
            return SchemaDefinition(start, description, isExtension);

        var name = Name();
        return keyword switch
        {
            "scalar" => Scalar(start, description, isExtension, name),
            "type" or "interface" => Fielded(start, description, isExtension, name, isInterface: keyword == "interface"),
            "union" => Union(start, description, isExtension, name),
            "enum" => Enum(start, description, isExtension, name),
            _ => InputObject(start, description, isExtension, name),
        };
    }

    /// <summary>An extension that adds nothing is refused.</summary>
    private void RequireContent(bool isExtension, params ReadOnlySpan<int> counts)
    {
        if (isExtension && !counts.ContainsAnyExcept(0))
            throw Unexpected(_token);
    }

    private SchemaDefinitionNode SchemaDefinition(Location start, StringValueNode? description, bool isExtension)
    {
        var directives = Directives(isConst: true);
        var operations = !isExtension || Is(TokenKind.LeftBrace)
            ? Many(TokenKind.LeftBrace, static p => p.OperationType(), TokenKind.RightBrace)
            : [];
        RequireContent(isExtension, directives.Count, operations.Count);
        return new SchemaDefinitionNode(start, description, isExtension, directives, operations);
    }

    private OperationTypeDefinitionNode OperationType()
    {
        var start = Here;
        var operation = OperationKeyword();
        Take(TokenKind.Colon);
        return new OperationTypeDefinitionNode(start, operation, NamedType());
    }

    private ScalarTypeDefinitionNode Scalar(Location start, StringValueNode? description, bool isExtension, NameNode name)
    {
        var directives = Directives(isConst: true);
        RequireContent(isExtension, directives.Count);
        return new ScalarTypeDefinitionNode(start, description, isExtension, name, directives);
    }

    private FieldedTypeDefinitionNode Fielded(Location start, StringValueNode? description, bool isExtension, NameNode name, bool isInterface)
    {
        IReadOnlyList<NamedTypeNode> interfaces =
            TryTakeKeyword("implements") ? Delimited(TokenKind.Ampersand, static p => p.NamedType()) : [];
        var directives = Directives(isConst: true);
        var fields = OptionalMany(TokenKind.LeftBrace, static p => p.FieldDefinition(), TokenKind.RightBrace);
        RequireContent(isExtension, interfaces.Count, directives.Count, fields.Count);
        return isInterface
            ? new InterfaceTypeDefinitionNode(start, description, isExtension, name, interfaces, directives, fields)
            : new ObjectTypeDefinitionNode(start, description, isExtension, name, interfaces, directives, fields);
    }

    private UnionTypeDefinitionNode Union(Location start, StringValueNode? description, bool isExtension, NameNode name)
    {
        var directives = Directives(isConst: true);
        IReadOnlyList<NamedTypeNode> members =
            TryTake(TokenKind.EqualsSign) ? Delimited(TokenKind.Pipe, static p => p.NamedType()) : [];
        RequireContent(isExtension, directives.Count, members.Count);
        return new UnionTypeDefinitionNode(start, description, isExtension, name, directives, members);
    }

    private EnumTypeDefinitionNode Enum(Location start, StringValueNode? description, bool isExtension, NameNode name)
    {
        var directives = Directives(isConst: true);
        var values = OptionalMany(TokenKind.LeftBrace, static p => p.EnumValueDefinition(), TokenKind.RightBrace);
        RequireContent(isExtension, directives.Count, values.Count);
        return new EnumTypeDefinitionNode(start, description, isExtension, name, directives, values);
    }

    private InputObjectTypeDefinitionNode InputObject(Location start, StringValueNode? description, bool isExtension, NameNode name)
    {
        var directives = Directives(isConst: true);
        var fields = OptionalMany(TokenKind.LeftBrace, static p => p.InputValueDefinition(), TokenKind.RightBrace);
        RequireContent(isExtension, directives.Count, fields.Count);
        return new InputObjectTypeDefinitionNode(start, description, isExtension, name, directives, fields);
    }
}
