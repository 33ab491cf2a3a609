namespace Portal.Graph.BackOffice.Tests.Browser;

/// <summary>Follows links within /staff, breadth first. Of addresses of one kind it takes the first few.</summary>
internal static class Crawl
{
    private const int OfEachKind = 2;

    /// <param name="starts">Where to begin; all of them, also when they are of one kind.</param>
    /// <param name="kindOf">What an address shows, such as its page.</param>
    /// <param name="visit">Looks at a page and gives its links.</param>
    public static async Task<IReadOnlyList<string>> WalkAsync(IReadOnlyList<string> starts, Func<string, string> kindOf, Func<string, Task<IReadOnlyList<string>>> visit)
    {
        Queue<string> ahead = new(starts);
        HashSet<string> seen = [.. starts];
        Dictionary<string, int> taken = [];
        List<string> visited = [];
        while (ahead.TryDequeue(out var path))
        {
            var kind = kindOf(path);
            if (taken.GetValueOrDefault(kind) >= OfEachKind && !starts.Contains(path)) continue;
            taken[kind] = taken.GetValueOrDefault(kind) + 1;
            visited.Add(path);
            foreach (var link in await visit(path))
                if (link.StartsWith("/staff", StringComparison.Ordinal) && !link.StartsWith("/staff/files/", StringComparison.Ordinal) && seen.Add(link.Split('#')[0]))
                    ahead.Enqueue(link.Split('#')[0]);
        }
        return visited;
    }

    /// <summary>The address without its query; a segment with a digit is a star.</summary>
    public static string PatternOf(string path) => string.Join('/', path.Split('?')[0].Split('/').Select(part => part.Any(char.IsAsciiDigit) ? "*" : part));

    /// <summary>What <see cref="PatternOf"/> makes of the addresses of a route: its parameters are stars, and may be absent where they are optional.</summary>
    public static IEnumerable<string> PatternsOf(string route)
    {
        var parts = route.Split('/');
        yield return string.Join('/', parts.Select(part => part.StartsWith('{') ? "*" : part));
        if (parts[^1] is ['{', .., '?', '}']) yield return string.Join('/', parts[..^1]);
    }
}
