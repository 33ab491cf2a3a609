using Microsoft.AspNetCore.Http;
using Portal.GraphQL.Execution;

namespace Portal.GraphQL.Transport;

/// <summary>Sends an answer with the status that the GraphQL over HTTP draft asks for.</summary>
internal static class HttpAnswer
{
    private static readonly string GraphQLResponseType = MediaTypes.GraphQLResponse + "; charset=utf-8";
    private static readonly string JsonType = MediaTypes.Json + "; charset=utf-8";

    public static async Task SendAsync(HttpContext context, ExecutionResult result, string mediaType, int? status = null)
    {
        var response = context.Response;
        response.StatusCode = status ?? StatusOf(result, mediaType);
        response.ContentType = mediaType == MediaTypes.GraphQLResponse ? GraphQLResponseType : JsonType;
        response.ContentLength = result.Utf8.Length;
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.Append("Vary", "Accept");
        await response.BodyWriter.WriteAsync(result.Utf8, context.RequestAborted);
    }

    /// <summary>
    /// Plain JSON: a request that could be read is answered with 200, whatever became of it, because old clients take any
    /// other status for a broken connection. The response media type tells a refused request (no data) by its status.
    /// </summary>
    private static int StatusOf(ExecutionResult result, string mediaType) =>
        mediaType != MediaTypes.GraphQLResponse || result.IsExecuted ? StatusCodes.Status200OK
        : result.Errors.Any(e => e.Code == ErrorCodes.InternalError) ? StatusCodes.Status500InternalServerError
        : StatusCodes.Status400BadRequest;
}
