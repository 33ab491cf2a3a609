using Portal.Graph.Load.Running;
using Portal.Graph.Load.Yardstick;
using Portal.Graph.Testing;

// Without a verb: the load run. portal and yardstick are the two servers, which the run starts itself.
switch (args)
{
    case []: return await LoadRun.RunAsync(TimeSpan.FromSeconds(10), "");
    case ["--seconds", var seconds] when Span(seconds) is { } each: return await LoadRun.RunAsync(each, "");
    case ["--seconds", var seconds, "--case", var name] when Span(seconds) is { } each: return await LoadRun.RunAsync(each, name);
    case ["portal", var directory, var url]: return await PortalServer.RunAsync(directory, url);
    case ["yardstick", var directory, var url]: return await YardstickServer.RunAsync(directory, url);
    case ["kill9"]: return await KillAsync(5);
    case ["kill9", var rounds] when int.TryParse(rounds, out var count) && count > 0: return await KillAsync(count);
    default:
        Console.Error.WriteLine("usage: Load [--seconds N [--case NAME]] | kill9 [ROUNDS]");
        return 2;
}

static TimeSpan? Span(string seconds) => int.TryParse(seconds, out var count) && count > 1 ? TimeSpan.FromSeconds(count) : null;

static async Task<int> KillAsync(int rounds)
{
    var report = await KillDrill.RunAsync(rounds, Console.WriteLine);
    foreach (var loss in report.Losses) Console.WriteLine($"LOST: {loss}");
    Console.WriteLine($"{report.Kills} kills, {report.Acknowledged} claims acknowledged, {report.AuditRows} audit rows verified, {report.Losses.Count} losses.");
    return report.Losses.Count == 0 ? 0 : 1;
}
