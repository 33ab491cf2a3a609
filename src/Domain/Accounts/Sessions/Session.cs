using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Outbox;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Sessions;

/// <summary>A signed-in user in one market (staff: in none), from sign-in to its end.</summary>
public sealed class Session : IEntity, IPublishedUpdate
{
    private readonly List<RefreshToken> _tokens = [];

    private Session() { }

    public long Id { get; private set; }
    public long UserId { get; private set; }
    public Market? Market { get; set; }
    public DateTimeOffset StartedAt { get; private set; }
    public DateTimeOffset LastSeenAt { get; private set; }

    /// <summary>The end whatever the user does.</summary>
    public DateTimeOffset ExpiresAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }
    public string? EndReason { get; private set; }
    public string? Ip { get; private set; }

    /// <summary>The member of staff who looks on as the user; null when the user is there.</summary>
    public long? ImpersonatorId { get; private set; }

    public IReadOnlyList<RefreshToken> Tokens => _tokens;

    public static Session Start(long userId, Market? market, DateTimeOffset now, SessionLimits limits, string? ip) => new()
    {
        UserId = userId, Market = market, StartedAt = now, LastSeenAt = now, ExpiresAt = now + limits.Absolute, Ip = ip,
    };

    /// <summary>ACC-14: of staff who look on as the user.</summary>
    public static Session LookOn(long userId, long staffId, Market market, DateTimeOffset now, DateTimeOffset until, string? ip) => new()
    {
        UserId = userId, ImpersonatorId = staffId, Market = market, StartedAt = now, LastSeenAt = now, ExpiresAt = until, Ip = ip,
    };

    // ACC-05: idle time-out and absolute time-out; at the limit itself the session still lives.
    public bool IsOpenAt(DateTimeOffset now, SessionLimits limits) => EndedAt is null && now <= ExpiresAt && now - LastSeenAt <= limits.Idle;

    public void Seen(DateTimeOffset now) => LastSeenAt = now > LastSeenAt ? now : LastSeenAt;

    public void End(DateTimeOffset now, string reason)
    {
        if (EndedAt is null) (EndedAt, EndReason) = (now, reason);
    }

    // ACC-05: its end is felt in every process.
    public OutboxMessage? ToUpdate() => EndedAt is { } at ? SessionChanges.Of(Id, at) : null;

    /// <summary>Retires the token in use and adds the next one.</summary>
    public void Rotate(string nextHash, DateTimeOffset now)
    {
        foreach (var token in _tokens) token.Use(now);
        _tokens.Add(new RefreshToken { TokenHash = nextHash, IssuedAt = now });
    }
}

/// <summary>One refresh token of a session, stored as its hash; used once. A second use means that it was stolen.</summary>
public sealed class RefreshToken : IEntity
{
    public long Id { get; private set; }
    public long SessionId { get; private set; }
    public required string TokenHash { get; init; }
    public required DateTimeOffset IssuedAt { get; init; }
    public DateTimeOffset? UsedAt { get; private set; }

    public void Use(DateTimeOffset now) => UsedAt ??= now;
}

/// <summary>F: how long a session may idle and last, how many wrong passwords lock for how long.</summary>
public sealed record SessionLimits(TimeSpan Idle, TimeSpan Absolute, int LockTries, TimeSpan Lock);
