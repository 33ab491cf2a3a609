namespace Portal.Graph.Testing;

/// <summary>A clock that stands until a test moves it.</summary>
public sealed class TestClock(DateTimeOffset start) : TimeProvider
{
    /// <summary>A Monday, 15:00 UTC: the same calendar day in every market.</summary>
    public static readonly DateTimeOffset Monday = new(2025, 12, 1, 15, 0, 0, TimeSpan.Zero);

    private DateTimeOffset _now = start;

    public TestClock() : this(Monday) { }

    /// <summary>By so much every look moves it; real clocks never say the same twice.</summary>
    public TimeSpan Step { get; set; }

    public override DateTimeOffset GetUtcNow() => Step == TimeSpan.Zero ? _now : _now += Step;

    public void Set(DateTimeOffset now) => _now = now;

    public void Advance(TimeSpan by) => _now += by;
}
