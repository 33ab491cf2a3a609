using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Portal.Graph.Domain.Platform.Availability;

/// <summary>Planned maintenance, in which changes are closed and reading goes on.</summary>
/// <param name="From">When changes close (UTC).</param>
/// <param name="Until">When changes open again (UTC).</param>
/// <param name="Text">What to show to people.</param>
public sealed record MaintenanceNotice(DateTimeOffset From, DateTimeOffset Until, string Text);

/// <summary>
/// ACC-21: a planned window by configuration (<c>Maintenance:From</c>, <c>Maintenance:Until</c>, <c>Maintenance:Text</c>; instants with
/// offset). Read anew each time, so a reloaded configuration counts at once.
/// </summary>
public sealed class MaintenanceWindow(IConfiguration configuration, TimeProvider clock)
{
    private static readonly TimeSpan Ahead = TimeSpan.FromHours(48);

    /// <summary>The banner, from 48 hours ahead to the end of the window.</summary>
    public MaintenanceNotice? Notice() =>
        Window() is { } window && clock.GetUtcNow() is var now && now >= window.From - Ahead && now < window.Until ? window : null;

    /// <summary>The refusal of every write while the window is open; sign-in and reading go on.</summary>
    public MaintenanceMode? RefusesWrites() =>
        Window() is { } window && clock.GetUtcNow() is var now && now >= window.From && now < window.Until ? new(window.Until) : null;

    private MaintenanceNotice? Window() =>
        Instant("Maintenance:From") is { } from && Instant("Maintenance:Until") is { } until
            ? new(from, until, configuration["Maintenance:Text"] ?? "Planned maintenance. You can look things up; changes are closed.")
            : null;

    private DateTimeOffset? Instant(string key) => configuration[key] is { Length: > 0 } text
        ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
        : null;
}
