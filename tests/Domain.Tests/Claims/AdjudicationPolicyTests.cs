using Portal.Graph.Domain.Claims;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Testing;
using static Portal.Graph.Domain.Tests.Claims.ClaimPlan;

namespace Portal.Graph.Domain.Tests.Claims;

public class AdjudicationPolicyTests
{
    private static readonly DateOnly Day = new(2025, 11, 3);

    private static readonly ClaimLine[] Lines =
        [new(1, new(Day, Day, "G0439", 1, 100)), new(2, new(Day, Day, "G0008", 1, 50))];

    private static readonly LineDecision Paid = new(1, 90, 80, [Co("45", 10), Pr("3", 10)]);
    private static readonly LineDecision Denied = new(2, 0, 0, [Co("96", 50)]);

    [Fact]
    [Requirement("CLM-25")]
    public void Charge_is_paid_plus_adjustments_per_line_and_in_total()
    {
        Faults(new(80, [Paid, Denied], [])).ShouldBeEmpty();
        Faults(new(80.01m, [Paid, Denied], [])).Single().ShouldBeOfType<AdjudicationUnbalanced>().ShouldSatisfyAllConditions(
            r => r.Line.ShouldBeNull(), r => r.Difference.ShouldBe(-0.01m));
        // An adjustment of the whole claim lowers what is paid in total.
        Faults(new(75, [Paid, Denied], [Co("96", 5)])).ShouldBeEmpty();
    }

    [Fact]
    [Requirement("CLM-25")]
    public void Every_line_is_decided_once()
    {
        Faults(new(80, [Paid], [])).Single().ShouldBeOfType<AdjudicationLinesMismatch>().Expected.ShouldBe([1, 2]);
        Faults(new(160, [Paid, Paid], [])).Single().ShouldBeOfType<AdjudicationLinesMismatch>();
    }

    [Fact]
    [Requirement("CLM-24")]
    public void The_state_follows_from_the_lines()
    {
        var full = new LineDecision(2, 50, 50, []);
        Result(new(130, [Paid, full], [])).ShouldBe(ClaimState.Paid);
        Result(new(80, [Paid, Denied], [])).ShouldBe(ClaimState.PartiallyPaid);
        Result(new(0, [Denied with { Line = 1 }, Denied], [])).ShouldBe(ClaimState.Denied);
        // All of it is the patient's deductible: decided and paid with nothing.
        Result(new(0, [new(1, 100, 0, [Pr("1", 100)]), new(2, 50, 0, [Pr("1", 50)])], [])).ShouldBe(ClaimState.Paid);
        AdjudicationPolicy.LineResult(new(1, 90, 60, [Co("45", 10), Co("96", 30)]), 100).ShouldBe(ClaimLineState.Reduced);
        AdjudicationPolicy.LineResult(Paid, 100).ShouldBe(ClaimLineState.Paid);
        AdjudicationPolicy.LineResult(new(1, 0, 0, []), 0).ShouldBe(ClaimLineState.Paid);
    }

    [Fact]
    public void A_denial_names_its_category_and_amounts_must_be_possible()
    {
        var denied = new Adjudication(0, [new(1, 0, 0, [Co("96", 100)]), Denied], []);
        Faults(denied).Single().ShouldBeOfType<RequiredFieldMissing>().Label.ShouldBe("Denial category");
        Faults(denied with { DenialCategory = DenialCategory.Coding }).ShouldBeEmpty();
        Faults(new(150, [new(1, 90, 100, []), new(2, 50, 50, [])], [])).Single().ShouldBeOfType<InvalidFormat>();
        Faults(new(80, [Paid, new(2, 0, 0, [new(ClaimReasonKind.Adjustment, "96", null, 50)])], [])).Single().ShouldBeOfType<InvalidFormat>();
    }

    private static IReadOnlyList<Refusal> Faults(Adjudication result) => AdjudicationPolicy.Faults(result, Lines);

    private static ClaimState Result(Adjudication result) => AdjudicationPolicy.ClaimResult(result, Lines);
}
