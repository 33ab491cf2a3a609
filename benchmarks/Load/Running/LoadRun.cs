using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.Domain.Demo;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Driving;
using Portal.Graph.Host.Hosting;
using Portal.Graph.Load.Cases;
using Portal.Graph.Testing;

namespace Portal.Graph.Load.Running;

/// <summary>Both servers on copies of one database, every case in turn, and the table.</summary>
internal static class LoadRun
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(4);
    private const int WarmUpRequests = 3_000;

    /// <param name="span">How long each server is measured per case; in two halves, taking turns.</param>
    /// <param name="only">Part of the names of the cases to run; empty for all.</param>
    public static async Task<int> RunAsync(TimeSpan span, string only)
    {
        var root = Directory.CreateTempSubdirectory("portal-load-").FullName;
        try
        {
            var (ours, theirs) = (Path.Combine(root, "portal"), Path.Combine(root, "yardstick"));
            Console.WriteLine("Filling a demo plan.");
            await (await ServerProcess.StartAsync("portal", ours, "Development")).DisposeAsync();
            DraftStock.Fill(ours);
            Copy(ours, theirs);
            var faults = await MeasureAsync(ours, theirs, span, only);
            faults += await BrokenChainsAsync(ours) + await BrokenChainsAsync(theirs);
            return faults == 0 ? 0 : 1;
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static async Task<int> MeasureAsync(string ours, string theirs, TimeSpan span, string only)
    {
        await using var portal = await ServerProcess.StartAsync("portal", ours, "Production");
        await using var yardstick = await ServerProcess.StartAsync("yardstick", theirs, "Production");
        // For a profiler.
        Console.WriteLine($"Processes: portal {portal.Id}, yardstick {yardstick.Id}.");
        var client = await ApiClient.SignInAsync(portal.Http, "demo.billing");
        LoadCase[] cases = [EligibilityCase.Make(ours), ClaimSearchCase.Make(ours), await SubmitCase.MakeAsync(ours, client)];
        var (table, faults) = (new List<string> { Table.Head }, 0);
        foreach (var load in cases.Where(c => c.Name.Contains(only, StringComparison.OrdinalIgnoreCase)))
        {
            var toPortal = new Caller(portal, client.Token!, load.Portal, load.Once);
            var toYardstick = new Caller(yardstick, client.Token!, load.Yardstick, load.Once);
            Console.WriteLine(await SameWork.ProveAsync(load, portal, toPortal, yardstick, toYardstick));
            await toPortal.WarmUpAsync(WarmUp, WarmUpRequests);
            await toYardstick.WarmUpAsync(WarmUp, WarmUpRequests);
            var first = (await toPortal.RunAsync(span / 2), await toYardstick.RunAsync(span / 2));
            var second = (await toPortal.RunAsync(span / 2), await toYardstick.RunAsync(span / 2));
            table.Add(Table.Rows(load.Name, first.Item1 + second.Item1, first.Item2 + second.Item2));
            faults += Print(toPortal, first.Item1 + second.Item1) + Print(toYardstick, first.Item2 + second.Item2);
        }
        Console.WriteLine();
        Console.WriteLine(string.Join('\n', table));
        return faults;
    }

    private static int Print(Caller to, Measured measured)
    {
        if (measured.Faults.Length > 0) Console.WriteLine($"{to.Server}: {measured.Faults.Length} wrong answers, such as {measured.Faults[0]}");
        return measured.Faults.Length;
    }

    // What was written under load must stand in both trails.
    private static async Task<int> BrokenChainsAsync(string directory)
    {
        await using var app = PortalHost.Build([$"--Data:Directory={directory}", "--urls=http://127.0.0.1:0"]);
        await using var scope = app.Services.CreateAsyncScope();
        var report = await scope.ServiceProvider.GetRequiredService<AuditChain>().VerifyAsync(CancellationToken.None);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Audit trail of {Path.GetFileName(directory)}: {report.Rows} rows, {(report.FirstBroken is { } row ? $"broken at {row}" : "whole")}."));
        SqliteConnection.ClearAllPools();
        return report.FirstBroken is null ? 0 : 1;
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
