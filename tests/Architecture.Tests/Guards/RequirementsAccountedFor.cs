using System.Text.RegularExpressions;

namespace Portal.Graph.Architecture.Tests.Guards;

/// <summary>
/// Every requirement is cited by a test or stands in OPEN.md with a reason. Both only where the reason begins with "partly": the
/// tests prove what is there, the line says what is not.
/// </summary>
public static partial class RequirementsAccountedFor
{
    public static IReadOnlyList<string> Defined(IEnumerable<SourceFile> catalogue) =>
        [.. catalogue.SelectMany(file => Definition().Matches(file.Text)).Select(match => match.Groups[1].Value)];

    public static IReadOnlyDictionary<string, string> Open(string openFile) =>
        OpenLine().Matches(openFile).GroupBy(match => match.Groups[1].Value).ToDictionary(group => group.Key, group => group.First().Groups[2].Value.Trim());

    /// <summary>The ids in <c>[Requirement("…")]</c>, each with the file that cites it.</summary>
    public static IReadOnlyDictionary<string, string> Cited(IEnumerable<SourceFile> tests) =>
        (from file in tests
         from line in file.CodeLines
         from attribute in Citation().Matches(line.Text)
         from id in Id().Matches(attribute.Value)
         group file.Path by id.Value).ToDictionary(group => group.Key, group => group.First());

    public static IEnumerable<string> Violations(IReadOnlyList<string> defined, IReadOnlyDictionary<string, string> cited, IReadOnlyDictionary<string, string> open)
    {
        foreach (var twice in defined.GroupBy(id => id).Where(group => group.Count() > 1)) yield return $"{twice.Key} is defined {twice.Count()} times.";
        foreach (var id in defined.Distinct().Order(StringComparer.Ordinal))
        {
            if (!cited.ContainsKey(id) && !open.ContainsKey(id)) yield return $"{id} is neither cited by a test nor in OPEN.md.";
            if (cited.TryGetValue(id, out var test) && open.TryGetValue(id, out var reason) && !reason.StartsWith("partly:", StringComparison.Ordinal))
                yield return $"{id} is cited by {test}: take it out of OPEN.md, or say there what is still open (partly: …).";
        }
        foreach (var (id, why) in open.Where(line => line.Value.Length < 10)) yield return $"{id} is open without a reason ('{why}').";
        foreach (var id in open.Keys.Except(defined)) yield return $"OPEN.md names {id}, which the catalogue does not define.";
        foreach (var (id, test) in cited.Where(citation => !defined.Contains(citation.Key))) yield return $"{test} cites {id}, which the catalogue does not define.";
    }

    [GeneratedRegex(@"^\*\*([A-Z]{3}-\d\d) · ", RegexOptions.Multiline)]
    private static partial Regex Definition();

    [GeneratedRegex(@"^(?:- )?([A-Z]{3}-\d\d)\b(?: —)?(.*)$", RegexOptions.Multiline)]
    private static partial Regex OpenLine();

    [GeneratedRegex(@"\bRequirement\([^)]*\)")]
    private static partial Regex Citation();

    [GeneratedRegex(@"\b[A-Z]{3}-\d\d\b")]
    private static partial Regex Id();
}
