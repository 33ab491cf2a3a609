namespace Portal.Graph.Architecture.Tests.Guards;

/// <summary>One concept per file.</summary>
public static class SmallFiles
{
    public const int MostLines = 300;

    public static IEnumerable<string> Violations(IEnumerable<SourceFile> files) =>
        from file in files
        let lines = file.Text.TrimEnd('\n').Split('\n').Length
        where lines > MostLines
        select $"{file.Path} has {lines} lines: more than {MostLines} are more than one concept.";
}
