using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Transport.Explorer;
using Portal.GraphQL.Transport.Uploads;

namespace Portal.GraphQL.Transport;

/// <summary>Answers HTTP requests to the GraphQL address.</summary>
internal sealed class GraphQLHttpEndpoint
{
    private readonly GraphQLExecutor _executor;
    private readonly GraphQLHttpOptions _options;
    private readonly ExplorerPage? _explorer;
    private readonly RequestReader _reader;
    private readonly HttpAnswer _answer;
    private readonly BatchRun _batches;
    private readonly UploadReader? _uploads;
    private readonly Func<HttpContext, string, Task> _get;
    private readonly Func<HttpContext, string, Task> _post;

    /// <param name="uploads">Null when files are not taken.</param>
    public GraphQLHttpEndpoint(GraphQLExecutor executor, GraphQLHttpOptions options, ExplorerPage? explorer, UploadReader? uploads = null)
    {
        _uploads = uploads;
        (_executor, _options, _explorer) = (executor, options, explorer);
        (_reader, _answer, _batches) = (new(options), new(options), new(executor));
        (_get, _post) = (GetAsync, PostAsync);
    }

    public Task HandleAsync(HttpContext context)
    {
        var request = context.Request;
        if (HttpMethods.IsPost(request.Method))
            return AnswerAsync(context, _post);
        if (HttpMethods.IsGet(request.Method))
        {
            if (_explorer is not null && MediaTypes.WantsHtml(request))
                return _explorer.SendAsync(context);
            if (_options.AllowGet)
                return AnswerAsync(context, _get);
        }
        context.Response.Headers.Allow = _options.AllowGet ? "GET, POST" : "POST";
        return _answer.RefuseAsync(context, StatusCodes.Status405MethodNotAllowed, HttpErrorCodes.MethodNotAllowed,
            _options.AllowGet ? "Send GraphQL requests with POST, or queries with GET." : "Send GraphQL requests with POST.");
    }

    private async Task AnswerAsync(HttpContext context, Func<HttpContext, string, Task> answer)
    {
        if (MediaTypes.Negotiate(context.Request) is not { } mediaType)
        {
            await _answer.RefuseAsync(context, StatusCodes.Status406NotAcceptable, HttpErrorCodes.NotAcceptable,
                $"Answers come as {MediaTypes.GraphQLResponse} or {MediaTypes.Json}, in UTF-8: accept one of them.");
            return;
        }
        try
        {
            await answer(context, mediaType);
        }
        catch (RequestRefusal refusal)
        {
            await _answer.RefuseAsync(context, refusal.Status, refusal.Error.Code, refusal.Message, mediaType);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException && context.RequestAborted.IsCancellationRequested)
        {
            // The client went away: there is nobody to answer.
        }
    }

    private async Task GetAsync(HttpContext context, string mediaType)
    {
        var request = _reader.Read(context.Request.Query, context.TraceIdentifier);
        using var result = await _executor.ExecuteAsync(request, context.RequestServices, context.User, context.RequestAborted);
        await _answer.SendAsync(context, result, mediaType);
    }

    private async Task PostAsync(HttpContext context, string mediaType)
    {
        if (context.Request.Headers.ContentEncoding is { Count: > 0 } coding && !string.Equals(coding, "identity", StringComparison.OrdinalIgnoreCase))
        {
            context.Response.Headers.AcceptEncoding = "identity";
            throw new RequestRefusal(StatusCodes.Status415UnsupportedMediaType, HttpErrorCodes.UnsupportedMediaType, "Send the body as it is: it must not be compressed.");
        }
        if (_uploads is not null && UploadReader.IsMultipart(context.Request.ContentType))
        {
            using var multipart = await _uploads.ReadAsync(context, _options.MaxRequestBytes);
            await RunAsync(context, multipart.Json, mediaType);
            return;
        }
        if (!MediaTypes.IsJson(context.Request.ContentType))
            throw new RequestRefusal(StatusCodes.Status415UnsupportedMediaType, HttpErrorCodes.UnsupportedMediaType, $"Send the request as {MediaTypes.Json} in UTF-8.");
        using var json = await RequestBody.ReadAsync(context.Request, _options.MaxRequestBytes, context.RequestAborted);
        await RunAsync(context, json.RootElement, mediaType);
    }

    private async Task RunAsync(HttpContext context, JsonElement json, string mediaType)
    {
        if (json.ValueKind == JsonValueKind.Array)
        {
            using var answers = await _batches.ExecuteAsync(_reader.ReadBatch(json, context.TraceIdentifier), context);
            await _answer.SendAsync(context, answers.WrittenMemory, mediaType, StatusCodes.Status200OK);
            return;
        }
        var request = _reader.Read(json, context.TraceIdentifier);
        using var result = await _executor.ExecuteAsync(request, context.RequestServices, context.User, context.RequestAborted);
        await _answer.SendAsync(context, result, mediaType);
    }
}
