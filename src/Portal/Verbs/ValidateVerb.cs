using System.CommandLine;
using System.Text.Json;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Validation;

namespace Portal.Graph.Host.Verbs;

internal static class ValidateVerb
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var schema = new Option<string?>("--schema") { Description = "A file with a schema in SDL.", Arity = ArgumentArity.ZeroOrOne };
        var query = new Option<string?>("--query") { Description = "A file with operations and fragments.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("validate", "Checks a GraphQL document against a schema; prints the errors as JSON. Ends with 0 when it is valid, 1 when not, 2 when it could not be checked.")
        {
            schema, query,
        };
        // A word it does not know is a wrong use, which has its own exit code.
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(parsed =>
            parsed.GetValue(schema) is { } schemaFile && parsed.GetValue(query) is { } queryFile && parsed.UnmatchedTokens.Count == 0
                ? FileFaults.Guard(() => Run(schemaFile, queryFile))
                : FileFaults.Usage("validate --schema FILE --query FILE"));
        return command;
    }

    private static int Run(string schemaFile, string queryFile)
    {
        var check = SourceCheck.Of(File.ReadAllText(schemaFile), File.ReadAllText(queryFile));
        var errors = check.Schema.Select(e => Shown(e, schemaFile)).Concat(check.Query.Select(e => Shown(e, queryFile)));
        Console.WriteLine(JsonSerializer.Serialize(errors, Indented));
        return check.IsValid ? 0 : 1;
    }

    private static object Shown(GraphQLError error, string file) => new
    {
        message = error.Message,
        locations = (error.Locations ?? []).Select(l => new { line = l.Line, column = l.Column }),
        code = error.Code,
        file,
    };
}
