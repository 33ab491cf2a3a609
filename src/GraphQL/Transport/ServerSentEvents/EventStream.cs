using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Transport.WebSockets;

namespace Portal.GraphQL.Transport.ServerSentEvents;

/// <summary>The body of an answer as a stream of events. JSON as the library writes it has no line breaks, so one line holds it.</summary>
internal sealed class EventStream(HttpContext context, TimeSpan timeout, TimeProvider time)
{
    private static readonly byte[] NextHead = "event: next\ndata: "u8.ToArray();
    private static readonly byte[] End = "\n\n"u8.ToArray();

    // With a line of data: browsers do not report an event without.
    private static readonly byte[] Complete = "event: complete\ndata: \n\n"u8.ToArray();
    private static readonly byte[] Comment = ":\n\n"u8.ToArray();

    /// <summary>Sends the head at once, so that the client knows that it is connected.</summary>
    public Task StartAsync(CancellationToken ending)
    {
        var response = context.Response;
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = EventStreamEndpoint.MediaType + "; charset=utf-8";
        response.Headers.CacheControl = "no-store, no-transform";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.Append("Vary", "Accept");
        // Proxies such as nginx would hold events back until their buffer is full.
        response.Headers["X-Accel-Buffering"] = "no";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        return WriteAsync(ending, Comment);
    }

    public Task NextAsync(ExecutionResult result, CancellationToken ending) => WriteAsync(ending, NextHead, result.Utf8, End);

    public Task CompleteAsync(CancellationToken ending) => WriteAsync(ending, Complete);

    public Task CommentAsync(CancellationToken ending) => WriteAsync(ending, Comment);

    private async Task WriteAsync(CancellationToken ending, params ReadOnlyMemory<byte>[] parts)
    {
        using var limit = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, ending);
        try
        {
            foreach (var part in parts)
                await context.Response.Body.WriteAsync(part, either.Token);
            await context.Response.Body.FlushAsync(either.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !ending.IsCancellationRequested)
        {
            throw new SlowReaderException();
        }
    }
}
