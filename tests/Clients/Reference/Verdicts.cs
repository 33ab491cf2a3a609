using System.Text.RegularExpressions;
using Portal.GraphQL.Building;
using Portal.GraphQL.Language;
using Portal.GraphQL.Types;
using Portal.GraphQL.Validation;

namespace Portal.Graph.Clients.Reference;

/// <summary>What comparing generated documents found.</summary>
/// <param name="Valid">How many documents both accepted.</param>
/// <param name="Kinds">The messages seen, names and values left out.</param>
public sealed partial record Verdicts(int Valid, IReadOnlySet<string> Kinds)
{
    private static readonly double[] MistakeRates = [0, 0, 0, 0.01, 0.02, 0.05];

    /// <summary>Validates generated documents here and with the reference; fails when any error, or its place, differs.</summary>
    public static async Task<Verdicts> CompareAsync(Schema of, int documents)
    {
        // Read back from SDL, as the reference has it: there its scalars take any literal.
        var sdl = SchemaPrinter.Print(of);
        var schema = SchemaReader.Read(sdl);
        var random = new Random(20250902);
        var generator = new DocumentGenerator(schema, random);
        var sources = Enumerable.Range(0, documents).Select(i => generator.Document(MistakeRates[i % MistakeRates.Length])).ToList();
        var answers = await Oracle.AskAsync("validate", sources.Prepend(sdl).Select(Oracle.Quote));

        var differences = new Differences("documents");
        var kinds = new HashSet<string>();
        var (valid, conditional) = (0, 0);
        foreach (var (source, answer) in sources.Zip(answers.Skip(1)))
        {
            var ours = Oracle.Errors(DocumentValidator.Validate(schema, Parser.Parse(source), ValidationOptions.WithoutLimits).Where(e => !Deliberate.IsMissingRoot(e)));
            if (ours.Count == 0) valid++;
            kinds.UnionWith(ours.Select(Kind));
            if (Deliberate.IsConditionalSubscription(ours)) conditional++;
            else differences.Compare(source, string.Join('\n', ours), string.Join('\n', Oracle.Errors(answer)));
        }
        differences.ShouldBeNone(atLeast: documents - conditional);
        conditional.ShouldBeLessThan(documents / 10);
        return new(valid, kinds);
    }

    /// <summary>An error without what varies from one to the next.</summary>
    public static string Kind(string error) => Quoted().Replace(error[..error.LastIndexOf(" @ ", StringComparison.Ordinal)].Split(" Did you mean")[0], "…");

    [GeneratedRegex("\"[^\"]*\"|: .*")]
    private static partial Regex Quoted();
}
