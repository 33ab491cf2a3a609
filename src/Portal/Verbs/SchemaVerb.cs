using System.CommandLine;
using Portal.Graph.Host.Hosting;

namespace Portal.Graph.Host.Verbs;

internal static class SchemaVerb
{
    public static Command Create()
    {
        var command = new Command("schema", "Prints the GraphQL schema in SDL, or compares schemas.") { SchemaDiffVerb.Create() }.Configurable();
        command.SetAction(async (parsed, ct) =>
        {
            await using var app = PortalHost.Build(parsed.Configuration());
            await Console.Out.WriteAsync(PortalHost.PrintSchema(app));
            return 0;
        });
        return command;
    }
}
