namespace Portal.Graph.Domain.Platform;

/// <summary>Calendar dates from <paramref name="From"/> to <paramref name="To"/>, both included; an open end has no <paramref name="To"/>.</summary>
public readonly record struct DateRange(DateOnly From, DateOnly? To)
{
    public bool Contains(DateOnly date) => From <= date && (To is null || date <= To);
    public bool Overlaps(DateRange other) => (other.To is null || From <= other.To) && (To is null || other.From <= To);
    public override string ToString() => To is null ? $"from {From:yyyy-MM-dd}" : $"{From:yyyy-MM-dd} to {To:yyyy-MM-dd}";
}
