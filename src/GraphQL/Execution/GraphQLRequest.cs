using System.Text.Json;

namespace Portal.GraphQL.Execution;

/// <summary>What a client asks for.</summary>
/// <param name="Query">The text of the document; may be missing when <paramref name="DocumentId"/> names one.</param>
/// <param name="OperationName">Which operation of the document; needed only when it has several.</param>
/// <param name="Variables">A JSON object, or undefined.</param>
/// <param name="DocumentId">The id of a document that the server knows (see <see cref="IDocumentStore"/>).</param>
/// <param name="Extensions">What the client sent besides; undefined for nothing.</param>
public sealed record GraphQLRequest(
    string? Query,
    string? OperationName = null,
    JsonElement Variables = default,
    string? DocumentId = null,
    JsonElement Extensions = default)
{
    /// <summary>The parent of root fields.</summary>
    public object RootValue { get; init; } = new();

    /// <summary>Whether anything but a query is refused, as for GET, which must not change anything.</summary>
    public bool QueriesOnly { get; init; }

    /// <summary>What answers and logs call this request; null for one of its own when something fails.</summary>
    public string? CorrelationId { get; init; }
}

/// <summary>Documents that clients name instead of sending them.</summary>
public interface IDocumentStore
{
    /// <summary>The text of the document, or null when no document has the id.</summary>
    ValueTask<string?> FindAsync(string documentId, CancellationToken cancellationToken);
}
