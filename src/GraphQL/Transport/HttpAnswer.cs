using Microsoft.AspNetCore.Http;
using Portal.GraphQL.Execution;

namespace Portal.GraphQL.Transport;

/// <summary>Sends an answer with the status and headers that the GraphQL over HTTP draft asks for.</summary>
internal sealed class HttpAnswer(GraphQLHttpOptions options)
{
    private static readonly string GraphQLResponseType = MediaTypes.GraphQLResponse + "; charset=utf-8";
    private static readonly string JsonType = MediaTypes.Json + "; charset=utf-8";

    private readonly string _vary = options.Compress ? "Accept, Accept-Encoding" : "Accept";

    public async Task RefuseAsync(HttpContext context, int status, string code, string message, string mediaType = MediaTypes.Json)
    {
        using var result = ExecutionResult.Refused(new GraphQLError(message, code));
        await SendAsync(context, result.Utf8, mediaType, status);
    }

    public Task SendAsync(HttpContext context, ExecutionResult result, string mediaType)
    {
        var status = StatusOf(result, mediaType);
        if (status == StatusCodes.Status405MethodNotAllowed)
            context.Response.Headers.Allow = HttpMethods.Post;
        return HttpMethods.IsGet(context.Request.Method) && status == StatusCodes.Status200OK && result.Errors.Count == 0
            ? SendTaggedAsync(context, result.Utf8, mediaType)
            : SendAsync(context, result.Utf8, mediaType, status);
    }

    public Task SendAsync(HttpContext context, ReadOnlyMemory<byte> body, string mediaType, int status)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = "no-store";
        headers.Append("Vary", _vary);
        return WriteAsync(context, body, mediaType, status);
    }

    /// <summary>An answer to GET, which a client may keep and ask about: 304 when it has the same one.</summary>
    private Task SendTaggedAsync(HttpContext context, ReadOnlyMemory<byte> body, string mediaType)
    {
        var headers = context.Response.Headers;
        var tag = EntityTag.Of(body.Span);
        headers.ETag = tag;
        headers.CacheControl = options.GetCacheControl;
        headers.Append("Vary", _vary + ", Authorization");
        if (!EntityTag.IsKnown(context.Request, tag))
            return WriteAsync(context, body, mediaType, StatusCodes.Status200OK);
        context.Response.StatusCode = StatusCodes.Status304NotModified;
        return Task.CompletedTask;
    }

    private async Task WriteAsync(HttpContext context, ReadOnlyMemory<byte> body, string mediaType, int status)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = mediaType == MediaTypes.GraphQLResponse ? GraphQLResponseType : JsonType;
        response.Headers.XContentTypeOptions = "nosniff";
        using var compressed = options.Compress && body.Length >= options.MinCompressedBytes ? CompressedAnswer.For(context.Request, body.Span) : null;
        if (compressed is not null)
        {
            response.Headers.ContentEncoding = compressed.Coding;
            body = compressed.Bytes;
        }
        response.ContentLength = body.Length;
        await response.BodyWriter.WriteAsync(body, context.RequestAborted);
    }

    /// <summary>
    /// Plain JSON: a request that could be read is answered with 200, whatever became of it, because old clients take any
    /// other status for a broken connection. The response media type tells a refused request (no data) by its status.
    /// </summary>
    private static int StatusOf(ExecutionResult result, string mediaType) =>
        result.IsExecuted ? StatusCodes.Status200OK
        : result.Errors.Any(e => e.Code == ErrorCodes.MethodNotAllowed) ? StatusCodes.Status405MethodNotAllowed
        : mediaType != MediaTypes.GraphQLResponse ? StatusCodes.Status200OK
        : result.Errors.Any(e => e.Code == ErrorCodes.InternalError) ? StatusCodes.Status500InternalServerError
        : StatusCodes.Status400BadRequest;
}
