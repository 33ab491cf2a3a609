namespace Portal.GraphQL.Language;

public sealed partial class Parser
{
    private FieldDefinitionNode FieldDefinition()
    {
        var start = Here;
        var description = Description();
        var name = Name();
        var arguments = ArgumentDefinitions();
        Take(TokenKind.Colon);
        var type = Type();
        return new FieldDefinitionNode(start, description, name, arguments, type, Directives(isConst: true));
    }

    private IReadOnlyList<InputValueDefinitionNode> ArgumentDefinitions() =>
        OptionalMany(TokenKind.LeftParenthesis, static p => p.InputValueDefinition(), TokenKind.RightParenthesis);

    private InputValueDefinitionNode InputValueDefinition()
    {
        var start = Here;
        var description = Description();
        var name = Name();
        Take(TokenKind.Colon);
        var type = Type();
        var defaultValue = TryTake(TokenKind.EqualsSign) ? Value(isConst: true) : null;
        return new InputValueDefinitionNode(start, description, name, type, defaultValue, Directives(isConst: true));
    }

    private EnumValueDefinitionNode EnumValueDefinition()
    {
        var start = Here;
        var description = Description();
        if (IsText("true") || IsText("false") || IsText("null"))
            throw Error(_token, $"{_token.Describe(_source)} is reserved and cannot be used for an enum value.");
        var name = Name();
        return new EnumValueDefinitionNode(start, description, name, Directives(isConst: true));
    }

    private DirectiveDefinitionNode DirectiveDefinition()
    {
        var start = Here;
        var description = Description();
        TakeKeyword("directive");
        Take(TokenKind.At);
        var name = Name();
        var arguments = ArgumentDefinitions();
        var isRepeatable = TryTakeKeyword("repeatable");
        TakeKeyword("on");
        var locations = Delimited(TokenKind.Pipe, static p => p.DirectiveLocationName());
        return new DirectiveDefinitionNode(start, description, name, arguments, isRepeatable, locations);
    }

    private NameNode DirectiveLocationName()
    {
        var token = _token;
        var name = Name();
        return DirectiveLocations.Parse(name.Value) is null ? throw Unexpected(token) : name;
    }
}
