using Portal.Graph.Domain.Claims.Codes;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Claims;

public class ProcedureCodesTests
{
    [Theory]
    [Requirement("CLM-09")]
    [InlineData("G0439", ProcedureKind.HcpcsLevel2, true)]
    [InlineData("J1100", ProcedureKind.HcpcsLevel2, true)]
    [InlineData("A9998", ProcedureKind.HcpcsLevel2, false)]
    [InlineData("99999", ProcedureKind.Cpt, true)]
    [InlineData("0001F", ProcedureKind.Cpt, true)]
    [InlineData("0001T", ProcedureKind.Cpt, true)]
    [InlineData("0001U", ProcedureKind.Cpt, true)]
    [InlineData("0001A", ProcedureKind.Cpt, true)]
    [InlineData("0001M", ProcedureKind.Cpt, true)]
    [InlineData("T1015", ProcedureKind.HcpcsUnlisted, true)]
    [InlineData("D0120", ProcedureKind.HcpcsUnlisted, true)]
    public void A_code_is_told_by_its_form_and_looked_up_where_the_list_is_public(string code, ProcedureKind kind, bool known)
    {
        ProcedureCodes.KindOf(code).ShouldBe(kind);
        ProcedureCodes.IsKnown(code).ShouldBe(known);
    }

    [Theory]
    [InlineData("0001X")]
    [InlineData("G043")]
    [InlineData("g0439")]
    [InlineData("Z0001")]
    [InlineData("999999")]
    public void Anything_else_is_no_procedure_code(string code) => ProcedureCodes.KindOf(code).ShouldBeNull();

    [Fact]
    public void Short_lists_have_their_texts()
    {
        ProcedureCodes.Text("J1100").ShouldBe("Dexamethasone sodium phos");
        ProcedureCodes.Text("99999").ShouldBeNull();
        CodeTexts.PlacesOfService.Find("11").ShouldBe("Office");
        CodeTexts.PlacesOfService.Contains("30").ShouldBeFalse();
        CodeTexts.Modifiers.Find("rt").ShouldBe("Right side");
        CodeTexts.AdjustmentReasons.Find("45").ShouldNotBeNull();
        CodeTexts.RemittanceRemarks.Find("M127").ShouldNotBeNull();
        CodeTexts.AdjustmentGroups.All.Select(g => g.Key).ShouldBe(["CO", "CR", "OA", "PI", "PR"]);
    }
}
