using System.CommandLine;
using Portal.Graph.Host.Hosting;

namespace Portal.Graph.Host.Verbs;

internal static class SchemaVerb
{
    public static Command Create(string[] args)
    {
        var command = new Command("schema", "Prints the GraphQL schema in SDL.").Configurable();
        command.SetAction(async (_, ct) =>
        {
            await using var app = PortalHost.Build(args);
            await Console.Out.WriteAsync(PortalHost.PrintSchema(app));
            return 0;
        });
        return command;
    }
}
