namespace Portal.Graph.Architecture.Tests.Guards;

/// <summary>schema.graphql is the schema that the host serves: a change of the API shows in the diff.</summary>
public static class SchemaIsReviewed
{
    public static IEnumerable<string> Violations(string committed, string printed)
    {
        var (was, now) = (committed.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'), printed.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'));
        var line = was.Zip(now).TakeWhile(pair => pair.First == pair.Second).Count();
        if (line < Math.Max(was.Length, now.Length))
            yield return $"schema.graphql:{line + 1} says '{was.ElementAtOrDefault(line)}', the host prints '{now.ElementAtOrDefault(line)}'. "
                + "Write it anew and review the change: dotnet run --project src/Portal -- schema > schema.graphql";
    }
}
