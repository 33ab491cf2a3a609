using System.Reflection;

namespace Portal.GraphQL.Transport.Explorer;

/// <summary>What the explorer page shows besides the schema.</summary>
public sealed class ExplorerOptions
{
    private readonly List<ExplorerExample> _examples = [];

    /// <summary>The name of the page.</summary>
    public string Title { get; set; } = "GraphQL explorer";

    /// <summary>Headers that the page sends with every request. Whoever may open the page reads them: no secrets.</summary>
    public IDictionary<string, string> Headers { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Ways to sign in from the page, each a form; a bearer token can always be pasted.</summary>
    public IList<ExplorerSignIn> SignIns { get; } = [];

    /// <summary>Operations to start from, as the page lists them.</summary>
    public IReadOnlyList<ExplorerExample> Examples => _examples;

    /// <summary>Adds one example after those there are.</summary>
    public ExplorerOptions AddExample(ExplorerExample example)
    {
        _examples.Add(example);
        return this;
    }

    /// <summary>
    /// Adds the <c>.graphql</c> files embedded in an assembly under names <c>FOLDER/GROUP/NAME.graphql</c>, in the order of
    /// their names; <c>NAME.variables.json</c> beside one holds its variables.
    /// </summary>
    /// <exception cref="InvalidOperationException">There are none.</exception>
    public ExplorerOptions AddExamples(Assembly assembly, string folder)
    {
        var files = assembly.GetManifestResourceNames().Where(n => n.StartsWith(folder + "/", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        var documents = files.Where(n => n.EndsWith(".graphql", StringComparison.Ordinal)).ToList();
        if (documents.Count == 0) throw new InvalidOperationException($"{assembly.GetName().Name} has no embedded {folder}/**/*.graphql.");
        foreach (var file in documents)
        {
            var variables = Path.ChangeExtension(file, ".variables.json");
            _examples.Add(ExplorerExample.Parse(file[(folder.Length + 1)..], Read(assembly, file), files.Contains(variables) ? Read(assembly, variables) : ""));
        }
        return this;
    }

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
