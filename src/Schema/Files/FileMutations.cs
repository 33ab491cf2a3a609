using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Files;
using Portal.Graph.Schema.Platform;
using Portal.GraphQL.Building;

namespace Portal.Graph.Schema.Files;

// ATT-18
[MutationType, ClosedForMaintenance]
[RequiresPermission(
    Permission.AttachmentsUpload, Permission.ClaimsSubmit, Permission.RecoverySubmit, Permission.AuthSubmit, Permission.DisputesSubmit,
    Permission.AppealsSubmit, Permission.MaintenanceSubmit, Permission.CobSubmit,
    Permission.StaffIntake, Permission.StaffClaimsDecide, Permission.StaffAppealsWork, Permission.StaffProvidersWork, Permission.StaffContentEdit)]
public static class FileMutations
{
    /// <summary>Opens an upload that goes on after a cut connection. Its bytes go to its <c>url</c> by the tus protocol.</summary>
    /// <param name="name">The file's name; its extension declares the type.</param>
    /// <param name="size">Length of the file in bytes.</param>
    /// <param name="sha256">SHA-256 that the whole file must have, 64 hexadecimal digits; not compared when left out.</param>
    /// <param name="contentType">The declared media type; the name's extension alone counts when left out.</param>
    [PayloadField("upload")]
    [Error<FileTooLarge>, Error<FileTypeNotAllowed>, Error<FileEmpty>, Error<FileTypeMismatch>]
    public static Task<Outcome<FileUpload>> StartUploadAsync(
        string name, long size, string? sha256, string? contentType, FileUploads uploads, CancellationToken ct) =>
        uploads.StartAsync(new(name, contentType, size, sha256), ct);

    /// <summary>
    /// Gives the file that the upload has become; repeating it gives the same. A submission takes the file within 24 hours. It can be opened
    /// when its virus scan is over.
    /// </summary>
    /// <param name="uploadId">The upload's ID.</param>
    [PayloadField("file")]
    [Error<FileTooLarge>, Error<FileEmpty>, Error<FileTypeMismatch>, Error<FileInfected>, Error<UploadExpired>, Error<UploadChecksumMismatch>, Error<UploadIncomplete>]
    public static Task<Outcome<StoredFile>> CompleteUploadAsync([ID] string uploadId, FileUploads uploads, CancellationToken ct) =>
        uploads.CompleteAsync(uploadId, ct);
}
