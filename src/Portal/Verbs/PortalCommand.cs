using System.CommandLine;
using Microsoft.Extensions.Options;

namespace Portal.Graph.Host.Verbs;

/// <summary>The program's verbs. Without one it serves; words it does not know are configuration (<c>--Data:Directory=DIR</c>, <c>--urls</c>).</summary>
internal static class PortalCommand
{
    /// <summary>Ends with 2 when the program was started wrongly, and says how.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        // Whoever ends the program waits for what it has in hand: how long a verb may take to stop, the verb knows.
        var way = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = Timeout.InfiniteTimeSpan };
        try
        {
            return await Create().Parse(args).InvokeAsync(way);
        }
        catch (Exception fault) when (StartFault.LinesOf(fault) is { } lines)
        {
            foreach (var line in lines) await Console.Error.WriteLineAsync(line);
            return FileFaults.Fault;
        }
    }

    private static RootCommand Create()
    {
        var root = new RootCommand("Portal.Graph: the platform behind a health plan's provider portal.")
        {
            ServeVerb.Create(), SchemaVerb.Create(), ValidateVerb.Create(), MigrateVerb.Create(), DemoVerb.Create(), ImportVerb.Create(), FilesVerb.Create(), StaffVerb.Create(), BackupVerb.CreateBackup(), BackupVerb.CreateRestore(),
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
    /// <exception cref="OptionsValidationException">A word is no setting either: a verb with a slip of the pen must not serve.</exception>
    public static string[] Configuration(this ParseResult parsed)
    {
        string[] words = [.. parsed.UnmatchedTokens];
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i].Contains('=', StringComparison.Ordinal)) continue;
            // The value of a setting may be the next word.
            if (IsKey(words[i]) && i + 1 < words.Length && !IsKey(words[i + 1])) i++;
            else throw new OptionsValidationException("arguments", typeof(string), [$"'{words[i]}' is neither a verb nor a setting (--Key=value); --help lists the verbs."]);
        }
        return words;
    }

    /// <summary>A folder that the verb is given.</summary>
    /// <exception cref="OptionsValidationException">It was forgotten, and a setting stands in its place.</exception>
    public static string Folder(this ParseResult parsed, Argument<string> folder) => parsed.GetRequiredValue(folder) is var named && IsKey(named)
        ? throw new OptionsValidationException("arguments", typeof(string), [$"{folder.Name} is missing: '{named}' is no folder."])
        : Path.GetFullPath(named);

    private static bool IsKey(string word) => word.StartsWith("--", StringComparison.Ordinal);
}
