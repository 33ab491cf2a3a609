using System.CommandLine;

namespace Portal.Graph.Host.Verbs;

/// <summary>The program's verbs. Without one it serves; words it does not know are configuration (<c>--Data:Directory=DIR</c>, <c>--urls</c>).</summary>
internal static class PortalCommand
{
    public static RootCommand Create()
    {
        var root = new RootCommand("Portal.Graph: the platform behind a health plan's provider portal.")
        {
            ServeVerb.Create(), SchemaVerb.Create(), ValidateVerb.Create(), MigrateVerb.Create(), ImportVerb.Create(), FilesVerb.Create(), BackupVerb.CreateBackup(), BackupVerb.CreateRestore(),
        };
        root.TreatUnmatchedTokensAsErrors = false;
        root.SetAction((parsed, ct) => ServeVerb.RunAsync(parsed.Configuration(), ct));
        return root;
    }

    /// <summary>A verb that takes configuration besides its own words.</summary>
    public static Command Configurable(this Command command)
    {
        command.TreatUnmatchedTokensAsErrors = false;
        return command;
    }

    /// <summary>The words that are not the verb's own: a path given to a verb must not be read as the key of a setting.</summary>
    public static string[] Configuration(this ParseResult parsed) => [.. parsed.UnmatchedTokens];
}
