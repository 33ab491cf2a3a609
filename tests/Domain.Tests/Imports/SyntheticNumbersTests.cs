using Portal.Graph.Domain.Imports;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Imports;

public class SyntheticNumbersTests
{
    [Theory]
    [InlineData("123456789", "1234567893")]
    [InlineData("191417776", "1914177765")]
    [InlineData("206690743", "2066907439")]
    public void The_check_digit_is_that_of_known_numbers(string nineDigits, string npi) => SyntheticNumbers.WithCheckDigit(nineDigits).ShouldBe(npi);

    [Fact]
    public void The_same_key_gives_the_same_number_and_a_taken_number_is_passed_over()
    {
        var first = SyntheticNumbers.Npi("a", _ => false);
        SyntheticNumbers.Npi("a", _ => false).ShouldBe(first);
        SyntheticNumbers.Npi("a", n => n == first).ShouldNotBe(first);
        SyntheticNumbers.Npi("b", _ => false).ShouldNotBe(first);
    }

    [Fact]
    public void Numbers_have_the_form_of_section_0_1()
    {
        SyntheticNumbers.TaxId("a").ShouldMatch("^9[0-9]{8}$");
        SyntheticNumbers.ProviderId("a", _ => false).ShouldMatch("^2[0-9]{11}$");
        SyntheticNumbers.SubscriberNumber("a", _ => false).ShouldMatch("^[4-9][0-9]{8}$");
        SyntheticNumbers.MedicaidId("a").ShouldMatch("^S[0-9]{11}$");
    }

    [SharedDataFact("providers")]
    public void The_check_digit_agrees_with_the_published_vectors()
    {
        var vectors = File.ReadLines(Path.Combine(SharedData.Folder("providers"), "npi-vectors.tsv")).Skip(1)
            .Select(l => l.Split('\t')).Where(v => v[0].Length == 10 && v[0].All(char.IsAsciiDigit)).ToList();
        vectors.Count.ShouldBeGreaterThan(100);
        foreach (var vector in vectors)
            (SyntheticNumbers.WithCheckDigit(vector[0][..9]) == vector[0]).ShouldBe(vector[1] == "1", vector[0]);
    }
}
