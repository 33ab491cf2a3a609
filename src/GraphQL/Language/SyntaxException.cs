using Portal.GraphQL.Execution;

namespace Portal.GraphQL.Language;

/// <summary>A document that cannot be read: it is not GraphQL, or exceeds a limit of <see cref="ParserLimits"/>.</summary>
public sealed class SyntaxException : Exception
{
    public const string SyntaxErrorCode = "SYNTAX_ERROR";
    public const string TooComplexCode = "QUERY_TOO_COMPLEX";

    private SyntaxException(string message, string code, Location location) : base($"Syntax Error: {message}")
    {
        Code = code;
        Location = location;
    }

    public Location Location { get; }

    /// <summary><see cref="SyntaxErrorCode"/>, or <see cref="TooComplexCode"/> when a limit was exceeded.</summary>
    public string Code { get; }

    public GraphQLError ToError() => new(Message, Code, [Location]);

    internal static SyntaxException At(string source, int offset, string message) => new(message, SyntaxErrorCode, Locate(source, offset));

    internal static SyntaxException LimitAt(string source, int offset, string message) => new(message, TooComplexCode, Locate(source, offset));

    // An error is rare, so it counts lines anew: lexical errors may lie inside a token, whose lines nobody counted.
    private static Location Locate(string source, int offset)
    {
        var line = 1;
        var lineStart = 0;
        for (var i = 0; i < offset && i < source.Length; i++)
        {
            if (source[i] is not ('\n' or '\r'))
                continue;
            if (source[i] == '\r' && i + 1 < source.Length && source[i + 1] == '\n')
                i++;
            line++;
            lineStart = i + 1;
        }
        return new Location(offset, line, offset - lineStart + 1);
    }
}
