using Portal.Graph.Domain.Claims;

namespace Portal.Graph.BackOffice.Claims;

/// <summary>The decision as it is typed, line by line; what is missing counts as nothing paid.</summary>
public sealed class DecisionForm
{
    public const int AdjustmentsAtFirst = 2;

    public List<DecisionLineForm> Lines { get; set; } = [];

    public DecisionTotals Totals => new(
        Lines.Sum(line => line.Charge), Lines.Sum(line => line.Allowed ?? 0), Lines.Sum(line => line.Paid ?? 0),
        Lines.Sum(line => line.PatientShare ?? 0), Lines.Sum(line => line.Adjusted));
}

/// <summary>One service line of the decision.</summary>
public sealed class DecisionLineForm
{
    public int Number { get; set; }

    /// <summary>What the claim says; shown and used for the balance, never taken from the form.</summary>
    public decimal Charge { get; internal set; }
    public decimal? Allowed { get; set; }
    public decimal? Paid { get; set; }
    public decimal? PatientShare { get; set; }
    public List<AdjustmentForm> Adjustments { get; set; } = [];

    public decimal Adjusted => Adjustments.Sum(adjustment => adjustment.Amount ?? 0);

    /// <summary>CLM-25: charge = paid + adjustments; anything else is what is still to be explained.</summary>
    public decimal Rest => Charge - (Paid ?? 0) - Adjusted;
}

/// <summary>Why a part of the charge is not paid: group, CARC and amount. A row left empty counts for nothing.</summary>
public sealed class AdjustmentForm
{
    public AdjustmentGroup? Group { get; set; }
    public string? Code { get; set; }
    public decimal? Amount { get; set; }

    public bool IsEmpty => Group is null && string.IsNullOrWhiteSpace(Code) && Amount is null;
}

public sealed record DecisionTotals(decimal Charge, decimal Allowed, decimal Paid, decimal PatientShare, decimal Adjusted)
{
    public bool Balances => Charge == Paid + Adjusted;
}
