namespace Portal.Graph.Architecture.Tests;

/// <summary>A text file of the repository; <paramref name="Path"/> is relative to its root, with slashes.</summary>
public sealed record SourceFile(string Path, string Text)
{
    /// <summary>The lines that are code: without comments that stand alone.</summary>
    public IEnumerable<(int Number, string Text)> CodeLines => Text.Split('\n')
        .Select((text, i) => (Number: i + 1, Text: text))
        .Where(line => line.Text.TrimStart() is var code && !code.StartsWith("//") && !code.StartsWith("@*"));
}

/// <summary>The repository these tests were built from.</summary>
public static class SourceTree
{
    public static string Root { get; } = FindRoot();

    /// <summary>The files below a folder that people write; what a build or a package put there is left out.</summary>
    public static IReadOnlyList<SourceFile> Files(string folder, params string[] extensions) =>
        Directory.Exists(Path.Combine(Root, folder))
            ? [.. Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
                .Select(full => Path.GetRelativePath(Root, full).Replace('\\', '/'))
                .Where(path => extensions.Contains(Path.GetExtension(path)) && !path.Split('/').Any(part => part is "bin" or "obj" or "node_modules"))
                .Order(StringComparer.Ordinal)
                .Select(path => new SourceFile(path, File.ReadAllText(Path.Combine(Root, path))))]
            : [];

    /// <summary>The tests of the product: all but these, whose planted violations name what they must catch.</summary>
    public static IReadOnlyList<SourceFile> ProductTests() =>
        [.. Files("tests", ".cs").Where(file => !file.Path.StartsWith("tests/Architecture.Tests/"))];

    public static string? TextOrNull(string path) =>
        File.Exists(Path.Combine(Root, path)) ? File.ReadAllText(Path.Combine(Root, path)) : null;

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Portal.Graph.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("No Portal.Graph.sln above " + AppContext.BaseDirectory);
    }
}
