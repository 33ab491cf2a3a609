using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Transport.Explorer;

namespace Portal.GraphQL.Transport;

/// <summary>Answers HTTP requests to the GraphQL address.</summary>
internal sealed class GraphQLHttpEndpoint(GraphQLExecutor executor, GraphQLHttpOptions options)
{
    public async Task HandleAsync(HttpContext context)
    {
        var request = context.Request;
        if (HttpMethods.IsPost(request.Method))
            await PostAsync(context);
        else if (options.Explorer && HttpMethods.IsGet(request.Method) && MediaTypes.WantsHtml(request))
            await ExplorerPage.SendAsync(context, "explorer.html");
        else
        {
            context.Response.Headers.Allow = HttpMethods.Post;
            await RefuseAsync(context, StatusCodes.Status405MethodNotAllowed, HttpErrorCodes.MethodNotAllowed, "Send GraphQL requests with POST.");
        }
    }

    private async Task PostAsync(HttpContext context)
    {
        if (MediaTypes.Negotiate(context.Request) is not { } mediaType)
        {
            await RefuseAsync(context, StatusCodes.Status406NotAcceptable, HttpErrorCodes.NotAcceptable,
                $"Answers come as {MediaTypes.GraphQLResponse} or {MediaTypes.Json}, in UTF-8: accept one of them.");
            return;
        }
        if (!MediaTypes.IsJson(context.Request.ContentType))
        {
            await RefuseAsync(context, StatusCodes.Status415UnsupportedMediaType, HttpErrorCodes.UnsupportedMediaType,
                $"Send the request as {MediaTypes.Json} in UTF-8.", mediaType);
            return;
        }
        var aborted = context.RequestAborted;
        JsonDocument? json = null;
        try
        {
            (var request, json) = await RequestBody.ReadAsync(context.Request, options.MaxRequestBytes, aborted);
            using var result = await executor.ExecuteAsync(request, context.RequestServices, context.User, aborted);
            await HttpAnswer.SendAsync(context, result, mediaType);
        }
        catch (RequestRefusal refusal)
        {
            await RefuseAsync(context, refusal.Status, refusal.Error.Code, refusal.Message, mediaType);
        }
        catch (OperationCanceledException) when (aborted.IsCancellationRequested)
        {
            // The client went away: there is nobody to answer.
        }
        finally
        {
            json?.Dispose();
        }
    }

    private static async Task RefuseAsync(HttpContext context, int status, string code, string message, string mediaType = MediaTypes.Json)
    {
        using var result = ExecutionResult.Refused(new GraphQLError(message, code));
        await HttpAnswer.SendAsync(context, result, mediaType, status);
    }
}
