using Xunit;

namespace Portal.Graph.Testing;

/// <summary>
/// A test on data that lies beside the repository (<c>../shared/data</c>, or <c>PORTAL_SHARED_DATA</c>). Where the folder is missing the
/// test is reported as left out, with the folder's name.
/// </summary>
public sealed class SharedDataFactAttribute : FactAttribute
{
    /// <param name="folder">The folder under the data folder, such as <c>synthea/ma-2025</c>.</param>
    public SharedDataFactAttribute(string folder)
    {
        if (!Directory.Exists(SharedData.Folder(folder))) Skip = $"{SharedData.Folder(folder)} is not on this machine.";
    }
}

public static class SharedData
{
    private static readonly string Root = Environment.GetEnvironmentVariable("PORTAL_SHARED_DATA") is { Length: > 0 } named ? named : BesideTheRepository();

    public static string Folder(string name) => Path.Combine(Root, name);

    private static string BesideTheRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Portal.Graph.sln"))) folder = folder.Parent;
        return Path.Combine(folder?.Parent?.FullName ?? AppContext.BaseDirectory, "shared", "data");
    }
}
