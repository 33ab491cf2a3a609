namespace Portal.GraphQL.Language;

internal enum TokenKind
{
    StartOfFile, EndOfFile, Bang, Dollar, Ampersand, LeftParenthesis, RightParenthesis, Spread, Colon, EqualsSign, At,
    LeftBracket, RightBracket, LeftBrace, Pipe, RightBrace, Name, Int, Float, String, BlockString,
}

/// <summary>A lexical token of section 2.1.5 of the specification. <paramref name="Text"/> is the value of a string, else null.</summary>
internal readonly record struct Token(TokenKind Kind, Location Location, int End, string? Text = null)
{
    public int Start => Location.Offset;

    /// <summary>The value as the source has it: decoded for strings, as written for names and numbers, null for punctuators.</summary>
    public string? Value(string source) => Kind switch
    {
        TokenKind.String or TokenKind.BlockString => Text,
        TokenKind.Name or TokenKind.Int or TokenKind.Float => source[Start..End],
        _ => null,
    };

    public string Describe(string source) => Value(source) is { } value ? $"{Describe(Kind)} \"{value}\"" : Describe(Kind);

    public static string Describe(TokenKind kind) => kind switch
    {
        TokenKind.StartOfFile => "<SOF>",
        TokenKind.EndOfFile => "<EOF>",
        TokenKind.Bang => "\"!\"",
        TokenKind.Dollar => "\"$\"",
        TokenKind.Ampersand => "\"&\"",
        TokenKind.LeftParenthesis => "\"(\"",
        TokenKind.RightParenthesis => "\")\"",
        TokenKind.Spread => "\"...\"",
        TokenKind.Colon => "\":\"",
        TokenKind.EqualsSign => "\"=\"",
        TokenKind.At => "\"@\"",
        TokenKind.LeftBracket => "\"[\"",
        TokenKind.RightBracket => "\"]\"",
        TokenKind.LeftBrace => "\"{\"",
        TokenKind.Pipe => "\"|\"",
        TokenKind.RightBrace => "\"}\"",
        TokenKind.Name => "Name",
        TokenKind.Int => "Int",
        TokenKind.Float => "Float",
        TokenKind.String => "String",
        TokenKind.BlockString => "BlockString",
    };
}
