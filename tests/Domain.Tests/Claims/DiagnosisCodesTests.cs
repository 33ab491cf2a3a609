using Portal.Graph.Domain.Claims.Codes;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Claims;

public class DiagnosisCodesTests
{
    [Theory]
    [Requirement("CLM-09")]
    [InlineData("E119", "2025-06-01", DiagnosisVerdict.Valid)]
    [InlineData("e11.9", "2025-06-01", DiagnosisVerdict.Valid)]
    [InlineData("I10", "2020-01-01", DiagnosisVerdict.Valid)]
    [InlineData("E11", "2025-06-01", DiagnosisVerdict.NotSpecificEnough)]
    [InlineData("M545", "2025-06-01", DiagnosisVerdict.NotSpecificEnough)]
    [InlineData("ZZ9", "2025-06-01", DiagnosisVerdict.Unknown)]
    [InlineData("E1199999", "2025-06-01", DiagnosisVerdict.Unknown)]
    // Retired without longer codes, and retired into longer codes.
    [InlineData("O350XX0", "2025-09-30", DiagnosisVerdict.Valid)]
    [InlineData("B373", "2025-09-30", DiagnosisVerdict.Valid)]
    [InlineData("B373", "2025-10-01", DiagnosisVerdict.NotSpecificEnough)]
    // New since FY2022.
    [InlineData("B3731", "2022-09-30", DiagnosisVerdict.NotYetValid)]
    [InlineData("B3731", "2022-10-01", DiagnosisVerdict.Valid)]
    public void Codes_are_valid_on_their_dates_only(string code, string date, DiagnosisVerdict verdict) =>
        DiagnosisCodes.All.On(code, DateOnly.Parse(date)).ShouldBe(verdict);

    [Fact]
    public void A_retired_code_without_longer_codes_is_no_longer_valid()
    {
        DiagnosisCodes.All.On("O350XX0", new(2025, 10, 1)).ShouldBe(DiagnosisVerdict.NoLongerValid);
    }

    [Fact]
    public void All_codes_and_headings_are_there_with_their_titles()
    {
        DiagnosisCodes.All.Count.ShouldBe(97_875);
        DiagnosisCodes.All.Title("E11.9").ShouldBe("Type 2 diabetes mellitus without complications");
        DiagnosisCodes.All.Title("A00").ShouldBe("Cholera");
        DiagnosisCodes.All.Title("B3731").ShouldBeNull();
        DiagnosisCodes.All.Title("ZZ9").ShouldBeNull();
    }

    [Theory]
    [InlineData("e11.9", "E119")]
    [InlineData(" I10 ", "I10")]
    [InlineData("S93.401A", "S93401A")]
    [InlineData("1E1", null)]
    [InlineData("E1", null)]
    [InlineData("E11-9", null)]
    [InlineData("E11.9.", null)]
    public void A_code_is_stored_upper_case_without_its_dot(string keyed, string? stored) => DiagnosisCodes.Normalize(keyed).ShouldBe(stored);
}
