using System.Globalization;
using Portal.Graph.Domain.Platform.Work.Timekeeping;

namespace Portal.Graph.BackOffice.Platform.Work;

/// <summary>The geometry of a queue's chart: bars for what came and went each day, lines for what was open and overdue at its end.</summary>
public sealed class DailyChart
{
    public const int Width = 720;
    public const int Height = 200;
    private const int Left = 40;
    private const int Right = 14;
    private const int Top = 10;
    private const int Bottom = 176;
    private readonly IReadOnlyList<SlaDay> _days;
    private readonly int _step;

    public DailyChart(string id, IReadOnlyList<SlaDay> days)
    {
        (Id, _days) = (id, days);
        var most = days.Count == 0 ? 0 : days.Max(day => Math.Max(Math.Max(day.Opened, day.Closed), day.Open));
        _step = StepFor(most);
        Most = _step * Math.Max(1, (most + _step - 1) / _step);
    }

    /// <summary>Begins the ids of the drawing's parts.</summary>
    public string Id { get; }

    /// <summary>The number at the upper end of the scale.</summary>
    public int Most { get; }

    public IReadOnlyList<SlaDay> Days => _days;

    /// <summary>What the drawing shows, in one sentence.</summary>
    public string Summary => _days.Count == 0 ? "No day has been counted yet."
        : string.Create(CultureInfo.InvariantCulture,
            $"From {_days[0].Date:MMM d} to {_days[^1].Date:MMM d}: {_days.Sum(day => day.Opened)} came, {_days.Sum(day => day.Closed)} were closed; {_days[^1].Open} were open at the end, {_days[^1].Breached} of them overdue.");

    /// <summary>The horizontal lines of the scale with their numbers.</summary>
    public IEnumerable<(string Y, string Text)> Grid
    {
        get
        {
            for (var value = 0; value <= Most; value += _step) yield return (Number(Y(value)), value.ToString("N0", CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Every seventh day, counted from the last.</summary>
    public IEnumerable<(string X, string Text)> Dates => _days.Select((day, i) => (Day: day, Index: i))
        .Where(place => (_days.Count - 1 - place.Index) % 7 == 0)
        .Select(place => (Number(Left + (place.Index + 0.5) * Slot), place.Day.Date.ToString("MMM d", CultureInfo.InvariantCulture)));

    public IEnumerable<(string X, string Y, string Height)> OpenedBars => Bars(day => day.Opened, 0.12);
    public IEnumerable<(string X, string Y, string Height)> ClosedBars => Bars(day => day.Closed, 0.52);
    public string BarWidth => Number(Slot * 0.36);
    public string OpenLine => Line(day => day.Open);
    public string BreachedLine => Line(day => day.Breached);
    public string RightEnd => Number(Width);
    public string LeftEnd => Number(Left);

    private double Slot => (double)(Width - Left - Right) / Math.Max(1, _days.Count);

    private IEnumerable<(string X, string Y, string Height)> Bars(Func<SlaDay, int> value, double offset) => _days.Select((day, i) =>
        (Number(Left + (i + offset) * Slot), Number(Y(value(day))), Number(Bottom - Y(value(day)))));

    private string Line(Func<SlaDay, int> value) => string.Join(' ', _days.Select((day, i) => $"{Number(Left + (i + 0.5) * Slot)},{Number(Y(value(day)))}"));

    private double Y(int value) => Bottom - (Bottom - Top) * (double)value / Most;

    // About four lines at round numbers.
    private static int StepFor(int most)
    {
        var step = 1;
        // 1, 2, 5, 10, 20, 50 and so on.
        while (most > step * 4) step = step.ToString(CultureInfo.InvariantCulture)[0] == '2' ? step / 2 * 5 : step * 2;
        return step;
    }

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
