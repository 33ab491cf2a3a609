using System.Net.WebSockets;
using System.Text;
using Portal.GraphQL.Execution;

namespace Portal.GraphQL.Transport.WebSockets;

/// <summary>
/// Writes to one socket, a message at a time in the order of asking. Who sends waits until its message is written, so a slow
/// reader holds up what it asked for, and no more than one message per operation is ever in memory.
/// </summary>
internal sealed class SocketWriter(WebSocket socket, TimeSpan timeout, TimeProvider time)
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private bool _closed;

    /// <summary>Writes the message and gives its buffer back. Nothing is written after the close frame, or when nobody wants it any more.</summary>
    /// <param name="unwanted">Ends the wait for the turn; a message whose writing began is written.</param>
    /// <exception cref="SlowReaderException">The peer did not take it in time; the socket is dead.</exception>
    public async Task SendAsync(ResultWriter message, CancellationToken unwanted)
    {
        using var buffer = message;
        await _turn.WaitAsync(unwanted);
        try
        {
            unwanted.ThrowIfCancellationRequested();
            if (_closed)
                return;
            using var limit = new CancellationTokenSource(timeout, time);
            try
            {
                await socket.SendAsync(message.WrittenMemory, WebSocketMessageType.Text, WebSocketMessageFlags.EndOfMessage, limit.Token);
            }
            catch (OperationCanceledException) when (limit.IsCancellationRequested)
            {
                throw new SlowReaderException();
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Writes the close frame after the message that is being written; gives up after the time.</summary>
    public async Task CloseAsync(SocketClose close, TimeSpan patience)
    {
        using var limit = new CancellationTokenSource(patience, time);
        try
        {
            await _turn.WaitAsync(limit.Token);
            try
            {
                if (_closed)
                    return;
                _closed = true;
                if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                    await socket.CloseOutputAsync((WebSocketCloseStatus)close.Code, Short(close.Reason), limit.Token);
            }
            finally
            {
                _turn.Release();
            }
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException)
        {
            socket.Abort();
        }
    }

    // A close frame holds 123 bytes of words.
    private static string Short(string reason)
    {
        while (Encoding.UTF8.GetByteCount(reason) > 123)
            reason = reason[..^1];
        return reason;
    }
}

/// <summary>The peer does not read what it asked for.</summary>
internal sealed class SlowReaderException : Exception;
