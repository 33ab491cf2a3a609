namespace Portal.Graph.Domain.Claims;

// CLM-25
/// <summary>The result that the core system or a claims analyst posts. Amounts are US dollars.</summary>
/// <param name="Paid">Total paid for the claim.</param>
/// <param name="Lines">One decision for every line.</param>
/// <param name="Reasons">Reasons of the claim as a whole; adjustments here are beside those of the lines.</param>
/// <param name="DenialCategory">Required when nothing was allowed; kept for a partly denied claim too.</param>
/// <param name="PaidDate">Date of payment; today in the market when left out and something was paid.</param>
/// <param name="CheckNumber">Number of the check or transfer.</param>
/// <param name="NoticeMailedDate">When the notice of the decision was mailed.</param>
public sealed record Adjudication(
    decimal Paid, IReadOnlyList<LineDecision> Lines, IReadOnlyList<ReasonEntry> Reasons, DenialCategory? DenialCategory = null,
    DateOnly? PaidDate = null, string? CheckNumber = null, DateOnly? NoticeMailedDate = null);

/// <summary>The result of one line; what the patient owes are its adjustments of group PR.</summary>
/// <param name="Line">Number of the line, from 1.</param>
/// <param name="Allowed">What the plan allows, in US dollars.</param>
/// <param name="Paid">What the plan pays, in US dollars; at most what is allowed.</param>
/// <param name="Reasons">Adjustments that explain charge less paid, and remarks.</param>
public sealed record LineDecision(int Line, decimal Allowed, decimal Paid, IReadOnlyList<ReasonEntry> Reasons)
{
    internal decimal Adjusted => Reasons.Sum(r => r.AdjustedAmount);

    public decimal PatientShare => Reasons.Where(r => r.Group is AdjustmentGroup.PR).Sum(r => r.AdjustedAmount);
}

/// <summary>One reason.</summary>
/// <param name="Kind">PROCESS, ADJUSTMENT (with group and amount) or REMITTANCE.</param>
/// <param name="Code">CARC for an adjustment, RARC for a remark, the plan's own for a process step.</param>
/// <param name="Group">Who bears it; adjustments only.</param>
/// <param name="Amount">How much of the charge it explains; adjustments only.</param>
/// <param name="Text">Own words; the code's known text when left out.</param>
public sealed record ReasonEntry(ClaimReasonKind Kind, string Code, AdjustmentGroup? Group = null, decimal? Amount = null, string? Text = null)
{
    internal decimal AdjustedAmount => Kind is ClaimReasonKind.Adjustment ? Amount ?? 0 : 0;
}
