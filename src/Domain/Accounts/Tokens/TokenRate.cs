using System.Collections.Concurrent;
using Portal.Graph.Domain.Accounts.Registration;

namespace Portal.Graph.Domain.Accounts.Tokens;

/// <summary>ACC-24: how often each token may ask within a minute, counted by this process and apart from what people ask.</summary>
public sealed class TokenRate(IdentityLimits limits, TimeProvider clock)
{
    private const int Most = 10_000;
    private readonly ConcurrentDictionary<long, (long Minute, int Count)> _counts = new();

    /// <summary>Counts a request; the seconds to wait when it is one too many.</summary>
    public async ValueTask<int?> CountAsync(long tokenId, CancellationToken ct)
    {
        var (most, seconds) = (await limits.TokenRequestsAsync(ct), clock.GetUtcNow().ToUnixTimeSeconds());
        var minute = seconds / 60;
        if (_counts.Count > Most)
            foreach (var (id, old) in _counts)
                if (old.Minute != minute) _counts.TryRemove(id, out _);
        var count = _counts.AddOrUpdate(tokenId, _ => (minute, 1), (_, known) => known.Minute == minute ? (minute, known.Count + 1) : (minute, 1));
        return count.Count <= most ? null : (int)(60 - (seconds % 60));
    }
}
