namespace Portal.Graph.Domain.Claims.Demo;

/// <summary>Balanced results for demo claims.</summary>
internal static class DemoResults
{
    private const decimal Contract = 0.72m;
    private const decimal Coinsurance = 0.10m;

    public static Adjudication Of(Claim claim, ClaimState state, DenialCategory category, string checkNumber)
    {
        var denied = state is ClaimState.Denied;
        LineDecision[] lines = [.. claim.LineItems.Select(line =>
            denied || (state is ClaimState.PartiallyPaid && line.No == claim.LineCount && claim.LineCount > 1)
                ? Deny(line, category)
                : Pay(line, cut: state is ClaimState.PartiallyPaid && claim.LineCount == 1))];
        var anyDenied = denied || state is ClaimState.PartiallyPaid;
        var reasons = new List<ReasonEntry> { new(ClaimReasonKind.Process, denied ? "P20" : "P10", Text: denied ? "Reviewed and denied" : "Priced by contract") };
        return new(lines.Sum(l => l.Paid), lines, reasons, anyDenied ? category : null, CheckNumber: checkNumber);
    }

    private static LineDecision Deny(ClaimLine line, DenialCategory category)
    {
        var (adjustment, remark) = DemoServices.ReasonsOf(category);
        return new(line.No, 0, 0,
        [
            new(ClaimReasonKind.Adjustment, adjustment, AdjustmentGroup.CO, line.Charge),
            new(ClaimReasonKind.Remittance, remark),
        ]);
    }

    private static LineDecision Pay(ClaimLine line, bool cut)
    {
        var allowed = decimal.Round(line.Charge * Contract, 2);
        var share = decimal.Round(allowed * Coinsurance, 2);
        var reduction = cut ? decimal.Round((allowed - share) / 2, 2) : 0;
        List<ReasonEntry> reasons =
        [
            new(ClaimReasonKind.Adjustment, "45", AdjustmentGroup.CO, line.Charge - allowed),
            new(ClaimReasonKind.Adjustment, "2", AdjustmentGroup.PR, share),
        ];
        if (reduction > 0) reasons.Add(new(ClaimReasonKind.Adjustment, "96", AdjustmentGroup.CO, reduction));
        return new(line.No, allowed, allowed - share - reduction, reasons);
    }
}
