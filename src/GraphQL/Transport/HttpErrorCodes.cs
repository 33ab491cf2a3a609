namespace Portal.GraphQL.Transport;

/// <summary>The codes (<c>extensions.code</c>) of requests that are refused before anything is executed.</summary>
public static class HttpErrorCodes
{
    public const string InvalidJson = "INVALID_JSON";
    public const string InvalidUtf8 = "INVALID_UTF8";
    public const string DuplicateKey = "DUPLICATE_KEY";
    public const string MethodNotAllowed = Execution.ErrorCodes.MethodNotAllowed;
    public const string NotAcceptable = "NOT_ACCEPTABLE";
    public const string UnsupportedMediaType = "UNSUPPORTED_MEDIA_TYPE";
    public const string BatchingNotSupported = "BATCHING_NOT_SUPPORTED";
    public const string PreflightRequired = "PREFLIGHT_REQUIRED";
    public const string BatchTooLarge = "BATCH_TOO_LARGE";

    /// <summary>The server holds as many connections as it can.</summary>
    public const string TooManyConnections = "TOO_MANY_CONNECTIONS";

    /// <summary>The connection runs as many operations as it may.</summary>
    public const string TooManyOperations = "TOO_MANY_OPERATIONS";

    /// <summary>The request names a reserved event stream, which this server does not offer.</summary>
    public const string StreamNotFound = "STREAM_NOT_FOUND";
}
