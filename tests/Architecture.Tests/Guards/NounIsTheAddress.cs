namespace Portal.Graph.Architecture.Tests.Guards;

/// <summary>A capability has one folder name everywhere: what Schema and BackOffice show, Domain decides and a test proves.</summary>
public static class NounIsTheAddress
{
    /// <summary>What stands outside every capability: layout, plumbing, files that are served.</summary>
    private static readonly string[] NotCapabilities = ["Shared", "Platform", "Properties", "wwwroot"];

    public static IEnumerable<string> Violations(string project, IEnumerable<string> sources, IEnumerable<string> domain, IEnumerable<string> tests)
    {
        var known = Folders(domain).Union(Parts(domain)).ToHashSet();
        var proved = Folders(tests);
        foreach (var folder in Folders(sources).Except(NotCapabilities).Order(StringComparer.Ordinal))
        {
            if (!known.Contains(folder)) yield return $"src/{project}/{folder} has no src/Domain/{folder}: name it as its capability is named.";
            if (!proved.Contains(folder)) yield return $"src/{project}/{folder} has no tests in tests/{project}.Tests/{folder}.";
        }
    }

    /// <summary>The folders directly below a project, from paths such as <c>src/Schema/Claims/ClaimType.cs</c>.</summary>
    private static HashSet<string> Folders(IEnumerable<string> paths) =>
        [.. paths.Select(path => path.Split('/')).Where(parts => parts.Length > 3).Select(parts => parts[2])];

    /// <summary>The parts of the platform, such as <c>src/Domain/Platform/Work</c>: a page of theirs has their name too.</summary>
    private static IEnumerable<string> Parts(IEnumerable<string> domain) =>
        domain.Select(path => path.Split('/')).Where(parts => parts is ["src", "Domain", "Platform", _, _, ..]).Select(parts => parts[3]);
}
