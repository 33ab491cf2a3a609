using Portal.Graph.Domain.Claims;

namespace Portal.Graph.BackOffice.Claims;

/// <summary>The decision as it is typed, line by line.</summary>
public sealed class DecisionForm
{
    private const int AdjustmentsAtFirst = 2;

    /// <summary>PLT-05: the version of the claim that was read.</summary>
    public int ClaimVersion { get; set; }
    public List<DecisionLineForm> Lines { get; set; } = [];

    /// <summary>Why it is denied; needed when nothing is allowed.</summary>
    public DenialCategory? DenialCategory { get; set; }

    public DecisionTotals Totals => new(
        Lines.Sum(line => line.Charge), Lines.Sum(line => line.Allowed ?? 0), Lines.Sum(line => line.Paid ?? 0),
        Lines.Sum(line => line.PatientShare), Lines.Sum(line => line.Adjusted));

    /// <summary>An empty form for these lines.</summary>
    public void StartFrom(IReadOnlyList<ClaimLine> lines) => Lines =
    [
        .. lines.Select(line => new DecisionLineForm
        {
            Number = line.No, Charge = line.Charge, Adjustments = [.. Enumerable.Range(0, AdjustmentsAtFirst).Select(_ => new AdjustmentForm())],
        }),
    ];

    /// <summary>Puts the claim's own numbers beside what was typed; lines that the claim has not are dropped.</summary>
    public void Restore(IReadOnlyList<ClaimLine> lines) => Lines =
    [
        .. lines.Select((line, i) =>
        {
            var typed = i < Lines.Count && Lines[i].Number == line.No ? Lines[i] : new DecisionLineForm { Number = line.No };
            typed.Charge = line.Charge;
            return typed;
        }),
    ];

    public Adjudication ToAdjudication() => new(
        Totals.Paid,
        [.. Lines.Select(line => new LineDecision(line.Number, line.Allowed ?? 0, line.Paid ?? 0, [.. line.Reasons]))],
        [], DenialCategory);
}

/// <summary>One service line of the decision.</summary>
public sealed class DecisionLineForm
{
    public int Number { get; set; }

    /// <summary>What the claim says; shown and used for the balance, never taken from the form.</summary>
    public decimal Charge { get; internal set; }
    public decimal? Allowed { get; set; }
    public decimal? Paid { get; set; }
    public List<AdjustmentForm> Adjustments { get; set; } = [];

    public decimal Adjusted => Adjustments.Sum(adjustment => adjustment.Amount ?? 0);

    /// <summary>What the patient owes are the adjustments of group PR.</summary>
    public decimal PatientShare => Adjustments.Where(adjustment => adjustment.Group is AdjustmentGroup.PR).Sum(adjustment => adjustment.Amount ?? 0);

    /// <summary>CLM-25: charge = paid + adjustments; this is what is still to be explained.</summary>
    public decimal Rest => Charge - (Paid ?? 0) - Adjusted;

    internal IEnumerable<ReasonEntry> Reasons => Adjustments.Where(adjustment => !adjustment.IsEmpty)
        .Select(adjustment => new ReasonEntry(ClaimReasonKind.Adjustment, adjustment.Code?.Trim() ?? "", adjustment.Group, adjustment.Amount));
}

/// <summary>Why a part of the charge is not paid: group, CARC and amount. A row left empty counts for nothing.</summary>
public sealed class AdjustmentForm
{
    public AdjustmentGroup? Group { get; set; }
    public string? Code { get; set; }
    public decimal? Amount { get; set; }

    public bool IsEmpty => Group is null && string.IsNullOrWhiteSpace(Code) && Amount is null;
}

public sealed record DecisionTotals(decimal Charge, decimal Allowed, decimal Paid, decimal PatientShare, decimal Adjusted);
