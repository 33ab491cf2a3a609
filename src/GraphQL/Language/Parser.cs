namespace Portal.GraphQL.Language;

/// <summary>
/// Reads GraphQL text into a syntax tree: executable documents, type system documents, single values and types.
/// It accepts and refuses what the September 2025 edition does; a refusal is a <see cref="SyntaxException"/>.
/// </summary>
public sealed partial class Parser
{
    private readonly string _source;
    private readonly ParserLimits _limits;
    private Lexer _lexer;
    private Token _token;
    private int _tokens;
    private int _depth;

    private Parser(string source, ParserLimits? limits)
    {
        _source = source;
        _limits = limits ?? ParserLimits.Default;
        _lexer = new Lexer(source);
        if (source.Length > _limits.MaxLength)
            throw SyntaxException.LimitAt(source, 0, $"Document is longer than {_limits.MaxLength} characters. Parsing aborted.");
        Advance();
    }

    /// <summary>Reads a document of operations and fragments, or of type definitions, or of both.</summary>
    /// <exception cref="SyntaxException">The text is not a document, or exceeds a limit.</exception>
    public static DocumentNode Parse(string source, ParserLimits? limits = null)
    {
        var parser = new Parser(source, limits);
        var definitions = new List<DefinitionNode>();
        do
            definitions.Add(parser.Definition());
        while (!parser.TryTake(TokenKind.EndOfFile));
        return new DocumentNode(new Location(0, 1, 1), definitions);
    }

    /// <summary>Reads one value; variables are allowed in it.</summary>
    /// <exception cref="SyntaxException">The text is not a value, or exceeds a limit.</exception>
    public static ValueNode ParseValue(string source, ParserLimits? limits = null) => Whole(source, limits, p => p.Value(isConst: false));

    /// <summary>Reads one value without variables, such as a default.</summary>
    /// <exception cref="SyntaxException">The text is not a constant value, or exceeds a limit.</exception>
    public static ValueNode ParseConstValue(string source, ParserLimits? limits = null) => Whole(source, limits, p => p.Value(isConst: true));

    /// <summary>Reads one type reference, such as <c>[Claim!]!</c>.</summary>
    /// <exception cref="SyntaxException">The text is not a type reference, or exceeds a limit.</exception>
    public static TypeNode ParseType(string source, ParserLimits? limits = null) => Whole(source, limits, p => p.Type());

    private static T Whole<T>(string source, ParserLimits? limits, Func<Parser, T> read)
    {
        var parser = new Parser(source, limits);
        var node = read(parser);
        parser.Take(TokenKind.EndOfFile);
        return node;
    }

    private Location Here => _token.Location;

    private bool Is(TokenKind kind) => _token.Kind == kind;

    private bool IsText(string text) => IsText(_token, text);

    private bool IsText(Token token, string text) =>
        token.Text is { } value ? value == text
        : token.Kind == TokenKind.Name && _source.AsSpan(token.Start, token.End - token.Start).SequenceEqual(text);

    private bool IsKeyword(string keyword) => Is(TokenKind.Name) && IsText(keyword);

    private void Advance()
    {
        if (Is(TokenKind.EndOfFile))
            return;
        _token = _lexer.Next();
        if (!Is(TokenKind.EndOfFile) && ++_tokens > _limits.MaxTokens)
            throw SyntaxException.LimitAt(_source, _token.Start, $"Document contains more than {_limits.MaxTokens} tokens. Parsing aborted.");
        if (Is(TokenKind.Name) && _token.End - _token.Start > _limits.MaxNameLength)
            throw SyntaxException.LimitAt(_source, _token.Start, $"A name is longer than {_limits.MaxNameLength} characters. Parsing aborted.");
    }

    private Token Take(TokenKind kind)
    {
        if (!Is(kind))
            throw Error(_token, $"Expected {Token.Describe(kind)}, found {_token.Describe(_source)}.");
        var token = _token;
        Advance();
        return token;
    }

    private bool TryTake(TokenKind kind)
    {
        if (!Is(kind))
            return false;
        Advance();
        return true;
    }

    private void TakeKeyword(string keyword)
    {
        if (!TryTakeKeyword(keyword))
            throw Error(_token, $"Expected \"{keyword}\", found {_token.Describe(_source)}.");
    }

    private bool TryTakeKeyword(string keyword)
    {
        if (!IsKeyword(keyword))
            return false;
        Advance();
        return true;
    }

    /// <summary>One item or more between brackets.</summary>
    private List<T> Many<T>(TokenKind open, Func<Parser, T> item, TokenKind close)
    {
        Take(open);
        var items = new List<T>();
        do
            items.Add(item(this));
        while (!TryTake(close));
        return items;
    }

    private IReadOnlyList<T> OptionalMany<T>(TokenKind open, Func<Parser, T> item, TokenKind close) =>
        Is(open) ? Many(open, item, close) : [];

    /// <summary>One item or more with a delimiter between, and perhaps before.</summary>
    private List<T> Delimited<T>(TokenKind delimiter, Func<Parser, T> item)
    {
        TryTake(delimiter);
        var items = new List<T>();
        do
            items.Add(item(this));
        while (TryTake(delimiter));
        return items;
    }

    /// <summary>Counts one more level of nesting, because every level costs stack here and in all that walk the tree.</summary>
    private void Enter()
    {
        if (++_depth > _limits.MaxDepth)
            throw SyntaxException.LimitAt(_source, _token.Start, $"Document is nested more than {_limits.MaxDepth} levels deep. Parsing aborted.");
    }

    private void Leave() => _depth--;

    private SyntaxException Unexpected(Token token) => Error(token, $"Unexpected {token.Describe(_source)}.");

    private SyntaxException Error(Token token, string message) => SyntaxException.At(_source, token.Start, message);
}
