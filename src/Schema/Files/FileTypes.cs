using Portal.Graph.Domain.Platform.Files;
using Portal.GraphQL.Building;

namespace Portal.Graph.Schema.Files;

[ObjectType<StoredFile>(Fields =
[
    nameof(StoredFile.Name), nameof(StoredFile.ContentType), nameof(StoredFile.SizeBytes), nameof(StoredFile.Sha256), nameof(StoredFile.ScanState),
    nameof(StoredFile.CreatedAt),
])]
public static class StoredFileType
{
    /// <summary>Opaque ID; <c>GET /files/{id}</c> sends the bytes as an attachment once the file is CLEAN.</summary>
    [ID<StoredFile>]
    public static long GetId([Parent] StoredFile file) => file.Id;
}

[ObjectType<FileUpload>(Fields = [nameof(FileUpload.Name), nameof(FileUpload.Length), nameof(FileUpload.MaxBytes), nameof(FileUpload.ExpiresAt)])]
public static class FileUploadType
{
    /// <summary>The upload's ID, for <c>completeUpload</c>.</summary>
    [ID]
    public static string GetId([Parent] FileUpload upload) => upload.Token;

    /// <summary>Where the bytes go by the tus protocol 1.0.0 (PATCH, HEAD, DELETE), relative to this server.</summary>
    public static string GetUrl([Parent] FileUpload upload) => $"/uploads/{upload.Token}";
}
