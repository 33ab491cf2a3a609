using System.Reflection;
using System.Xml.Linq;

namespace Portal.Graph.Architecture.Tests.Guards;

/// <summary>Portal → Schema → GraphQL and Domain; Portal → BackOffice → Domain; GraphQL and Domain know nobody.</summary>
public static class ProjectReferences
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["GraphQL"] = [],
        ["Domain"] = [],
        ["Schema"] = ["GraphQL", "Domain"],
        ["BackOffice"] = ["Domain"],
        ["Portal"] = ["Schema", "BackOffice", "GraphQL", "Domain"],
    };

    public static IEnumerable<string> Violations(string project, IEnumerable<string> referenced) =>
        Allowed.TryGetValue(project, out var allowed)
            ? referenced.Where(name => Allowed.ContainsKey(name) && !allowed.Contains(name)).Select(name => $"{project} must not know {name}.")
            : [$"{project} is not a project of ARCHITECTURE section 1: give it a place in this guard."];

    /// <summary>The projects that a project file names.</summary>
    public static IEnumerable<string> InProjectFile(SourceFile project) =>
        XDocument.Parse(project.Text).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));

    /// <summary>The projects that a compiled assembly uses, whatever way they came to it.</summary>
    public static IEnumerable<string> InAssembly(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(reference => ProjectOf(reference.Name!));

    public static string ProjectOf(string assembly) => assembly == "Portal.GraphQL" ? "GraphQL" : assembly.Replace("Portal.Graph.", "");
}
