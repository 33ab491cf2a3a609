using Portal.Graph.Architecture.Tests.Guards;

namespace Portal.Graph.Architecture.Tests;

public sealed class SmallFilesTests
{
    [Fact]
    public void No_source_file_is_longer_than_300_lines() =>
        SmallFiles.Violations(SourceTree.Files("src", ".cs", ".cshtml", ".css", ".js")).ShouldHold();

    [Theory]
    [InlineData(300, 0)]
    [InlineData(301, 1)]
    public void Planted_long_file_is_caught(int lines, int violations) =>
        SmallFiles.Violations([new SourceFile("src/Domain/Long.cs", string.Concat(Enumerable.Repeat("line\n", lines)))]).Count().ShouldBe(violations);
}
