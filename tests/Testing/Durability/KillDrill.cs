using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Host.Hosting;

namespace Portal.Graph.Testing;

/// <param name="Losses">What an acknowledged claim lacked afterwards, in words; empty when nothing was lost.</param>
public sealed record KillReport(int Kills, int Acknowledged, long AuditRows, IReadOnlyList<string> Losses);

/// <summary>
/// Kills the portal while clients submit, starts it again on the same directory, and asks whether everything that was
/// acknowledged is there.
/// </summary>
public static class KillDrill
{
    private const int Clients = 8;

    public static async Task<KillReport> RunAsync(int rounds, Action<string>? tell = null)
    {
        var directory = Directory.CreateTempSubdirectory("portal-kill-").FullName;
        try
        {
            await (await DataTemplate.DemoAsync(isFile: true)).CopyToAsync(directory);
            List<string> losses = [];
            List<Submitted> acknowledged = [];
            var portal = await PortalProcess.StartAsync(directory);
            try
            {
                for (var round = 1; round <= rounds; round++)
                {
                    var these = await KilledAsync(portal, directory, round);
                    portal.Dispose();
                    portal = await PortalProcess.StartAsync(directory);
                    losses.AddRange(await RepeatAsync(portal, directory, these));
                    acknowledged.AddRange(these);
                    tell?.Invoke($"Round {round}: {these.Count} claims acknowledged before the kill.");
                }
            }
            finally
            {
                portal.Dispose();
            }
            losses.AddRange(Stored.Missing(directory, acknowledged));
            var chain = await ChainAsync(directory);
            if (chain.FirstBroken is { } row) losses.Add($"The audit trail is broken at row {row}.");
            return new(rounds, acknowledged.Count, chain.Rows, losses);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(directory, recursive: true);
        }
    }

    private static async Task<List<Submitted>> KilledAsync(PortalProcess portal, string directory, int round)
    {
        var submitter = await ClaimSubmitter.SignInAsync(portal.Address, directory);
        var clients = Enumerable.Range(0, Clients).Select(client => submitter.UntilDeathAsync(round, client)).ToList();
        await submitter.FirstAcknowledged;
        await Task.Delay(Random.Shared.Next(200, 1500));
        await portal.KillAsync();
        return [.. (await Task.WhenAll(clients)).SelectMany(c => c)];
    }

    // A client that is not sure sends the same request again.
    private static async Task<List<string>> RepeatAsync(PortalProcess portal, string directory, List<Submitted> acknowledged)
    {
        var submitter = await ClaimSubmitter.SignInAsync(portal.Address, directory);
        List<string> losses = [];
        foreach (var claim in acknowledged)
            if (await submitter.SubmitAsync(claim.DraftId, claim.Version, claim.RequestId) is var number && number != claim.Number)
                losses.Add($"{claim.RequestId} was {claim.Number}; repeated after the kill it is {number}.");
        return losses;
    }

    private static async Task<ChainReport> ChainAsync(string directory)
    {
        await using var app = PortalHost.Build([$"--Data:Directory={directory}", "--urls=http://127.0.0.1:0"]);
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AuditChain>().VerifyAsync(CancellationToken.None);
    }
}
