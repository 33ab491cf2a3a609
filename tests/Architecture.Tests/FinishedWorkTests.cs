using Portal.Graph.Architecture.Tests.Guards;

namespace Portal.Graph.Architecture.Tests;

public sealed class FinishedWorkTests
{
    [Fact]
    public void Nothing_reads_the_wall_clock_or_is_left_for_later() =>
        FinishedWork.Violations([.. SourceTree.Files("src", ".cs", ".cshtml", ".css", ".js"), .. SourceTree.ProductTests()]).ShouldHold();

    [Theory]
    [InlineData("var today = DateTime.Today;")]
    [InlineData("@DateTimeOffset.UtcNow.Year")]
    [InlineData("throw new NotImplementedException();")]
    [InlineData("// TODO: later")]
    [InlineData("/* FIXME */")]
    public void Planted_unfinished_line_is_caught(string line) =>
        FinishedWork.Violations([new SourceFile("src/Domain/A.cs", $"fine\n{line}")]).ShouldHaveSingleItem().ShouldStartWith("src/Domain/A.cs:2");

    [Fact]
    public void Words_that_only_look_alike_pass() =>
        FinishedWork.Violations([new SourceFile("src/Domain/A.cs", "clock.GetUtcNow(); MethodologyTodos.Now(); Timeout(5);")]).ShouldBeEmpty();
}
