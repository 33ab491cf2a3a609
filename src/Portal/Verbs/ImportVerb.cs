using System.CommandLine;
using Portal.Graph.Domain.Imports;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Host.Hosting;

namespace Portal.Graph.Host.Verbs;

internal static class ImportVerb
{
    public static Command Create() => new("import", "Loads data from files.") { Synthea() };

    private static Command Synthea()
    {
        var folder = new Argument<string>("DIR") { Description = "A folder of Synthea's CSV files (patients.csv, payers.csv, payer_transitions.csv, …)." };
        var market = new Option<Market>("--market") { Description = "The market that the people are put into; Synthea's own states are none of ours.", DefaultValueFactory = _ => Market.OH };
        var command = new Command("synthea", "Loads members, spans, providers and claims from Synthea's CSV files. Running it again adds nothing twice.") { folder, market }.Configurable();
        command.SetAction((parsed, ct) => RunAsync(parsed.Configuration(), parsed.Folder(folder), parsed.GetValue(market), ct));
        return command;
    }

    private static async Task<int> RunAsync(string[] args, string folder, Market market, CancellationToken ct)
    {
        await using var app = PortalHost.Build(args);
        await PortalHost.MigrateAsync(app, ct);
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorScope>().Set(Actor.System("import synthea"));
        var outcome = await scope.ServiceProvider.GetRequiredService<SyntheaImport>().RunAsync(folder, market, new ImportPrinter(Console.Out), ct);
        if (!outcome.Succeeded)
        {
            foreach (var refusal in outcome.Refusals) Console.Error.WriteLine(refusal.Message);
            return 1;
        }
        ImportPrinter.Print(outcome.Value, Console.Out);
        return 0;
    }
}
