using System.Diagnostics;

namespace Portal.Graph.Driving;

/// <summary>Sixteen connections, each sending its next request when its last one was answered.</summary>
/// <param name="token">A bearer token; null to send none.</param>
/// <param name="once">Each call may be sent only once, as it changes something.</param>
public sealed class Caller(ServerProcess server, string? token, Call[] calls, bool once)
{
    private const int Connections = 16;
    private readonly byte[][] _requests = [.. calls.Select(c => Wire.Request(c.Path, token, c.Body))];
    private int _next = -1;

    public string Server => server.Name;

    /// <summary>Runs until both the time and the number of requests are reached: on a busy machine code is compiled for speed late.</summary>
    public async Task WarmUpAsync(TimeSpan atLeast, int requests)
    {
        for (var done = (await RunAsync(atLeast)).Milliseconds.Length; done < requests && done > 0;)
        {
            var more = (await RunAsync(atLeast)).Milliseconds.Length;
            if (more == 0) return;
            done += more;
        }
    }

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
        var next = Next() ?? throw new InvalidOperationException("No request is left.");
        using var wire = await Wire.OpenAsync(server.Address);
        var (status, answer) = await wire.SendAsync(_requests[next]);
        return calls[next].Fault(status, answer.Span) is { } fault ? throw new InvalidOperationException($"{server.Name}: {fault}") : answer.ToArray();
    }

    private async Task<(List<double> Milliseconds, List<string> Faults)> ConnectionAsync(long began, TimeSpan span)
    {
        List<double> milliseconds = [];
        List<string> faults = [];
        using var wire = await Wire.OpenAsync(server.Address);
        while (Stopwatch.GetElapsedTime(began) < span && Next() is { } next)
        {
            var sent = Stopwatch.GetTimestamp();
            var (status, answer) = await wire.SendAsync(_requests[next]);
            milliseconds.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
            if (calls[next].Fault(status, answer.Span) is { } fault) faults.Add(fault);
        }
        return (milliseconds, faults);
    }

    private int? Next()
    {
        var n = Interlocked.Increment(ref _next);
        return n < calls.Length ? n : once ? null : n % calls.Length;
    }
}
