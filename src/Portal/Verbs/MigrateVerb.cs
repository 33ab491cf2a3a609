using System.CommandLine;
using Portal.Graph.Host.Hosting;

namespace Portal.Graph.Host.Verbs;

internal static class MigrateVerb
{
    public static Command Create()
    {
        var command = new Command("migrate", "Brings the database to this version's schema, then ends.").Configurable();
        command.SetAction(async (parsed, ct) =>
        {
            await using var app = PortalHost.Build(parsed.Configuration());
            await PortalHost.MigrateAsync(app, ct);
            Console.WriteLine("The database is up to date.");
            return 0;
        });
        return command;
    }
}
