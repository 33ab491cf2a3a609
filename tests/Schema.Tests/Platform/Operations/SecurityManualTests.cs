using System.Text.RegularExpressions;
using Portal.Graph.Clients;

namespace Portal.Graph.Schema.Tests.Platform.Operations;

public sealed partial class SecurityManualTests
{
    [Fact]
    public void Every_test_that_the_threat_model_names_is_there()
    {
        var root = Path.GetFullPath(Path.Combine(NodeClients.Folder, "..", ".."));
        var named = Name().Matches(File.ReadAllText(Path.Combine(root, "docs", "security.md"))).Select(m => m.Groups[1].Value).Distinct().ToList();
        named.Count.ShouldBeGreaterThan(40);
        var tests = string.Concat(Directory.EnumerateFiles(Path.Combine(root, "tests"), "*Tests.cs", SearchOption.AllDirectories).Select(File.ReadAllText));
        named.Where(n => !Regex.IsMatch(tests, $@"public (async Task|Task|void) {n}\(")).ShouldBeEmpty();
    }

    // All capitals is a setting of the environment.
    [GeneratedRegex(@"`(?![A-Z_]+`)([A-Z]\w*_\w+)`")]
    private static partial Regex Name();
}
