using System.Text.RegularExpressions;
using Portal.GraphQL.Building;
using Portal.GraphQL.Types.Comparison;

namespace Portal.Graph.Architecture.Tests.Guards;

/// <summary>A change of the schema that breaks clients of the released one is written down with its reason; what is written down did happen.</summary>
public static partial class BreakingChangesAreNoted
{
    /// <param name="notes">The text of docs/schema/CHANGES.md.</param>
    public static IEnumerable<string> Violations(string released, string current, string notes)
    {
        var list = notes[Math.Max(0, notes.IndexOf("\n## ", StringComparison.Ordinal))..];
        var noted = Note().Matches(list).ToDictionary(m => m.Groups["coordinate"].Value, m => m.Groups["reason"].Value.Trim());
        var breaking = SchemaComparison.Compare(SchemaReader.Read(released), SchemaReader.Read(current)).Where(c => c.Severity == ChangeSeverity.Breaking).ToList();
        foreach (var change in breaking)
            if (!noted.TryGetValue(change.Coordinate, out var reason))
                yield return $"schema.graphql: {change.Message} This breaks clients: keep the old way beside the new one, or write in docs/schema/CHANGES.md why not: - `{change.Coordinate}`: …";
            else if (reason.Length < 10)
                yield return $"docs/schema/CHANGES.md: `{change.Coordinate}` has no reason.";
        foreach (var coordinate in noted.Keys.Except(breaking.Select(c => c.Coordinate)))
            yield return $"docs/schema/CHANGES.md: `{coordinate}` did not change in a way that breaks clients; take the line out.";
    }

    [GeneratedRegex(@"^- `(?<coordinate>[^`]+)`:?(?<reason>.*)$", RegexOptions.Multiline)]
    private static partial Regex Note();
}
