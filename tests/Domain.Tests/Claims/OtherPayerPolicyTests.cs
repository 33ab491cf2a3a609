using Portal.Graph.Domain.Claims;
using Portal.Graph.Domain.Claims.Forms;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Claims;

public class OtherPayerPolicyTests
{
    private static readonly DateOnly Today = new(2025, 12, 1);
    private static readonly ClaimForm Form = Forms.Complete(Today).WithLines(Forms.Line(Today), Forms.Line(Today)) with { OtherInsurance = true };

    private static readonly OtherPayer Payer = new()
    {
        Name = "Other Plan", PaidDate = Today, Allowed = 100, Paid = 80, PatientResponsibility = 20,
        Adjustments = [new(AdjustmentGroup.CO, "45", 20.50m)],
        Lines = [new() { LineNumber = 1, Paid = 50 }, new() { LineNumber = 2, Paid = 30 }],
    };

    [Fact]
    [Requirement("CLM-05")]
    public void Lines_that_sum_up_to_the_claim_pass_and_others_give_both_sums()
    {
        OtherPayerPolicy.Faults(Form, [Payer], Today).ShouldBeEmpty();

        var refusal = OtherPayerPolicy.Faults(Form, [Payer with { Paid = 80.01m }], Today).Single().ShouldBeOfType<CobAmountsUnbalanced>();
        (refusal.ClaimSum, refusal.LineSum).ShouldBe((80.01m, 80m));
    }

    [Fact]
    [Requirement("CLM-05")]
    public void Amounts_at_one_level_only_need_no_balance()
    {
        OtherPayerPolicy.Faults(Form, [Payer with { Lines = [] }], Today).ShouldBeEmpty();
        OtherPayerPolicy.Faults(Form, [Payer with { Paid = null }], Today).ShouldBeEmpty();
    }

    [Fact]
    [Requirement("CLM-05")]
    public void Another_plan_without_a_name_is_refused()
    {
        OtherPayerPolicy.Faults(Form, [], Today).Single().ShouldBeOfType<CobPayerRequired>();
        OtherPayerPolicy.Faults(Form, [Payer with { Name = " " }], Today).Single().ShouldBeOfType<CobPayerRequired>().PathText().ShouldBe("otherPayers.0.name");
        OtherPayerPolicy.Faults(Form with { OtherInsurance = false }, [Payer], Today).Single().PathText().ShouldBe("form.otherInsurance");
    }

    [Fact]
    public void Amounts_lines_and_dates_must_be_possible()
    {
        Fault(Payer with { Allowed = -0.01m }).ShouldBeOfType<InvalidFormat>();
        Fault(Payer with { Lines = [new() { LineNumber = 3, Paid = 80 }] }).PathText().ShouldBe("otherPayers.0.lines");
        Fault(Payer with { Lines = [new() { LineNumber = 1, Paid = 50 }, new() { LineNumber = 1, Paid = 30 }] }).PathText().ShouldBe("otherPayers.0.lines");
        Fault(Payer with { PaidDate = Today.AddDays(1) }).ShouldBeOfType<DateInFuture>();
        Fault(Payer with { Adjustments = [new(AdjustmentGroup.CO, "45-1", 1)] }).ShouldBeOfType<InvalidFormat>();
    }

    private static Refusal Fault(OtherPayer payer) => OtherPayerPolicy.Faults(Form, [payer], Today).Single();
}
