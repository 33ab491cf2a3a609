namespace Portal.GraphQL.Validation;

/// <summary>Names that a client may have meant, in the words and order of graphql-js.</summary>
internal static class Suggestions
{
    private const int MaxSuggestions = 5;

    public static string DidYouMean(string name, IEnumerable<string> known, string intent = "") => Sentence(Closest(name, known), intent);

    public static string Sentence(IReadOnlyList<string> names, string intent)
    {
        var quoted = names.Take(MaxSuggestions).Select(n => $"\"{n}\"").ToList();
        return quoted.Count switch
        {
            0 => "",
            1 => $" Did you mean {intent}{quoted[0]}?",
            2 => $" Did you mean {intent}{quoted[0]} or {quoted[1]}?",
            _ => $" Did you mean {intent}{string.Join(", ", quoted[..^1])}, or {quoted[^1]}?",
        };
    }

    private static List<string> Closest(string name, IEnumerable<string> known)
    {
        var threshold = (int)(name.Length * 0.4) + 1;
        return [.. known.Distinct()
            .Select(option => (option, distance: Distance(name, option, threshold)))
            .Where(o => o.distance <= threshold)
            .OrderBy(o => o.distance).ThenBy(o => o.option, NaturalOrder.Instance)
            .Select(o => o.option)];
    }

    /// <summary>Insertions, deletions, substitutions and swaps that make one name the other; a mere change of case counts once.</summary>
    private static int Distance(string input, string option, int threshold)
    {
        if (input == option)
            return 0;
        var a = option.ToLowerInvariant();
        var b = input.ToLowerInvariant();
        if (a == b)
            return 1;
        if (Math.Abs(a.Length - b.Length) > threshold)
            return int.MaxValue;

        var rows = new[] { new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1] };
        for (var j = 0; j <= b.Length; j++)
            rows[0][j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var (row, above) = (rows[i % 3], rows[(i - 1) % 3]);
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(Math.Min(above[j] + 1, row[j - 1] + 1), above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    row[j] = Math.Min(row[j], rows[(i - 2) % 3][j - 2] + 1);
            }
        }
        return rows[a.Length % 3][b.Length];
    }
}
