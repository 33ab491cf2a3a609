using Portal.Graph.Domain.Platform.Files;

namespace Portal.Graph.Host.Files;

/// <summary>A stored file as JSON.</summary>
internal sealed record FileAnswer(string Id, string Name, long Size, string ContentType, string Sha256, string ScanState, string Url)
{
    public static FileAnswer Of(StoredFile file, FileIds ids)
    {
        var id = ids.Encode(file.Id);
        return new(id, file.Name, file.SizeBytes, file.ContentType, file.Sha256, file.ScanState.ToString().ToUpperInvariant(), $"/files/{id}");
    }
}
