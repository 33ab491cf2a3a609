namespace Portal.GraphQL.Transport.Uploads;

/// <summary>Settings of uploads by the multipart request specification.</summary>
public sealed class UploadOptions
{
    /// <summary>A larger file (bytes) is refused with status 413.</summary>
    public long MaxFileBytes { get; set; } = 10 * 1024 * 1024;

    /// <summary>More than this (bytes) of all files of a request is refused with status 413.</summary>
    public long MaxTotalBytes { get; set; } = 25 * 1024 * 1024;

    /// <summary>More files in one request are refused with status 413.</summary>
    public int MaxFiles { get; set; } = 10;

    /// <summary>Where files lie while their request runs.</summary>
    public string Directory { get; set; } = Path.GetTempPath();

    /// <summary>
    /// Headers of which a request must have one, with any value. A browser sends multipart bodies to any site without asking it
    /// first, but asks before it adds such a header: whoever has it was not tricked into sending the form (CSRF).
    /// </summary>
    public IList<string> PreflightHeaders { get; } = ["GraphQL-Preflight", "Apollo-Require-Preflight", "X-Apollo-Operation-Name", "X-Requested-With"];
}
