using System.Collections.Frozen;
using System.Text.Json;

namespace Portal.GraphQL.Execution.Persisted;

/// <summary>
/// The trusted list: documents that were written when the clients were built, read once from a folder (each file
/// <c>ID.graphql</c>) or from a manifest: a JSON object of id and document as relay-compiler writes it, or Apollo's
/// <c>apollo-persisted-query-manifest</c>.
/// </summary>
public sealed class TrustedDocuments : IDocumentStore
{
    private readonly FrozenDictionary<string, string> _byId;

    private TrustedDocuments(IEnumerable<KeyValuePair<string, string>> documents) => _byId = documents.ToFrozenDictionary(StringComparer.Ordinal);

    public int Count => _byId.Count;

    /// <summary>Reads a folder or a manifest.</summary>
    /// <exception cref="InvalidDataException">The file is not a manifest.</exception>
    /// <exception cref="IOException">There is no such folder or file.</exception>
    public static TrustedDocuments Load(string path) => Directory.Exists(path)
        ? new(Directory.EnumerateFiles(path, "*.graphql").Select(f => KeyValuePair.Create(Path.GetFileNameWithoutExtension(f), File.ReadAllText(f))))
        : new(Manifest(path));

    public ValueTask<string?> FindAsync(string documentId, CancellationToken cancellationToken) => new(_byId.GetValueOrDefault(documentId));

    private static List<KeyValuePair<string, string>> Manifest(string path)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path), new() { AllowDuplicateProperties = false });
            var root = json.RootElement;
            return root.TryGetProperty("operations", out var operations) && operations.ValueKind == JsonValueKind.Array
                ? [.. operations.EnumerateArray().Select(o => KeyValuePair.Create(o.GetProperty("id").GetString()!, o.GetProperty("body").GetString()!))]
                : [.. root.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, p.Value.GetString()!))];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new InvalidDataException($"{path} is not a manifest of documents: {e.Message}", e);
        }
    }
}
