using System.Text;

namespace Portal.GraphQL.Language;

internal partial struct Lexer
{
    private Token ReadString()
    {
        StringBuilder? decoded = null;
        var position = _position + 1;
        var chunkStart = position;
        while (position < source.Length && source[position] is not ('\n' or '\r'))
        {
            switch (source[position])
            {
                case '"':
                    var rest = source.AsSpan(chunkStart, position - chunkStart);
                    return Take(TokenKind.String, position + 1, decoded is null ? rest.ToString() : decoded.Append(rest).ToString());
                case '\\':
                    decoded ??= new StringBuilder();
                    decoded.Append(source, chunkStart, position - chunkStart);
                    position += ReadEscape(position, decoded);
                    chunkStart = position;
                    break;
                default:
                    position += StringCharacterLength(position);
                    break;
            }
        }
        throw Error(position, "Unterminated string.");
    }

    private Token ReadBlockString()
    {
        var lines = new List<string>();
        StringBuilder? line = null;
        var position = _position + 3;
        var chunkStart = position;
        var lineStart = _lineStart;
        while (position < source.Length)
        {
            if (IsTripleQuote(position))
            {
                lines.Add(EndLine(ref line, chunkStart, position));
                var token = Take(TokenKind.BlockString, position + 3, BlockString.Dedent(lines));
                _line += lines.Count - 1;
                _lineStart = lineStart;
                return token;
            }
            switch (source[position])
            {
                case '\\' when IsTripleQuote(position + 1):
                    line ??= new StringBuilder();
                    line.Append(source, chunkStart, position - chunkStart);
                    chunkStart = position + 1;
                    position += 4;
                    break;
                case '\n' or '\r':
                    lines.Add(EndLine(ref line, chunkStart, position));
                    position += LineTerminatorLength(position);
                    chunkStart = lineStart = position;
                    break;
                default:
                    position += StringCharacterLength(position);
                    break;
            }
        }
        throw Error(position, "Unterminated string.");
    }

    private readonly string EndLine(ref StringBuilder? line, int chunkStart, int position)
    {
        var chunk = source.AsSpan(chunkStart, position - chunkStart);
        var text = line is null ? chunk.ToString() : line.Append(chunk).ToString();
        line = null;
        return text;
    }

    private readonly bool IsTripleQuote(int position) => At(position) == '"' && At(position + 1) == '"' && At(position + 2) == '"';

    private readonly int StringCharacterLength(int position) => CharacterLength(position) is > 0 and var length
        ? length
        : throw Error(position, $"Invalid character within String: {Describe(position)}.");
}
