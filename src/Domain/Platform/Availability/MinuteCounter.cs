using System.Collections.Concurrent;

namespace Portal.Graph.Domain.Platform.Availability;

/// <summary>Counts what each key does in the minute of the clock. In this process only: several processes each allow as much.</summary>
public sealed class MinuteCounter(TimeProvider clock)
{
    private const int Most = 50_000;
    private readonly ConcurrentDictionary<string, (long Minute, int Count)> _counts = new(StringComparer.Ordinal);

    /// <summary>Counts one more.</summary>
    /// <param name="most">How many a minute may have; 0 for any number.</param>
    /// <returns>Seconds to wait when it is one too many; else null.</returns>
    public int? Count(string key, int most)
    {
        if (most <= 0) return null;
        var seconds = clock.GetUtcNow().ToUnixTimeSeconds();
        var minute = seconds / 60;
        if (_counts.Count > Most)
            foreach (var (known, old) in _counts)
                if (old.Minute != minute) _counts.TryRemove(known, out _);
        var count = _counts.AddOrUpdate(key, _ => (minute, 1), (_, known) => known.Minute == minute ? (minute, known.Count + 1) : (minute, 1));
        return count.Count <= most ? null : (int)(60 - (seconds % 60));
    }
}
