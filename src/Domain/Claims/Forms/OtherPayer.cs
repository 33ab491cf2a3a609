namespace Portal.Graph.Domain.Claims.Forms;

// CLM-05
/// <summary>What another payer decided about the same services. Amounts are US dollars.</summary>
public sealed record OtherPayer
{
    /// <summary>The payer's name.</summary>
    public string? Name { get; init; }

    /// <summary>The member's policy number there.</summary>
    public string? PolicyNumber { get; init; }

    /// <summary>Date of the payer's explanation of payment.</summary>
    public DateOnly? PaidDate { get; init; }

    /// <summary>Allowed for the whole claim.</summary>
    public decimal? Allowed { get; init; }

    /// <summary>Paid for the whole claim.</summary>
    public decimal? Paid { get; init; }

    /// <summary>Left to the patient for the whole claim.</summary>
    public decimal? PatientResponsibility { get; init; }

    /// <summary>Adjustments of the claim as a whole.</summary>
    public IReadOnlyList<OtherPayerAdjustment> Adjustments { get; init; } = [];

    /// <summary>The same by service line, where the payer told it.</summary>
    public IReadOnlyList<OtherPayerLine> Lines { get; init; } = [];
}

/// <summary>What another payer decided about one service line.</summary>
public sealed record OtherPayerLine
{
    /// <summary>Number of the line of this claim, from 1.</summary>
    public int LineNumber { get; init; }

    /// <summary>Allowed for the line, in US dollars.</summary>
    public decimal? Allowed { get; init; }

    /// <summary>Paid for the line, in US dollars.</summary>
    public decimal? Paid { get; init; }

    /// <summary>Left to the patient for the line, in US dollars.</summary>
    public decimal? PatientResponsibility { get; init; }

    /// <summary>Adjustments of the line.</summary>
    public IReadOnlyList<OtherPayerAdjustment> Adjustments { get; init; } = [];
}

/// <summary>One adjustment of another payer.</summary>
/// <param name="Group">Who bears it.</param>
/// <param name="Code">Claim adjustment reason code (CARC).</param>
/// <param name="Amount">US dollars, 0.00 or more.</param>
public sealed record OtherPayerAdjustment(AdjustmentGroup Group, string Code, decimal Amount);
