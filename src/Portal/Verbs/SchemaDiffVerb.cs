using System.CommandLine;
using Portal.Graph.Host.Hosting;
using Portal.GraphQL.Building;
using Portal.GraphQL.Language;
using Portal.GraphQL.Types.Comparison;

namespace Portal.Graph.Host.Verbs;

internal static class SchemaDiffVerb
{
    public static Command Create()
    {
        var before = new Argument<string?>("OLD") { Description = "A file with the old schema in SDL.", Arity = ArgumentArity.ZeroOrOne };
        var after = new Argument<string?>("NEW") { Description = "A file with the new one; this version's schema when not given.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("diff", "Lists what changed in a schema: breaking, dangerous and safe changes. Ends with 1 when one is breaking, 2 when it could not compare.")
        {
            before, after,
        };
        command.Configurable();
        command.SetAction(parsed => parsed.GetValue(before) is { } old
            ? FileFaults.Guard(() => Compare(old, parsed.GetValue(after), parsed.Configuration()))
            : FileFaults.Usage("schema diff OLD.graphql [NEW.graphql]"));
        return command;
    }

    // A setting that follows OLD lands where NEW would be.
    private static int Compare(string old, string? now, string[] configuration) =>
        now?.StartsWith("--", StringComparison.Ordinal) is true ? Run(old, null, [now, .. configuration]) : Run(old, now, configuration);

    private static int Run(string oldFile, string? newFile, string[] configuration)
    {
        if (Read(oldFile, File.ReadAllText(oldFile)) is not { } before
            || (newFile is null ? Own(configuration) : Read(newFile, File.ReadAllText(newFile))) is not { } after)
            return FileFaults.Failed("Nothing was compared.");
        var changes = SchemaComparison.Compare(before, after);
        foreach (var change in changes)
            Console.WriteLine($"{change.Severity.ToString().ToUpperInvariant(),-9} {change.Coordinate}: {change.Message} ({change.Code})");
        Console.WriteLine(string.Join(", ", Enum.GetValues<ChangeSeverity>().Select(s => $"{changes.Count(c => c.Severity == s)} {s.ToString().ToLowerInvariant()}")) + ".");
        return changes.Any(c => c.Severity == ChangeSeverity.Breaking) ? 1 : 0;
    }

    private static GraphQL.Types.Schema? Own(string[] configuration)
    {
        using var app = PortalHost.Build(configuration);
        return Read("this version's schema", PortalHost.PrintSchema(app));
    }

    private static GraphQL.Types.Schema? Read(string file, string sdl)
    {
        try
        {
            return SchemaReader.Read(sdl);
        }
        catch (Exception e) when (e is SyntaxException or SchemaReadException)
        {
            var place = e is SyntaxException syntax ? $" ({syntax.Location.Line}:{syntax.Location.Column})" : "";
            Console.Error.WriteLine($"{file}: {e.Message}{place}");
            return null;
        }
    }
}
