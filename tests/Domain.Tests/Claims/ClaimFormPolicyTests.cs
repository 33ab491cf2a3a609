using Portal.Graph.Domain.Claims;
using Portal.Graph.Domain.Claims.Forms;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Claims;

public class ClaimFormPolicyTests
{
    private static readonly DateOnly Today = new(2025, 12, 1);
    private static readonly ClaimForm Complete = Forms.Complete(Today);

    [Fact]
    [Requirement("CLM-04")]
    public void A_complete_form_has_no_missing_field_and_no_fault()
    {
        ClaimFormPolicy.MissingFields(Complete).ShouldBeEmpty();
        ClaimFormPolicy.Faults(Complete, Today).ShouldBeEmpty();
        ClaimCodePolicy.Faults(Complete).ShouldBeEmpty();
    }

    // Scenario 23.
    [Fact]
    [Requirement("CLM-04")]
    public void One_answer_lists_all_missing_fields_with_their_boxes()
    {
        var missing = ClaimFormPolicy.MissingFields(Complete with { BillingNpi = " ", RenderingNpi = null, Diagnoses = [] });

        missing.Select(m => (m.Label, m.Box, m.PathText())).ShouldBe(
        [
            ("Diagnosis code", "21", "form.diagnoses"),
            ("Rendering provider NPI", "24J", "form.renderingNpi"),
            ("Billing provider NPI", "33a", "form.billingNpi"),
        ]);
    }

    [Fact]
    [Requirement("CLM-04")]
    public void An_empty_form_misses_every_required_box()
    {
        ClaimFormPolicy.MissingFields(new()).Select(m => m.Box).ShouldBe(
            ["1a", "2", "2", "3", "3", "4", "6", "11d", "21", "24", "24J", "25", "27", "28", "33a"]);
        ClaimFormPolicy.Faults(new(), Today).ShouldBeEmpty();
    }

    [Fact]
    [Requirement("CLM-04")]
    public void An_empty_line_misses_every_required_box_of_a_line()
    {
        var missing = ClaimFormPolicy.MissingFields(Complete with { Lines = [Complete.Lines[0], new()] });

        missing.Select(m => (m.Box, m.PathText())).ShouldBe(
        [
            ("24A", "form.lines.1.from"), ("24A", "form.lines.1.to"), ("24B", "form.lines.1.placeOfService"), ("24D", "form.lines.1.code"),
            ("24E", "form.lines.1.diagnosisPointer"), ("24F", "form.lines.1.charge"), ("24G", "form.lines.1.units"),
        ]);
    }

    [Theory]
    [Requirement("CLM-04")]
    [InlineData("11", false)]
    [InlineData("12", false)]
    [InlineData("22", true)]
    public void The_service_facility_is_required_outside_office_and_home(string place, bool required)
    {
        var missing = ClaimFormPolicy.MissingFields(Complete.WithLine(l => l with { PlaceOfService = place }));
        missing.Select(m => m.Box).ShouldBe(required ? ["32"] : []);
    }

    [Fact]
    public void Fifty_lines_and_twelve_diagnoses_pass_and_one_more_is_refused()
    {
        var fifty = Complete.WithLines([.. Enumerable.Repeat(Forms.Line(Today), 50)]) with { Diagnoses = [.. Enumerable.Repeat("I10", 12)] };
        ClaimFormPolicy.Faults(fifty, Today).ShouldBeEmpty();

        var more = Complete.WithLines([.. Enumerable.Repeat(Forms.Line(Today), 51)]) with { Diagnoses = [.. Enumerable.Repeat("I10", 13)] };
        ClaimFormPolicy.Faults(more, Today).OfType<TooManyEntries>().Select(t => (t.Max, t.Actual)).ShouldBe([(12, 13), (50, 51)]);
    }

    [Fact]
    public void Four_modifiers_pass_and_five_are_refused()
    {
        Faults(l => l with { Modifiers = ["25", "59", "RT", "u1"] }).ShouldBeEmpty();
        Faults(l => l with { Modifiers = ["25", "59", "RT", "U1", "GA"] }).Single().ShouldBeOfType<TooManyEntries>();
        Faults(l => l with { Modifiers = ["2"] }).Single().PathText().ShouldBe("form.lines.0.modifiers.0");
    }

    [Theory]
    [Requirement("CLM-09")]
    [InlineData("A", true)]
    [InlineData("BA", true)]
    [InlineData("b", true)]
    [InlineData("C", false)]
    [InlineData("AC", false)]
    public void A_pointer_names_a_given_diagnosis(string pointer, bool valid) =>
        Faults(l => l with { DiagnosisPointer = pointer }).Select(f => f.GetType()).ShouldBe(valid ? [] : [typeof(DiagnosisPointerInvalid)]);

