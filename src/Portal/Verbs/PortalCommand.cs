using System.CommandLine;

namespace Portal.Graph.Host.Verbs;

/// <summary>The program's verbs. Without one it serves; words it does not know are configuration (<c>--Data:Directory=DIR</c>, <c>--urls</c>).</summary>
internal static class PortalCommand
{
    public static RootCommand Create(string[] args)
    {
        var root = new RootCommand("Portal.Graph: the platform behind a health plan's provider portal.")
        {
            ServeVerb.Create(args), SchemaVerb.Create(args), MigrateVerb.Create(args), ImportVerb.Create(args),
        };
        root.TreatUnmatchedTokensAsErrors = false;
        root.SetAction((_, ct) => ServeVerb.RunAsync(args, ct));
        return root;
    }

    /// <summary>A verb that takes configuration besides its own words.</summary>
    public static Command Configurable(this Command command)
    {
        command.TreatUnmatchedTokensAsErrors = false;
        return command;
    }
}
