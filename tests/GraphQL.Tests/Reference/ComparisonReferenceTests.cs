using Portal.Graph.Clients;
using Portal.Graph.Clients.Reference;
using Portal.GraphQL.Building;
using Portal.GraphQL.Types.Comparison;

namespace Portal.GraphQL.Tests.Reference;

/// <summary>Every breaking and dangerous change that the reference finds is found here, in the same words.</summary>
public sealed class ComparisonReferenceTests
{
    private static readonly int Schemas = 300 * Oracle.Scale;

    [NodeFact]
    public async Task Changes_between_generated_schemas_are_those_of_the_reference()
    {
        var generator = new SchemaGenerator(new Random(20250904));
        var schemas = Enumerable.Range(0, Schemas).Select(_ => generator.Schema(mistakes: 0)).Where(IsSchema).ToList();
        var pairs = schemas.Zip(schemas.Skip(1)).ToList();
        var answers = await Oracle.AskAsync("changes", pairs.Select(p => $"[{Oracle.Quote(p.First)},{Oracle.Quote(p.Second)}]"));

        var differences = new Differences("pairs of schemas");
        var kinds = new HashSet<string>();
        foreach (var ((before, after), answer) in pairs.Zip(answers))
        {
            var ours = SchemaComparison.Compare(SchemaReader.Read(before), SchemaReader.Read(after)).Where(c => !Deliberate.IsFiner(c)).Select(c => $"{c.Severity} {c.Code} {c.Message}");
            var reference = answer.EnumerateObject().SelectMany(list => list.Value.EnumerateArray().Select(c =>
                    $"{(list.Name == "breaking" ? "Breaking" : "Dangerous")} {c.GetProperty("type").GetString()} {c.GetProperty("description").GetString()}"))
                .Where(c => !Deliberate.IsAboutStandardScalars(c)).ToList();
            kinds.UnionWith(reference.Select(c => c.Split(' ')[1]));
            differences.Compare($"{before}\n=======\n{after}", string.Join('\n', ours.Order(StringComparer.Ordinal)), string.Join('\n', reference.Order(StringComparer.Ordinal)));
        }
        differences.ShouldBeNone(atLeast: Schemas / 2);
        kinds.Count.ShouldBeGreaterThanOrEqualTo(18, string.Join(' ', kinds));
    }

    private static bool IsSchema(string sdl)
    {
        try
        {
            SchemaReader.Read(sdl);
            return true;
        }
        catch (SchemaReadException)
        {
            return false;
        }
    }
}
