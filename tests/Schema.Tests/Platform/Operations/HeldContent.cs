using System.Net;
using System.Net.Http.Headers;

namespace Portal.Graph.Schema.Tests.Platform.Operations;

/// <summary>The body of a request that lasts as long as a test wants: what is given first, then blanks until it may end, then the rest.</summary>
internal sealed class HeldContent : HttpContent
{
    private readonly TaskCompletionSource _sent = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly byte[] _first, _rest;
    private readonly byte[]? _blanks;

    /// <param name="blanks">Sent again and again while it is held, so that the server does not take it for a line that died.</param>
    public HeldContent(string contentType, byte[] first, byte[] rest, byte[]? blanks = null)
    {
        (_first, _rest, _blanks) = (first, rest, blanks);
        Headers.ContentType = new MediaTypeHeaderValue(contentType);
    }

    /// <summary>The first bytes have left.</summary>
    public Task Sent => _sent.Task;

    public void End() => _end.TrySetResult();

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(_first);
        await stream.FlushAsync();
        _sent.TrySetResult();
        while (_blanks is not null && !_end.Task.IsCompleted)
        {
            await stream.WriteAsync(_blanks);
            await stream.FlushAsync();
            await Task.WhenAny(_end.Task, Task.Delay(100));
        }
        await _end.Task;
        await stream.WriteAsync(_rest);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _blanks is null ? _first.Length + _rest.Length : 0;
        return _blanks is null;
    }
}
