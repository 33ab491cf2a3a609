namespace Portal.GraphQL.Transport.Uploads;

/// <summary>An upload in a temporary file, which is deleted when this is disposed.</summary>
internal sealed class UploadedFile : IUpload, IDisposable
{
    private readonly FileStream _file;

    public UploadedFile(string directory, string fileName, string? contentType)
    {
        (FileName, ContentType) = (fileName, contentType);
        // Deleted when it is closed, which happens also when the process ends in an orderly way.
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Read | FileShare.Delete,
            Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        _file = new FileStream(Path.Combine(directory, $"upload-{Guid.NewGuid():n}.tmp"), options);
    }

    public string FileName { get; }
    public string? ContentType { get; }
    public long Length => _file.Length;

    public Stream OpenReadStream() => new FileStream(_file.Name, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 4096, FileOptions.Asynchronous);

    public ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) => _file.WriteAsync(bytes, cancellationToken);

    public Task FlushAsync(CancellationToken cancellationToken) => _file.FlushAsync(cancellationToken);

    public void Dispose() => _file.Dispose();
}
