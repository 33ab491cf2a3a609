using System.Globalization;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Files;

namespace Portal.Graph.Host.Files;

/// <summary>A refusal as problem details (RFC 9457) with its code, and the status that HTTP and tus have for it.</summary>
internal static class RefusalProblems
{
    private const int ChecksumMismatch = 460;

    public static IResult ToProblem(this IReadOnlyList<Refusal> refusals) => refusals[0].ToProblem();

    public static IResult ToProblem(this Refusal refusal)
    {
        var more = new Dictionary<string, object?> { ["code"] = refusal.Code };
        if (refusal.Path is { } path) more["path"] = path;
        if (refusal is FileTooLarge { LimitBytes: var limit }) more["limitBytes"] = limit;
        if (refusal is FileTypeNotAllowed { Allowed: var allowed }) more["allowed"] = allowed;
        var problem = Results.Problem(detail: refusal.Message, statusCode: StatusOf(refusal), title: refusal.Code, extensions: more);
        return new WithHeaders(problem, refusal);
    }

    private static int StatusOf(Refusal refusal) => refusal switch
    {
        NotSignedIn => StatusCodes.Status401Unauthorized,
        Forbidden or ImpersonationReadOnly => StatusCodes.Status403Forbidden,
        NotFound => StatusCodes.Status404NotFound,
        UploadExpired => StatusCodes.Status410Gone,
        FileTooLarge => StatusCodes.Status413PayloadTooLarge,
        FileTypeNotAllowed or FileTypeMismatch => StatusCodes.Status415UnsupportedMediaType,
        FileEmpty or FileInfected => StatusCodes.Status422UnprocessableEntity,
        UploadChecksumMismatch => ChecksumMismatch,
        DocumentNotYetAvailable or UploadIncomplete or ConcurrentChange => StatusCodes.Status409Conflict,
        RateLimited => StatusCodes.Status429TooManyRequests,
        MaintenanceMode => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status400BadRequest,
    };

    private sealed class WithHeaders(IResult problem, Refusal refusal) : IResult
    {
        public Task ExecuteAsync(HttpContext context)
        {
            var headers = context.Response.Headers;
            headers.CacheControl = "no-store";
            if (refusal is NotSignedIn) headers.WWWAuthenticate = "Bearer";
            if (refusal is MaintenanceMode { Until: var until }) headers.RetryAfter = until.ToString("R", CultureInfo.InvariantCulture);
            return problem.ExecuteAsync(context);
        }
    }
}
