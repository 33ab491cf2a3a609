using Portal.Graph.Driving;

namespace Portal.GraphQL.Comparison.Running;

/// <summary>Every case against every server: equal answers first, then rounds in which they take turns.</summary>
internal static class ComparisonRun
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);

    public static async Task<int> RunAsync(Settings settings)
    {
        await using var servers = await Servers.StartAsync(settings);
        var (table, faults) = (new List<string> { Table.Head }, 0);
        Console.WriteLine($"{Environment.ProcessorCount} processors, load average {LoadAverage()}");
        foreach (var asked in Cases.All(settings.Members).Where(c => settings.Keys.Length == 0 || settings.Keys.Contains(c.Key)))
        {
            Caller[] callers =
            [
                new(servers.GraphQL, null, asked.GraphQL, asked.Once), new(servers.ByHand, null, asked.ByHand, asked.Once),
                .. servers.Mercurius is { } third ? [new Caller(third, null, asked.GraphQL, asked.Once)] : Array.Empty<Caller>(),
            ];
            if (asked.Key == "introspection")
                await File.WriteAllBytesAsync(Path.Combine(servers.ByHand.Directory, "introspection.json"), await callers[0].AnswerAsync());
            // Mercurius' introspection describes the same types in other words.
            await SameAnswers.ProveAsync(asked, asked.Key == "introspection" ? callers[..2] : callers);
            var rounds = await MeasureAsync(callers, settings);
            table.Add(Table.Rows(asked, [.. callers.Select(c => c.Server)], rounds));
            Console.WriteLine(table[^1]);
            faults += Faults(callers, rounds);
        }
        Console.WriteLine($"Load average {LoadAverage()}\n\n{string.Join('\n', table)}");
        return faults == 0 ? 0 : 1;
    }

    private static async Task<List<Measured[]>> MeasureAsync(Caller[] callers, Settings settings)
    {
        foreach (var caller in callers) await caller.RunAsync(WarmUp);
        List<Measured[]> rounds = [];
        for (var r = 0; r < settings.Rounds; r++)
        {
            var round = new Measured[callers.Length];
            // Each round begins with another server.
            for (var i = 0; i < callers.Length; i++)
            {
                var turn = (i + r) % callers.Length;
                round[turn] = await callers[turn].RunAsync(TimeSpan.FromSeconds(settings.Seconds));
            }
            rounds.Add(round);
        }
        return rounds;
    }

    private static int Faults(Caller[] callers, List<Measured[]> rounds)
    {
        var count = 0;
        for (var c = 0; c < callers.Length; c++)
        {
            var faults = rounds.SelectMany(r => r[c].Faults).ToList();
            if (faults.Count > 0) Console.WriteLine($"{callers[c].Server}: {faults.Count} wrong answers, such as {faults[0]}");
            count += faults.Count;
        }
        return count;
    }

    private static string LoadAverage() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
}
