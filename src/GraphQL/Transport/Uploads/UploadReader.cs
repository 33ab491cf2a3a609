using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Portal.GraphQL.Execution;

namespace Portal.GraphQL.Transport.Uploads;

/// <summary>Reads requests of the GraphQL multipart request specification.</summary>
internal sealed class UploadReader(UploadScalar scalar, IOptions<UploadOptions> options)
{
    private const int LongestBoundary = 70;

    private readonly UploadOptions _options = options.Value;

    public static bool IsMultipart(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type) && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase);

    /// <summary>The request with its files on disk; disposing it deletes them.</summary>
    /// <param name="maxJsonBytes">How large <c>operations</c> and <c>map</c> may each be.</param>
    /// <exception cref="RequestRefusal">It is not such a request, or larger than allowed.</exception>
    public async Task<MultipartRequest> ReadAsync(HttpContext context, int maxJsonBytes)
    {
        var request = context.Request;
        if (!_options.PreflightHeaders.Any(h => !string.IsNullOrEmpty(request.Headers[h])))
            throw Bad(HttpErrorCodes.PreflightRequired, $"A multipart request must have the header '{_options.PreflightHeaders[0]}: 1', which no foreign page can add.");
        var boundary = HeaderUtilities.RemoveQuotes(MediaTypeHeaderValue.Parse(request.ContentType).Boundary).ToString();
        if (boundary.Length is 0 or > LongestBoundary)
            throw Bad(ErrorCodes.BadRequest, "The multipart body has no usable boundary.");
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = _options.MaxTotalBytes + 3L * maxJsonBytes;
        var multipart = new MultipartRequest(scalar, _options);
        try
        {
            await multipart.ReadAsync(new MultipartReader(boundary, request.Body) { HeadersCountLimit = 8, HeadersLengthLimit = 4096 }, maxJsonBytes, context.RequestAborted);
            return multipart;
        }
        catch (Exception e)
        {
            multipart.Dispose();
            if (context.RequestAborted.IsCancellationRequested)
                throw;
            throw e switch
            {
                BadHttpRequestException bad => RequestBody.Unreadable(bad),
                InvalidDataException or IOException => Bad(ErrorCodes.BadRequest, "The multipart body could not be read."),
                _ => e,
            };
        }
    }

    private static RequestRefusal Bad(string code, string message) => new(StatusCodes.Status400BadRequest, code, message);
}
