namespace Portal.Graph.Domain.Claims.Forms;

/// <summary>What another payer decided about the same services (CLM-05). Amounts are US dollars.</summary>
public sealed record OtherPayer
{
    /// <summary>The payer's name.</summary>
    public string? Name { get; init; }

    public string? PolicyNumber { get; init; }

    /// <summary>Date of the payer's explanation of payment.</summary>
    public DateOnly? PaidDate { get; init; }

    public decimal? Allowed { get; init; }

    /// <summary>Paid for the whole claim.</summary>
    public decimal? Paid { get; init; }

    public decimal? PatientResponsibility { get; init; }

    public IReadOnlyList<OtherPayerAdjustment> Adjustments { get; init; } = [];

    /// <summary>The same by service line, where the payer told it.</summary>
    public IReadOnlyList<OtherPayerLine> Lines { get; init; } = [];
}

/// <summary>What another payer decided about one service line.</summary>
public sealed record OtherPayerLine
{
    /// <summary>Number of the line of this claim, from 1.</summary>
    public int LineNumber { get; init; }

    public decimal? Allowed { get; init; }
    public decimal? Paid { get; init; }
    public decimal? PatientResponsibility { get; init; }
    public IReadOnlyList<OtherPayerAdjustment> Adjustments { get; init; } = [];
}

/// <summary>One adjustment of another payer: group, reason code (CARC) and amount.</summary>
public sealed record OtherPayerAdjustment(AdjustmentGroup Group, string Code, decimal Amount);
