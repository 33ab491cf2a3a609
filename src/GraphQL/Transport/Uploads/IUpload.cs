namespace Portal.GraphQL.Transport.Uploads;

/// <summary>A file that came with a request; the value of the scalar <c>Upload</c>. It exists until the request is answered.</summary>
public interface IUpload
{
    /// <summary>The name that the client gave, without any folder. It is text of a stranger: never use it as a path.</summary>
    string FileName { get; }

    /// <summary>The media type that the client claims; null when it claims none.</summary>
    string? ContentType { get; }

    /// <summary>Bytes.</summary>
    long Length { get; }

    /// <summary>Opens the content from its beginning, as often as wanted; the caller disposes the stream.</summary>
    Stream OpenReadStream();
}
