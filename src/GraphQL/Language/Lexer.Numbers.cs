namespace Portal.GraphQL.Language;

internal partial struct Lexer
{
    private Token ReadNumber()
    {
        var kind = TokenKind.Int;
        var end = _position;
        if (At(end) == '-')
            end++;

        if (At(end) == '0')
        {
            end++;
            if (IsDigit(At(end)))
                throw Error(end, $"Invalid number, unexpected digit after 0: {Describe(end)}.");
        }
        else
        {
            end = SkipDigits(end);
        }

        if (At(end) == '.')
        {
            kind = TokenKind.Float;
            end = SkipDigits(end + 1);
        }

        if (At(end) is 'e' or 'E')
        {
            kind = TokenKind.Float;
            end++;
            if (At(end) is '+' or '-')
                end++;
            end = SkipDigits(end);
        }

        // `1a` and `1.2.3` are refused rather than read as two tokens.
        if (At(end) == '.' || IsNameStart(At(end)))
            throw ExpectedDigit(end);
        return Take(kind, end);
    }

    private readonly int SkipDigits(int position)
    {
        if (!IsDigit(At(position)))
            throw ExpectedDigit(position);
        while (IsDigit(At(position)))
            position++;
        return position;
    }

    private readonly SyntaxException ExpectedDigit(int position) =>
        Error(position, $"Invalid number, expected digit but got: {Describe(position)}.");
}
