using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Files;
using Portal.GraphQL.Building;

namespace Portal.Graph.Schema.Files;

[QueryType, Authorize]
public static class FileQueries
{
    // ATT-17
    /// <summary>A file that you may open, and how far its virus scan is; one that is another's and none look alike.</summary>
    /// <param name="id">The file's ID.</param>
    public static Task<Outcome<StoredFile>> GetFileAsync([ID<StoredFile>] long id, FileReads reads, CancellationToken ct) => reads.FindAsync(id, ct);
}
