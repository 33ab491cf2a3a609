namespace Portal.GraphQL.Execution;

/// <summary>The codes (<c>extensions.code</c>) of errors that the executor and the transport give.</summary>
public static class ErrorCodes
{
    /// <summary>A fault; the log has it under the <c>correlationId</c> of the error's extensions.</summary>
    public const string InternalError = "INTERNAL_ERROR";

    /// <summary>The request took longer than it may.</summary>
    public const string DeadlineExceeded = "DEADLINE_EXCEEDED";

    /// <summary>A variable is missing or does not fit its type.</summary>
    public const string InvalidVariable = "INVALID_VARIABLE";

    /// <summary>An argument does not fit its type.</summary>
    public const string InvalidArgument = "INVALID_ARGUMENT";

    /// <summary>The document has no such operation, or several and none was named.</summary>
    public const string UnknownOperation = "UNKNOWN_OPERATION";

    /// <summary>The schema (or the transport) does not do operations of this kind.</summary>
    public const string OperationNotSupported = "OPERATION_NOT_SUPPORTED";

    /// <summary>A field that cannot be null has no value.</summary>
    public const string NonNullViolation = "NON_NULL_VIOLATION";

    /// <summary>A value does not fit the type of its field.</summary>
    public const string InvalidResult = "INVALID_RESULT";

    /// <summary>The caller is not signed in.</summary>
    public const string NotSignedIn = "NOT_SIGNED_IN";

    /// <summary>The caller is signed in but not allowed to.</summary>
    public const string Forbidden = "FORBIDDEN";

    /// <summary>The request is not one: no JSON, no query, wrong shapes.</summary>
    public const string BadRequest = "BAD_REQUEST";

    /// <summary>No document has this id.</summary>
    public const string UnknownDocument = "UNKNOWN_DOCUMENT";

    /// <summary>A request that may only be a query, because it came with GET, is something else.</summary>
    public const string MethodNotAllowed = "METHOD_NOT_ALLOWED";

    /// <summary>No document has this hash yet; the client sends hash and document together once.</summary>
    public const string PersistedQueryNotFound = "PERSISTED_QUERY_NOT_FOUND";

    /// <summary>The server does not learn documents from clients.</summary>
    public const string PersistedQueryNotSupported = "PERSISTED_QUERY_NOT_SUPPORTED";

    /// <summary>The hash beside a document is not its SHA-256.</summary>
    public const string PersistedQueryMismatch = "PERSISTED_QUERY_MISMATCH";

    /// <summary>Only documents of the trusted list are executed here.</summary>
    public const string TrustedDocumentsOnly = "TRUSTED_DOCUMENTS_ONLY";

    /// <summary>The answer would be larger than the server sends.</summary>
    public const string ResponseTooLarge = "RESPONSE_TOO_LARGE";

    /// <summary>There are more errors than are told.</summary>
    public const string TooManyErrors = "TOO_MANY_ERRORS";

    /// <summary>The body is larger than the server takes.</summary>
    public const string RequestTooLarge = "REQUEST_TOO_LARGE";
}
