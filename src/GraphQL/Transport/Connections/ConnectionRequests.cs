using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Portal.GraphQL.Execution;

namespace Portal.GraphQL.Transport.Connections;

/// <summary>Requests as connections get them: in a message, in a body, and in the address.</summary>
internal sealed class ConnectionRequests(GraphQLHttpOptions options)
{
    private readonly RequestReader _reader = new(options);

    /// <summary>The request in the payload of a message.</summary>
    /// <exception cref="RequestRefusal">It is none.</exception>
    public GraphQLRequest Read(JsonElement payload, string correlationId) => _reader.Read(payload, correlationId);

    /// <summary>The request of a POST or GET, and the JSON in which its variables live.</summary>
    /// <exception cref="RequestRefusal">It is none.</exception>
    public async Task<(GraphQLRequest Request, JsonDocument? Json)> ReadAsync(HttpContext context)
    {
        var request = context.Request;
        if (HttpMethods.IsGet(request.Method) && options.AllowGet)
            return (_reader.Read(request.Query, context.TraceIdentifier), null);
        if (!HttpMethods.IsPost(request.Method))
        {
            context.Response.Headers.Allow = options.AllowGet ? "GET, POST" : "POST";
            throw new RequestRefusal(StatusCodes.Status405MethodNotAllowed, HttpErrorCodes.MethodNotAllowed, "Open an event stream with POST, or with GET when it changes nothing.");
        }
        if (!MediaTypes.IsJson(request.ContentType))
            throw new RequestRefusal(StatusCodes.Status415UnsupportedMediaType, HttpErrorCodes.UnsupportedMediaType, $"Send the request as {MediaTypes.Json} in UTF-8.");
        var json = await RequestBody.ReadAsync(request, options.MaxRequestBytes, context.RequestAborted);
        try
        {
            return (_reader.Read(json.RootElement, context.TraceIdentifier), json);
        }
        catch
        {
            json.Dispose();
            throw;
        }
    }

    /// <summary>Refuses a connection before it is one.</summary>
    public static async Task RefuseAsync(HttpContext context, RequestRefusal refusal)
    {
        using var result = ExecutionResult.Refused(refusal.Error);
        var response = context.Response;
        response.StatusCode = refusal.Status;
        if (refusal.Status == StatusCodes.Status503ServiceUnavailable)
            response.Headers.RetryAfter = "30";
        response.ContentType = MediaTypes.Json + "; charset=utf-8";
        response.ContentLength = result.Utf8.Length;
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.Append("Vary", "Accept");
        await response.Body.WriteAsync(result.Utf8, context.RequestAborted);
    }
}
