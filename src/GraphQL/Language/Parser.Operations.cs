namespace Portal.GraphQL.Language;

public sealed partial class Parser
{
    private DefinitionNode Definition()
    {
        if (Is(TokenKind.LeftBrace))
            return Operation();

        var hasDescription = IsDescription;
        var keyword = hasDescription ? LookAhead() : _token;
        if (hasDescription && keyword.Kind == TokenKind.LeftBrace)
            throw Error(_token, "Unexpected description, descriptions are not supported on shorthand queries.");
        if (keyword.Kind != TokenKind.Name)
            throw Unexpected(keyword);

        switch (keyword.Value(_source))
        {
            case "query" or "mutation" or "subscription": return Operation();
            case "fragment": return Fragment();
            case "directive": return DirectiveDefinition();
            case "schema" or "scalar" or "type" or "interface" or "union" or "enum" or "input": return TypeSystemDefinition(isExtension: false);
        }
        if (hasDescription)
            throw Error(_token, "Unexpected description, only GraphQL definitions support descriptions.");
        return IsKeyword("extend") ? Extension() : throw Unexpected(keyword);
    }

    private Token LookAhead()
    {
        var ahead = _lexer;
        return ahead.Next();
    }

    private bool IsDescription => _token.Kind is TokenKind.String or TokenKind.BlockString;

    private StringValueNode? Description() => IsDescription ? String() : null;

    private OperationDefinitionNode Operation()
    {
        var start = Here;
        if (Is(TokenKind.LeftBrace))
            return new OperationDefinitionNode(start, OperationKind.Query, null, null, [], [], SelectionSet());

        var description = Description();
        var kind = OperationKeyword();
        var name = Is(TokenKind.Name) ? Name() : null;
        var variables = OptionalMany(TokenKind.LeftParenthesis, static p => p.VariableDefinition(), TokenKind.RightParenthesis);
        return new OperationDefinitionNode(start, kind, name, description, variables, Directives(isConst: false), SelectionSet());
    }

    private OperationKind OperationKeyword()
    {
        var token = Take(TokenKind.Name);
        return token.Value(_source) switch
        {
            "query" => OperationKind.Query,
            "mutation" => OperationKind.Mutation,
            "subscription" => OperationKind.Subscription,
            _ => throw Unexpected(token),
        };
    }

    private VariableDefinitionNode VariableDefinition()
    {
        var start = Here;
        var description = Description();
        var variable = Variable();
        Take(TokenKind.Colon);
        var type = Type();
        var defaultValue = TryTake(TokenKind.EqualsSign) ? Value(isConst: true) : null;
        return new VariableDefinitionNode(start, variable, description, type, defaultValue, Directives(isConst: true));
    }

    private FragmentDefinitionNode Fragment()
    {
        var start = Here;
        var description = Description();
        TakeKeyword("fragment");
        var name = FragmentName();
        TakeKeyword("on");
        return new FragmentDefinitionNode(start, name, description, NamedType(), Directives(isConst: false), SelectionSet());
    }

    private SelectionSetNode SelectionSet()
    {
        var start = Here;
        Enter();
        var selections = Many(TokenKind.LeftBrace, static p => p.Selection(), TokenKind.RightBrace);
        Leave();
        return new SelectionSetNode(start, selections);
    }

    private SelectionNode Selection() => Is(TokenKind.Spread) ? FragmentSelection() : Field();

    private FieldNode Field()
    {
        var start = Here;
        NameNode? alias = null;
        var name = Name();
        if (TryTake(TokenKind.Colon))
        {
            alias = name;
            name = Name();
        }
        var arguments = Arguments(isConst: false);
        var directives = Directives(isConst: false);
        return new FieldNode(start, alias, name, arguments, directives, Is(TokenKind.LeftBrace) ? SelectionSet() : null);
    }

    private SelectionNode FragmentSelection()
    {
        var start = Here;
        Take(TokenKind.Spread);
        var hasTypeCondition = TryTakeKeyword("on");
        return !hasTypeCondition && Is(TokenKind.Name)
            ? new FragmentSpreadNode(start, FragmentName(), Directives(isConst: false))
            : new InlineFragmentNode(start, hasTypeCondition ? NamedType() : null, Directives(isConst: false), SelectionSet());
    }

    private NameNode FragmentName() => IsText("on") ? throw Unexpected(_token) : Name();

    private NameNode Name()
    {
        var token = Take(TokenKind.Name);
        return new NameNode(token.Location, _source[token.Start..token.End]);
    }
}
