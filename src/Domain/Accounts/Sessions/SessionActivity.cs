using System.Collections.Concurrent;
using Portal.Graph.Domain.Platform.Access;

namespace Portal.Graph.Domain.Accounts.Sessions;

/// <summary>
/// Who the open sessions are and when each was last used, so that a request needs neither a read of its rights nor a write of
/// its time. Rights are looked up again after <see cref="Freshness"/>, at once after <see cref="Forget"/>; <see cref="SessionChanges"/> calls it
/// for what other processes changed.
/// </summary>
public sealed class SessionActivity
{
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<long, Known> _known = new();

    internal bool IsInUse => !_known.IsEmpty;

    public void Forget(long sessionId) => _known.TryRemove(sessionId, out _);

    internal DateTimeOffset? LastSeen(long sessionId) => _known.TryGetValue(sessionId, out var known) ? known.LastSeenAt : null;

    internal Known? Find(long sessionId) => _known.GetValueOrDefault(sessionId);

    internal void Keep(long sessionId, Known known, DateTimeOffset now, SessionLimits limits)
    {
        _known[sessionId] = known;
        if (_known.Count % 1024 != 0) return;
        foreach (var (id, old) in _known)
            if (now - old.LastSeenAt > limits.Idle) _known.TryRemove(id, out _);
    }

    internal sealed record Known(Actor Actor, DateTimeOffset ExpiresAt, DateTimeOffset LoadedAt)
    {
        public DateTimeOffset LastSeenAt { get; set; }

        /// <summary>What the database has.</summary>
        public DateTimeOffset StoredSeenAt { get; set; }
    }
}
