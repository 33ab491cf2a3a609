namespace Portal.GraphQL.Types.Comparison;

/// <summary>Named things before and after: those that went, those that came, those that stayed.</summary>
internal sealed record Pairs<T>(IReadOnlyList<T> Removed, IReadOnlyList<T> Added, IReadOnlyList<(T Old, T New)> Kept);

internal static class Pairs
{
    public static Pairs<T> Of<T>(IEnumerable<T> before, IEnumerable<T> after, Func<T, string> name)
    {
        var (old, now) = (before.ToList(), after.ToList());
        var byName = now.ToDictionary(name, StringComparer.Ordinal);
        var oldNames = old.Select(name).ToHashSet(StringComparer.Ordinal);
        return new(
            [.. old.Where(o => !byName.ContainsKey(name(o)))],
            [.. now.Where(n => !oldNames.Contains(name(n)))],
            [.. old.Where(o => byName.ContainsKey(name(o))).Select(o => (o, byName[name(o)]))]);
    }

    public static Pairs<T> Of<T>(IEnumerable<T> before, IEnumerable<T> after) where T : INamed => Of(before, after, i => i.Name);
}
