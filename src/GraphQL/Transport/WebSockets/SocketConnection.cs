using System.Buffers;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Portal.GraphQL.Transport.Connections;

namespace Portal.GraphQL.Transport.WebSockets;

/// <summary>One socket that speaks <c>graphql-transport-ws</c>, from its first message to its close frame.</summary>
internal sealed partial class SocketConnection(WebSocket socket, HttpContext context, ConnectionServices services)
{
    private readonly SocketWriter _writer = new(socket, services.Options.SendTimeout, services.Time);
    private readonly CancellationTokenSource _lifetime = new();
    private readonly TaskCompletionSource<SocketClose> _closing = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _initialised = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _watching = Task.CompletedTask;

    /// <summary>Serves the client until one side closes; gives the code it ended with, 0 when the peer was gone.</summary>
    public async Task<int> RunAsync()
    {
        var waiting = WaitForInitAsync();
        var reading = ReadAllAsync();
        await using (services.Stopping.Register(() => Close(CloseCodes.GoingAway, "The server stops: connect again")))
            await Task.WhenAny(reading, _closing.Task);
        // What still runs must end before the frame: nothing may follow it.
        await _lifetime.CancelAsync();
        await Task.WhenAll([.. _serving.Values, waiting, _watching]);
        var close = _closing.Task.IsCompletedSuccessfully ? await _closing.Task : await reading;
        if (close is { } known)
            await _writer.CloseAsync(known, services.Options.CloseTimeout);
        if (!reading.IsCompleted)
            await Task.WhenAny(reading, Task.Delay(services.Options.CloseTimeout, services.Time, CancellationToken.None));
        if (socket.State is not WebSocketState.Closed)
            socket.Abort();
        await reading;
        _lifetime.Dispose();
        return close?.Code ?? 0;
    }

    /// <summary>Ends the connection; the first reason counts.</summary>
    private void Close(int code, string reason) => _closing.TrySetResult(new(code, reason));

    private async Task WaitForInitAsync()
    {
        try
        {
            await _initialised.Task.WaitAsync(services.Options.InitTimeout, services.Time, _lifetime.Token);
        }
        catch (TimeoutException)
        {
            Close(CloseCodes.InitTimeout, "Connection initialisation timeout");
        }
        catch (OperationCanceledException)
        {
            // The connection ended first.
        }
    }

    /// <summary>Reads until the client's close frame, which is answered with its code; null when the peer was gone.</summary>
    private async Task<SocketClose?> ReadAllAsync()
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        try
        {
            while (true)
            {
                var part = await socket.ReceiveAsync(buffer.GetMemory(1024), CancellationToken.None);
                if (part.MessageType == WebSocketMessageType.Close)
                    return new(CloseCodes.Normal, "");
                if (_closing.Task.IsCompleted)
                    continue;
                buffer.Advance(part.Count);
                if (part.MessageType == WebSocketMessageType.Binary)
                    Close(CloseCodes.BadRequest, "Messages are text");
                else if (buffer.WrittenCount > services.Options.MaxMessageBytes)
                    Close(CloseCodes.MessageTooBig, $"A message has at most {services.Options.MaxMessageBytes} bytes");
                else if (part.EndOfMessage)
                {
                    await ReceiveAsync(buffer.WrittenMemory);
                    buffer.ResetWrittenCount();
                }
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            return null;
        }
        catch (SlowReaderException)
        {
            return new(CloseCodes.SlowReader, "Slow reader");
        }
        catch (Exception e)
        {
            LogFault(services.Logger, e);
            Close(CloseCodes.InternalServerError, "Internal server error");
            return null;
        }
    }

    /// <summary>From time to time, and when the token ends: whether the caller may still be served.</summary>
    private async Task WatchAsync(ConnectionScopes scopes)
    {
        try
        {
            do
                await Task.Delay(scopes.UntilNextCheck(services.Options.RevalidateInterval), services.Time, _lifetime.Token);
            while (await scopes.CheckAsync(_lifetime.Token));
        }
        catch (OperationCanceledException)
        {
            // The connection ended first.
        }
        catch (Exception e)
        {
            LogFault(services.Logger, e);
            Close(CloseCodes.InternalServerError, "Internal server error");
        }
    }

    [LoggerMessage(2, LogLevel.Error, "A GraphQL socket failed")]
    private static partial void LogFault(ILogger logger, Exception exception);
}
