using System.CommandLine;
using Portal.Graph.Host.Hosting;

namespace Portal.Graph.Host.Verbs;

// PLT-23
internal static class DemoVerb
{
    public static Command Create()
    {
        var command = new Command("demo", "Fills an empty database with a made-up plan of six markets, then ends. Never beside real people: its password is known.").Configurable();
        command.SetAction(async (parsed, ct) =>
        {
            await using var app = PortalHost.Build(parsed.Configuration());
            await PortalHost.MigrateAsync(app, ct);
            return await DemoData.FillAsync(app, ct) ? 0 : FileFaults.Fault;
        });
        return command;
    }
}
