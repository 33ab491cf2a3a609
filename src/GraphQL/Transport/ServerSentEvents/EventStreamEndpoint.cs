using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Instrumentation;
using Portal.GraphQL.Transport.Connections;
using Portal.GraphQL.Transport.WebSockets;

namespace Portal.GraphQL.Transport.ServerSentEvents;

/// <summary>
/// Answers requests that accept <c>text/event-stream</c>, as the protocol graphql-sse has it in its distinct connections mode: one
/// operation per request, <c>next</c> for each result, <c>complete</c> at the end. Its single connection mode is not offered.
/// </summary>
internal sealed class EventStreamEndpoint(ConnectionServices services)
{
    public const string MediaType = "text/event-stream";

    public static bool IsWanted(HttpRequest request)
    {
        foreach (var header in request.Headers.Accept)
            if (header is not null && header.Contains(MediaType, StringComparison.OrdinalIgnoreCase))
                return MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var wishes)
                    && wishes.Any(w => w.MediaType.Equals(MediaType, StringComparison.OrdinalIgnoreCase) && (w.Quality ?? 1) > 0);
        return false;
    }

    /// <summary>Executes the request and streams its results until it is over, the caller may not read on, or either side goes.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        JsonDocument? json = null;
        try
        {
            if (IsSingleConnectionMode(context.Request))
                throw new RequestRefusal(StatusCodes.Status404NotFound, HttpErrorCodes.StreamNotFound,
                    "There is no reserved stream: every operation has a stream of its own here (distinct connections mode).");
            (var request, json) = await services.Requests.ReadAsync(context);
            await CountedAsync(context, request);
        }
        catch (RequestRefusal refusal)
        {
            await ConnectionRequests.RefuseAsync(context, refusal);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client went away: there is nobody to answer.
        }
        finally
        {
            json?.Dispose();
        }
    }

    private async Task CountedAsync(HttpContext context, GraphQLRequest request)
    {
        if (!services.Gate.TryEnter())
            throw ConnectionGate.Full();
        SubscriptionTelemetry.ConnectionOpened("sse");
        try
        {
            await ServeAsync(context, request);
        }
        finally
        {
            services.Gate.Leave();
            SubscriptionTelemetry.ConnectionClosed("sse", 0);
        }
    }

    // A token that only a server in single connection mode could have given.
    private static bool IsSingleConnectionMode(HttpRequest request) =>
        request.Headers.ContainsKey("X-GraphQL-Event-Stream-Token") || request.Query.ContainsKey("token");

    private async Task ServeAsync(HttpContext context, GraphQLRequest request)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, services.Stopping);
        var caller = await services.Authenticator.AuthenticateAsync(context, default, ending.Token);
        if (caller is null || services.Options.RequireUser && caller.User.Identity is not { IsAuthenticated: true })
            throw new RequestRefusal(StatusCodes.Status401Unauthorized, ErrorCodes.NotSignedIn, "Sign in and send the token to open a stream.");
        var scopes = new ConnectionScopes(caller, services.Authenticator, services.Scopes, services.Time);
        var stream = new EventStream(context, services.Options.SendTimeout, services.Time);
        var results = services.Executor.SubscribeAsync(request, scopes, ending.Token).GetAsyncEnumerator(ending.Token);
        var next = Task.FromResult(false);
        try
        {
            await stream.StartAsync(ending.Token);
            next = results.MoveNextAsync().AsTask();
            while (await ArrivesAsync(next, stream, scopes, ending.Token) && await next)
            {
                using (var result = results.Current)
                    await stream.NextAsync(result, ending.Token);
                next = results.MoveNextAsync().AsTask();
            }
            await stream.CompleteAsync(ending.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or SlowReaderException)
        {
            // The client went away or does not read, or the server stops: the stream breaks off, and a client that wants more comes again.
            if (e is SlowReaderException)
                context.Abort();
        }
        finally
        {
            await ending.CancelAsync();
            await next.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            await results.DisposeAsync();
        }
    }

    /// <summary>Waits for the next result and gives signs of life meanwhile; false when the caller may not read on, which the stream has been told.</summary>
    private async Task<bool> ArrivesAsync(Task<bool> next, EventStream stream, ConnectionScopes scopes, CancellationToken ending)
    {
        while (true)
        {
            var pause = scopes.UntilNextCheck(services.Options.RevalidateInterval < services.Options.KeepAliveInterval ? services.Options.RevalidateInterval : services.Options.KeepAliveInterval);
            if (next.IsCompleted || await Task.WhenAny(next, Task.Delay(pause, services.Time, ending)) == next)
                return true;
            ending.ThrowIfCancellationRequested();
            if (!await scopes.CheckAsync(ending))
            {
                using var gone = ExecutionResult.Refused(new GraphQLError("Sign in again: the session that opened this stream has ended.", ErrorCodes.NotSignedIn));
                await stream.NextAsync(gone, ending);
                return false;
            }
            await stream.CommentAsync(ending);
        }
    }
}
