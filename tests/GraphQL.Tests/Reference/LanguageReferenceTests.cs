using System.Text.Json;
using Portal.Graph.Clients;
using Portal.Graph.Clients.Reference;
using Portal.GraphQL.Language;
using Portal.GraphQL.Tests.Reference.Generation;

namespace Portal.GraphQL.Tests.Reference;

/// <summary>Lexer, parser and printer beside those of the reference: the same sources, the same text, the same line and column.</summary>
public sealed class LanguageReferenceTests
{
    private static readonly int EachKind = 1500 * Oracle.Scale;

    [NodeFact]
    public async Task Sources_are_accepted_refused_and_printed_as_the_reference_does()
    {
        var random = new Random(20250901);
        var mutations = new SourceMutations(random);
        List<string> sources = [.. SampleSources.All];
        for (var i = 0; i < EachKind; i++)
        {
            sources.Add(mutations.Mutate(SampleSources.All[random.Next(SampleSources.All.Count)]));
            sources.Add(mutations.Strings());
            sources.Add(mutations.Numbers());
            sources.Add(mutations.TokenSoup());
        }
        var answers = await Oracle.AskAsync("parse", sources.Select(Oracle.Quote));

        var differences = new Differences("sources");
        foreach (var (source, answer) in sources.Zip(answers))
            differences.Compare(JsonSerializer.Serialize(Oracle.WellFormed(source)), Ours(source), Reference(answer));
        answers.Count(a => a.TryGetProperty("printed", out _)).ShouldBeInRange(EachKind / 4, EachKind * 3, "both sides must be common");
        differences.ShouldBeNone(atLeast: 4 * EachKind);
    }

    private static string Ours(string source)
    {
        try
        {
            return "printed " + Oracle.WellFormed(Printer.Print(Parser.Parse(source)));
        }
        catch (SyntaxException e)
        {
            return Deliberate.WithHalfPairs(string.Join('\n', Oracle.Errors([e.ToError()])));
        }
    }

    private static string Reference(JsonElement answer) =>
        answer.TryGetProperty("printed", out var printed) ? "printed " + printed.GetString() : string.Join('\n', Oracle.Errors(answer));
}
