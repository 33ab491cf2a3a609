using Portal.Graph.Domain.Platform;

namespace Portal.Graph.Domain.Claims;

/// <summary>CLM-25: when a posted result may be taken over, and what it makes of claim and lines.</summary>
public static class AdjudicationPolicy
{
    // Contractual write-off: the price of the contract, not a cut.
    private const string FeeScheduleReason = "45";

    public static IReadOnlyList<Refusal> Faults(Adjudication result, IReadOnlyList<ClaimLine> lines)
    {
        List<Refusal> faults = [];
        int[] expected = [.. lines.Select(l => l.No).Order()];
        if (!result.Lines.Select(l => l.Line).Order().SequenceEqual(expected)) return [new AdjudicationLinesMismatch(expected) { Path = ["lines"] }];

        FormFaults(faults, result);
        for (var i = 0; i < result.Lines.Count; i++)
        {
            var decision = result.Lines[i];
            var charge = lines.Single(l => l.No == decision.Line).Charge;
            // CLM-25: charge = paid + adjustments, per line
            if (charge - decision.Paid - decision.Adjusted is var open and not 0)
                faults.Add(new AdjudicationUnbalanced(decision.Line, open) { Path = ["lines", i.ToString()] });
        }
        // CLM-25: and in total
        var total = lines.Sum(l => l.Charge) - result.Paid - result.Lines.Sum(l => l.Adjusted) - result.Reasons.Sum(r => r.AdjustedAmount);
        if (total != 0) faults.Add(new AdjudicationUnbalanced(null, total) { Path = ["paid"] });
        if (faults.Count == 0 && ClaimResult(result, lines) is ClaimState.Denied && result.DenialCategory is null)
            faults.Add(new RequiredFieldMissing("Denial category") { Path = ["denialCategory"] });
        return faults;
    }

    /// <summary>Denied: nothing was allowed. Partly paid: a line was denied or cut. Paid: else, also when the patient's share took it all.</summary>
    public static ClaimState ClaimResult(Adjudication result, IReadOnlyList<ClaimLine> lines)
    {
        var states = result.Lines.Select(d => LineResult(d, lines.Single(l => l.No == d.Line).Charge)).ToList();
        return states.All(s => s is ClaimLineState.Denied) ? ClaimState.Denied
            : states.Any(s => s is ClaimLineState.Denied or ClaimLineState.Reduced) || result.Reasons.Any(r => r.AdjustedAmount > 0) ? ClaimState.PartiallyPaid
            : ClaimState.Paid;
    }

    public static ClaimLineState LineResult(LineDecision decision, decimal charge) =>
        decision.Allowed == 0 && charge > 0 ? ClaimLineState.Denied
        : decision.Reasons.Any(r => r.AdjustedAmount > 0 && r.Group is not AdjustmentGroup.PR && r.Code.Trim() != FeeScheduleReason) ? ClaimLineState.Reduced
        : ClaimLineState.Paid;

    private static void FormFaults(List<Refusal> faults, Adjudication result)
    {
        var amounts = result.Lines.SelectMany(l => new[] { l.Allowed, l.Paid }).Append(result.Paid);
        if (amounts.Any(a => a < 0 || decimal.Round(a, 2) != a))
            faults.Add(new InvalidFormat("Amounts", "0.00 or more with at most two decimals", "80.00") { Path = ["lines"] });
        if (result.Lines.Any(l => l.Paid > l.Allowed))
            faults.Add(new InvalidFormat("Paid", "at most what is allowed", "80.00") { Path = ["lines"] });
        foreach (var reason in result.Lines.SelectMany(l => l.Reasons).Concat(result.Reasons))
        {
            if (string.IsNullOrWhiteSpace(reason.Code) || reason.Code.Trim().Length > 10)
                faults.Add(new InvalidFormat("Reason code", "a code of 1 to 10 characters", "45") { Path = ["reasons"] });
            if (reason.Kind is ClaimReasonKind.Adjustment && (reason.Group is null || reason.Amount is null || decimal.Round(reason.Amount.Value, 2) != reason.Amount))
                faults.Add(new InvalidFormat($"Adjustment {reason.Code}", "a group and an amount with at most two decimals", "CO 45 20.00") { Path = ["reasons"] });
        }
    }
}
