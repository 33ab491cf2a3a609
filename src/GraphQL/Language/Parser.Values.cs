namespace Portal.GraphQL.Language;

public sealed partial class Parser
{
    private ValueNode Value(bool isConst)
    {
        var token = _token;
        switch (token.Kind)
        {
            case TokenKind.LeftBracket:
                return List(isConst);
            case TokenKind.LeftBrace:
                return Object(isConst);
            case TokenKind.Int:
                Advance();
                return new IntValueNode(token.Location, token.Value(_source)!);
            case TokenKind.Float:
                Advance();
                return new FloatValueNode(token.Location, token.Value(_source)!);
            case TokenKind.String or TokenKind.BlockString:
                return String();
            case TokenKind.Name:
                Advance();
                return token.Value(_source) switch
                {
                    "true" => new BooleanValueNode(token.Location, true),
                    "false" => new BooleanValueNode(token.Location, false),
                    "null" => new NullValueNode(token.Location),
                    var name => new EnumValueNode(token.Location, name!),
                };
            case TokenKind.Dollar when isConst:
                Advance();
                throw Is(TokenKind.Name)
                    ? Error(token, $"Unexpected variable \"${_token.Value(_source)}\" in constant value.")
                    : Unexpected(token);
            case TokenKind.Dollar:
                return Variable();
            default:
                throw Unexpected(token);
        }
    }

    private StringValueNode String()
    {
        var token = _token;
        Advance();
        return new StringValueNode(token.Location, token.Text!, token.Kind == TokenKind.BlockString);
    }

    private VariableNode Variable()
    {
        var start = Take(TokenKind.Dollar).Location;
        return new VariableNode(start, Name());
    }

    private ListValueNode List(bool isConst)
    {
        var start = Here;
        var items = new List<ValueNode>();
        Enter();
        Take(TokenKind.LeftBracket);
        while (!TryTake(TokenKind.RightBracket))
            items.Add(Value(isConst));
        Leave();
        return new ListValueNode(start, items);
    }

    private ObjectValueNode Object(bool isConst)
    {
        var start = Here;
        var fields = new List<ObjectFieldNode>();
        Enter();
        Take(TokenKind.LeftBrace);
        while (!TryTake(TokenKind.RightBrace))
            fields.Add(ObjectField(isConst));
        Leave();
        return new ObjectValueNode(start, fields);
    }

    private ObjectFieldNode ObjectField(bool isConst)
    {
        var start = Here;
        var name = Name();
        Take(TokenKind.Colon);
        return new ObjectFieldNode(start, name, Value(isConst));
    }

    private IReadOnlyList<ArgumentNode> Arguments(bool isConst) => OptionalMany<ArgumentNode>(
        TokenKind.LeftParenthesis,
        isConst ? static p => p.Argument(isConst: true) : static p => p.Argument(isConst: false),
        TokenKind.RightParenthesis);

    private ArgumentNode Argument(bool isConst)
    {
        var start = Here;
        var name = Name();
        Take(TokenKind.Colon);
        return new ArgumentNode(start, name, Value(isConst));
    }

    private IReadOnlyList<DirectiveNode> Directives(bool isConst)
    {
        if (!Is(TokenKind.At))
            return [];
        var directives = new List<DirectiveNode>();
        while (Is(TokenKind.At))
        {
            var start = Take(TokenKind.At).Location;
            var name = Name();
            directives.Add(new DirectiveNode(start, name, Arguments(isConst)));
        }
        return directives;
    }

    private TypeNode Type()
    {
        var start = Here;
        TypeNode type;
        if (Is(TokenKind.LeftBracket))
        {
            Enter();
            Advance();
            type = new ListTypeNode(start, Type());
            Take(TokenKind.RightBracket);
            Leave();
        }
        else
        {
            type = NamedType();
        }
        return TryTake(TokenKind.Bang) ? new NonNullTypeNode(start, type) : type;
    }

    private NamedTypeNode NamedType()
    {
        var start = Here;
        return new NamedTypeNode(start, Name());
    }
}
