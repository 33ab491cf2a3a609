using Portal.Graph.Domain.Claims.Codes;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Claims;

public class NpiTests
{
    // Published example and vectors: right, last digit changed, neighbours swapped, wrong length, letters.
    [Theory]
    [Requirement("CLM-04")]
    [InlineData("1234567893", true)]
    [InlineData("1914177765", true)]
    [InlineData("1914177769", false)]
    [InlineData("1194177765", false)]
    [InlineData("2066907439", true)]
    [InlineData("2066907431", false)]
    [InlineData("2066970439", false)]
    [InlineData("1008063608", true)]
    [InlineData("123456789", false)]
    [InlineData("12345678933", false)]
    [InlineData("12345A7893", false)]
    [InlineData("", false)]
    public void The_check_digit_decides(string npi, bool valid) => Npi.IsValid(npi).ShouldBe(valid);
}