    [Theory]
    [InlineData("M")]
    [InlineData("AA")]
    [InlineData("1")]
    [InlineData("ABCDE")]
    public void A_pointer_is_one_to_four_different_letters_A_to_L(string pointer) =>
        Faults(l => l with { DiagnosisPointer = pointer }).Single().ShouldBeOfType<InvalidFormat>();

    [Fact]
    [Requirement("CLM-09")]
    public void Charges_must_sum_up_to_the_total()
    {
        ClaimFormPolicy.Faults(Complete with { TotalCharge = 120.51m }, Today).Single()
            .ShouldBe(new ChargesUnbalanced(120.51m, 120.50m) { Path = ["form", "totalCharge"] }, new SameRefusal());
    }

    [Fact]
    [Requirement("CLM-09")]
    public void Service_today_passes_and_tomorrow_is_in_the_future()
    {
        Faults(l => l with { From = Today, To = Today }).ShouldBeEmpty();
        Faults(l => l with { To = Today.AddDays(1) }).Single().ShouldBeOfType<DateInFuture>().Today.ShouldBe(Today);
        Faults(l => l with { From = Today, To = Today.AddDays(-1) }).Single().ShouldBeOfType<DateRangeReversed>();
    }

    [Theory]
    [InlineData("123456789", true)]
    [InlineData("12345678901", true)]
    [InlineData("123456789-01", true)]
    [InlineData("12345678", false)]
    [InlineData("123456789-1", false)]
    [InlineData("JS0011122", false)]
    public void A_member_id_has_one_of_three_forms(string memberId, bool valid) =>
        ClaimFormPolicy.Faults(Complete with { MemberId = memberId }, Today).Select(f => f.GetType()).ShouldBe(valid ? [] : [typeof(InvalidFormat)]);

    [Fact]
    public void Every_ill_formed_field_is_named_at_once()
    {
        var form = Complete with
        {
            BillingNpi = "1234567890", RenderingNpi = "12", TaxId = "12-345678", TotalCharge = 10.005m, AmountPaid = -1,
            Diagnoses = ["E11.9", "??"], ResubmissionCode = "7", PatientAddress = new() { Zip = "4321" },
            Lines = [Complete.Lines[0] with { Code = "G04", PlaceOfService = "30", Units = 0, Charge = -1 }],
        };

        ClaimFormPolicy.Faults(form, Today).Select(f => (f.Code, f.PathText())).ShouldBe(
        [
            ("INVALID_FORMAT", "form.patientAddress.zip"), ("INVALID_FORMAT", "form.diagnoses.1"), ("INVALID_FORMAT", "form.resubmissionCode"),
            ("INVALID_FORMAT", "form.lines.0.placeOfService"), ("INVALID_FORMAT", "form.lines.0.code"), ("INVALID_FORMAT", "form.lines.0.charge"),
            ("INVALID_FORMAT", "form.lines.0.units"), ("INVALID_NPI", "form.renderingNpi"), ("INVALID_FORMAT", "form.taxId"),
            ("INVALID_FORMAT", "form.totalCharge"), ("INVALID_FORMAT", "form.amountPaid"), ("CHARGES_UNBALANCED", "form.totalCharge"),
            ("INVALID_NPI", "form.billingNpi"),
        ]);
    }

    [Fact]
    [Requirement("CLM-09")]
    public void Codes_are_judged_on_the_date_of_service()
    {
        var form = Complete with { Diagnoses = ["E11", "I10"], Lines = [Forms.Line(new(2025, 11, 3), "A9998")] };

        var faults = ClaimCodePolicy.Faults(form);

        faults[0].ShouldBeOfType<InvalidDiagnosisCode>().Problem.ShouldContain("not specific enough");
        faults[1].ShouldBeOfType<InvalidProcedureCode>().Date.ShouldBe(new(2025, 11, 3));
        faults.Select(f => f.PathText()).ShouldBe(["form.diagnoses.0", "form.lines.0.code"]);
    }

    private static IReadOnlyList<Refusal> Faults(Func<ClaimFormLine, ClaimFormLine> change) =>
        ClaimFormPolicy.Faults(Complete.WithLine(change), Today);

    private sealed class SameRefusal : IEqualityComparer<Refusal>
    {
        public bool Equals(Refusal? x, Refusal? y) => x?.Message == y?.Message && x?.PathText() == y?.PathText();
        public int GetHashCode(Refusal refusal) => refusal.Message.GetHashCode(StringComparison.Ordinal);
    }
}
