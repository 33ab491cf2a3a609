namespace Portal.GraphQL.Language;

/// <summary>
/// Cuts a source into tokens (section 2.1 of the specification). A value type: a copy looks ahead without moving the original.
/// </summary>
internal partial struct Lexer(string source)
{
    private const int EndOfSource = -1;

    private int _position;
    private int _line = 1;
    private int _lineStart;

    public Token Next()
    {
        while (_position < source.Length)
        {
            var c = source[_position];
            switch (c)
            {
                case '\uFEFF' or '\t' or ' ' or ',':
                    _position++;
                    continue;
                case '\n' or '\r':
                    _position += LineTerminatorLength(_position);
                    _line++;
                    _lineStart = _position;
                    continue;
                case '#':
                    SkipComment();
                    continue;
                case '!': return Punctuator(TokenKind.Bang);
                case '$': return Punctuator(TokenKind.Dollar);
                case '&': return Punctuator(TokenKind.Ampersand);
                case '(': return Punctuator(TokenKind.LeftParenthesis);
                case ')': return Punctuator(TokenKind.RightParenthesis);
                case ':': return Punctuator(TokenKind.Colon);
                case '=': return Punctuator(TokenKind.EqualsSign);
                case '@': return Punctuator(TokenKind.At);
                case '[': return Punctuator(TokenKind.LeftBracket);
                case ']': return Punctuator(TokenKind.RightBracket);
                case '{': return Punctuator(TokenKind.LeftBrace);
                case '|': return Punctuator(TokenKind.Pipe);
                case '}': return Punctuator(TokenKind.RightBrace);
                case '.' when At(_position + 1) == '.' && At(_position + 2) == '.':
                    return Take(TokenKind.Spread, _position + 3);
                case '"':
                    return At(_position + 1) == '"' && At(_position + 2) == '"' ? ReadBlockString() : ReadString();
                case '-' or (>= '0' and <= '9'):
                    return ReadNumber();
            }
            if (IsNameStart(c))
                return ReadName();
            throw Unexpected(c);
        }
        return Take(TokenKind.EndOfFile, source.Length);
    }

    private readonly int At(int position) => (uint)position < (uint)source.Length ? source[position] : EndOfSource;

    private readonly Location Here => new(_position, _line, _position - _lineStart + 1);

    private Token Punctuator(TokenKind kind) => Take(kind, _position + 1);

    private Token Take(TokenKind kind, int end, string? text = null)
    {
        var token = new Token(kind, Here, end, text);
        _position = end;
        return token;
    }

    private Token ReadName()
    {
        var end = _position + 1;
        while (IsNameContinue(At(end)))
            end++;
        return Take(TokenKind.Name, end);
    }

    private void SkipComment()
    {
        _position++;
        while (_position < source.Length && source[_position] is not ('\n' or '\r') && CharacterLength(_position) is > 0 and var length)
            _position += length;
    }

    private readonly int LineTerminatorLength(int position) => source[position] == '\r' && At(position + 1) == '\n' ? 2 : 1;

    /// <summary>Code units of the character that starts here; 0 for half a surrogate pair, which is no character.</summary>
    private readonly int CharacterLength(int position) =>
        !char.IsSurrogate(source[position]) ? 1
        : char.IsHighSurrogate(source[position]) && At(position + 1) is >= 0xDC00 and <= 0xDFFF ? 2
        : 0;

    private static bool IsNameStart(int c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_';

    private static bool IsNameContinue(int c) => IsNameStart(c) || IsDigit(c);

    private static bool IsDigit(int c) => c is >= '0' and <= '9';

    private readonly SyntaxException Unexpected(char c) => Error(_position, c == '\''
        ? "Unexpected single quote character ('), did you mean to use a double quote (\")?"
        : $"{(CharacterLength(_position) > 0 ? "Unexpected" : "Invalid")} character: {Describe(_position)}.");

    private readonly SyntaxException Error(int position, string message) => SyntaxException.At(source, position, message);

    private readonly string Describe(int position)
    {
        if (position >= source.Length)
            return Token.Describe(TokenKind.EndOfFile);
        var code = CharacterLength(position) == 2 ? char.ConvertToUtf32(source, position) : source[position];
        return code switch
        {
            '"' => "'\"'",
            >= 0x20 and <= 0x7E => $"\"{(char)code}\"",
            _ => $"U+{code:X4}",
        };
    }
}
