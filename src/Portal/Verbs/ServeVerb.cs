using System.CommandLine;
using Portal.Graph.Host.Hosting;

namespace Portal.Graph.Host.Verbs;

internal static class ServeVerb
{
    public static Command Create()
    {
        var command = new Command("serve", "Serves the API, the back office and the health checks (the default).").Configurable();
        command.SetAction((parsed, ct) => RunAsync(parsed.Configuration(), ct));
        return command;
    }

    public static async Task<int> RunAsync(string[] args, CancellationToken cancellation)
    {
        await using var app = PortalHost.Build(args);
        await PortalHost.PrepareAsync(app, cancellation);
        await app.RunAsync(cancellation);
        return 0;
    }
}
