using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Configuration;

namespace Portal.Graph.Domain.Platform.Files.Scanning;

/// <summary>
/// ClamAV's daemon, asked by INSTREAM. <c>Files:Scanner:Address</c> is <c>tcp://host:port</c> (default <c>tcp://127.0.0.1:3310</c>) or
/// <c>unix:/path/of/socket</c>; <c>Files:Scanner:TimeoutSeconds</c> (default 120) bounds one scan. The daemon's StreamMaxLength must be at
/// least the upload limit: what it will not read to the end is not clean.
/// </summary>
public sealed class ClamdScanner(IConfiguration configuration) : IFileScanner
{
    private const int ChunkBytes = 65536;
    private readonly string _address = configuration["Files:Scanner:Address"] is { Length: > 0 } named ? named : "tcp://127.0.0.1:3310";
    private readonly TimeSpan _timeout = TimeSpan.FromSeconds(Math.Max(1, configuration.GetValue("Files:Scanner:TimeoutSeconds", 120)));

    public async Task<ScanVerdict> ScanAsync(Stream bytes, CancellationToken ct)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limited.CancelAfter(_timeout);
        try
        {
            using var socket = await ConnectAsync(limited.Token);
            await using var clamd = new NetworkStream(socket);
            return Read(await AskAsync(clamd, bytes, limited.Token));
        }
        catch (Exception e) when (e is SocketException or IOException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            throw new ScanFailedException($"clamd at {_address} does not answer.", e);
        }
    }

    private async Task<Socket> ConnectAsync(CancellationToken ct)
    {
        var (socket, place) = Endpoint();
        try
        {
            await socket.ConnectAsync(place, ct);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private (Socket Socket, EndPoint Place) Endpoint()
    {
        if (_address.StartsWith("unix:", StringComparison.Ordinal))
            return (new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified), new UnixDomainSocketEndPoint(_address["unix:".Length..]));
        var uri = new Uri(_address);
        return (new(SocketType.Stream, ProtocolType.Tcp), IPAddress.TryParse(uri.Host, out var ip) ? new IPEndPoint(ip.MapToIPv6(), uri.Port) : new DnsEndPoint(uri.Host, uri.Port));
    }

    private static async Task<string> AskAsync(Stream clamd, Stream bytes, CancellationToken ct)
    {
        await clamd.WriteAsync("zINSTREAM\0"u8.ToArray(), ct);
        var buffer = new byte[sizeof(int) + ChunkBytes];
        try
        {
            int read;
            do
            {
                // A chunk is its length and its bytes; one without bytes ends the stream.
                read = await bytes.ReadAsync(buffer.AsMemory(sizeof(int)), ct);
                BinaryPrimitives.WriteInt32BigEndian(buffer, read);
                await clamd.WriteAsync(buffer.AsMemory(0, sizeof(int) + read), ct);
            }
            while (read > 0);
        }
        catch (IOException)
        {
            // It stops listening when it has seen enough; what it said then is still to be read.
        }
        var answer = new byte[1024];
        var length = await clamd.ReadAtLeastAsync(answer, answer.Length, throwOnEndOfStream: false, ct);
        return Encoding.UTF8.GetString(answer, 0, length).TrimEnd('\0', '\n');
    }

    private static ScanVerdict Read(string answer)
    {
        const string found = " FOUND";
        if (answer == "stream: OK") return new(null);
        if (answer.StartsWith("stream: ", StringComparison.Ordinal) && answer.EndsWith(found, StringComparison.Ordinal))
            return new(answer["stream: ".Length..^found.Length]);
        throw new ScanFailedException($"clamd answered: {(answer.Length > 0 ? answer : "nothing")}");
    }
}
