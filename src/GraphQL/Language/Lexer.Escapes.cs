using System.Text;

namespace Portal.GraphQL.Language;

internal partial struct Lexer
{
    /// <summary>Appends what the escape sequence at <paramref name="position"/> means; returns its length in the source.</summary>
    private readonly int ReadEscape(int position, StringBuilder decoded)
    {
        switch (At(position + 1))
        {
            case 'u': return At(position + 2) == '{' ? ReadBracedUnicode(position, decoded) : ReadFixedUnicode(position, decoded);
            case '"': decoded.Append('"'); return 2;
            case '\\': decoded.Append('\\'); return 2;
            case '/': decoded.Append('/'); return 2;
            case 'b': decoded.Append('\b'); return 2;
            case 'f': decoded.Append('\f'); return 2;
            case 'n': decoded.Append('\n'); return 2;
            case 'r': decoded.Append('\r'); return 2;
            case 't': decoded.Append('\t'); return 2;
            default: throw Error(position, $"Invalid character escape sequence: \"{Excerpt(position, 2)}\".");
        }
    }

    // \u{1F600}: at most eight digits, and a Unicode scalar value.
    private readonly int ReadBracedUnicode(int position, StringBuilder decoded)
    {
        var point = 0;
        var size = 3;
        while (size < 12)
        {
            var c = At(position + size++);
            if (c == '}')
            {
                if (size < 5 || !Rune.IsValid(point))
                    break;
                decoded.Append(new Rune(point).ToString());
                return size;
            }
            point = (point << 4) | HexDigit(c);
            if (point < 0)
                break;
        }
        throw Error(position, $"Invalid Unicode escape sequence: \"{Excerpt(position, size)}\".");
    }

    // \u00E9; a surrogate counts only as half of a pair of two such escapes.
    private readonly int ReadFixedUnicode(int position, StringBuilder decoded)
    {
        var code = FourHexDigits(position + 2);
        if (Rune.IsValid(code))
        {
            decoded.Append((char)code);
            return 6;
        }
        if (code is >= 0xD800 and <= 0xDBFF && At(position + 6) == '\\' && At(position + 7) == 'u'
            && FourHexDigits(position + 8) is >= 0xDC00 and <= 0xDFFF and var trailing)
        {
            decoded.Append((char)code).Append((char)trailing);
            return 12;
        }
        throw Error(position, $"Invalid Unicode escape sequence: \"{Excerpt(position, 6)}\".");
    }

    private readonly int FourHexDigits(int position) =>
        (HexDigit(At(position)) << 12) | (HexDigit(At(position + 1)) << 8) | (HexDigit(At(position + 2)) << 4) | HexDigit(At(position + 3));

    /// <summary>The digit's value, or -1, which makes any number it is combined with negative.</summary>
    private static int HexDigit(int c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'A' and <= 'F' => c - 'A' + 10,
        >= 'a' and <= 'f' => c - 'a' + 10,
        _ => -1,
    };

    private readonly string Excerpt(int position, int length)
    {
        var end = Math.Min(position + length, source.Length);
        // Half a surrogate pair could not be written into the response.
        if (end < source.Length && char.IsSurrogatePair(source[end - 1], source[end]))
            end++;
        return source[position..end];
    }
}
