using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Portal.Graph.Driving;

/// <summary>
/// One connection that sends prepared requests and reads their answers: HTTP/1.1 and no more of it than servers here
/// speak. The driver shares the processors with the servers, so it must cost little.
/// </summary>
public sealed class Wire : IDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private byte[] _buffer = new byte[64 * 1024];
    private byte[] _body = [];
    private int _filled;

    public static async Task<Wire> OpenAsync(Uri address)
    {
        var wire = new Wire();
        await wire._socket.ConnectAsync(address.Host, address.Port);
        return wire;
    }

    /// <summary>A POST of JSON as it goes over the wire.</summary>
    public static byte[] Request(string path, string? token, byte[] body) =>
    [
        .. Encoding.ASCII.GetBytes($"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n"
            + (token is null ? "" : $"Authorization: Bearer {token}\r\n") + "\r\n"),
        .. body,
    ];

    /// <summary>The status and the body, which is good until the next call.</summary>
    public async ValueTask<(int Status, ReadOnlyMemory<byte> Body)> SendAsync(byte[] request)
    {
        await _socket.SendAsync(request);
        _filled = 0;
        int head;
        while ((head = _buffer.AsSpan(0, _filled).IndexOf("\r\n\r\n"u8)) < 0) await MoreAsync();
        head += 4;
        var headers = Encoding.ASCII.GetString(_buffer, 0, head);
        var status = int.Parse(headers.AsSpan(9, 3), CultureInfo.InvariantCulture);
        if (Header(headers, "Content-Length") is not { } length) return (status, await ChunksAsync(head));
        var end = head + int.Parse(length, CultureInfo.InvariantCulture);
        while (_filled < end) await MoreAsync();
        return (status, _buffer.AsMemory(head, end - head));
    }

    public void Dispose() => _socket.Dispose();

    private async ValueTask<ReadOnlyMemory<byte>> ChunksAsync(int position)
    {
        var length = 0;
        while (true)
        {
            int line;
            while ((line = _buffer.AsSpan(position, _filled - position).IndexOf("\r\n"u8)) < 0) await MoreAsync();
            var size = int.Parse(_buffer.AsSpan(position, line), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            position += line + 2;
            while (_filled < position + size + 2) await MoreAsync();
            if (size == 0) return _body.AsMemory(0, length);
            if (_body.Length < length + size) Array.Resize(ref _body, (length + size) * 2);
            _buffer.AsSpan(position, size).CopyTo(_body.AsSpan(length));
            length += size;
            position += size + 2;
        }
    }

    private async ValueTask MoreAsync()
    {
        if (_filled == _buffer.Length) Array.Resize(ref _buffer, _filled * 2);
        var read = await _socket.ReceiveAsync(_buffer.AsMemory(_filled));
        _filled += read > 0 ? read : throw new IOException("The server closed the connection.");
    }

    private static string? Header(string headers, string name)
    {
        var at = headers.IndexOf($"\r\n{name}: ", StringComparison.OrdinalIgnoreCase);
        if (at < 0) return null;
        at += name.Length + 4;
        return headers[at..headers.IndexOf('\r', at)];
    }
}
