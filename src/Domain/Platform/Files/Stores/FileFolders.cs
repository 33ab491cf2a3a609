using Microsoft.Extensions.Configuration;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Files.Stores;

/// <summary>
/// Folders on this machine: <c>Files:Directory</c> (default <c>files</c> in the data directory) with the contents of the folder store and
/// <c>uploads</c>, in which unfinished uploads grow. Processes that share a database share the uploads too.
/// </summary>
public sealed class FileFolders
{
    public FileFolders(IConfiguration configuration, PortalStorage storage)
    {
        var root = Path.GetFullPath(configuration["Files:Directory"] is { Length: > 0 } named ? named : Path.Combine(storage.DataDirectory, "files"));
        (Contents, Uploads) = (Path.Combine(root, "contents"), Path.Combine(root, "uploads"));
    }

    public string Contents { get; }
    public string Uploads { get; }

    /// <summary>The file in which an upload grows; the name says nothing to who reads the folder's listing.</summary>
    public string DraftOf(string token)
    {
        Directory.CreateDirectory(Uploads);
        return Path.Combine(Uploads, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(token))));
    }
}
