using System.Text.RegularExpressions;

namespace Portal.Graph.Architecture.Tests.Guards;

/// <summary>No wall clock, nothing left for later. The analyzer bans the clock too; this also sees Razor pages and comments.</summary>
public static partial class FinishedWork
{
    public static IEnumerable<string> Violations(IEnumerable<SourceFile> files) =>
        from file in files
        from line in file.Text.Split('\n').Select((text, i) => (Number: i + 1, Text: text))
        let hit = Unfinished().Match(line.Text)
        where hit.Success
        select $"{file.Path}:{line.Number}: {hit.Value}";

    [GeneratedRegex(@"\bDateTime(?:Offset)?\.(?:Now|UtcNow|Today)\b|\bNotImplementedException\b|\b(?:TODO|FIXME)\b")]
    private static partial Regex Unfinished();
}
