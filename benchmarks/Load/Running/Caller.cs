using System.Diagnostics;
using System.Net.Http.Headers;

namespace Portal.Graph.Load.Running;

/// <summary>Sixteen connections, each sending its next request when its last one was answered.</summary>
internal sealed class Caller(ServerProcess server, string token, Call[] calls, bool once)
{
    private const int Connections = 16;
    private readonly AuthenticationHeaderValue _bearer = new("Bearer", token);
    private int _next = -1;

    public string Server => server.Name;

    public async Task<Measured> RunAsync(TimeSpan span)
    {
        var (before, began) = (await server.UsageAsync(), Stopwatch.GetTimestamp());
        var parts = await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(() => ConnectionAsync(began, span))));
        var (elapsed, after) = (Stopwatch.GetElapsedTime(began), await server.UsageAsync());
        return new(elapsed, [.. parts.SelectMany(p => p.Milliseconds)], after.CpuMilliseconds - before.CpuMilliseconds,
            after.AllocatedBytes - before.AllocatedBytes, [.. parts.SelectMany(p => p.Faults)]);
    }

    /// <summary>The next answer, when it is right.</summary>
    public async Task<byte[]> AnswerAsync()
    {
        var call = Next() ?? throw new InvalidOperationException("No request is left.");
        var (fault, answer) = await SendAsync(call);
        return fault is null ? answer : throw new InvalidOperationException($"{server.Name}: {fault}");
    }

    private async Task<(List<double> Milliseconds, List<string> Faults)> ConnectionAsync(long began, TimeSpan span)
    {
        List<double> milliseconds = [];
        List<string> faults = [];
        while (Stopwatch.GetElapsedTime(began) < span && Next() is { } call)
        {
            var sent = Stopwatch.GetTimestamp();
            var (fault, _) = await SendAsync(call);
            milliseconds.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
            if (fault is not null) faults.Add(fault);
        }
        return (milliseconds, faults);
    }

    private async Task<(string? Fault, byte[] Answer)> SendAsync(Call call)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, call.Path) { Content = new ByteArrayContent(call.Body) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Authorization = _bearer;
        using var response = await server.Http.SendAsync(request);
        var answer = await response.Content.ReadAsByteArrayAsync();
        return (call.Fault(response.StatusCode, answer), answer);
    }

    private Call? Next()
    {
        var n = Interlocked.Increment(ref _next);
        return n < calls.Length ? calls[n] : once ? null : calls[n % calls.Length];
    }
}
