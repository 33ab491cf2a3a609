using Portal.Graph.Domain.Platform.Outbox;

namespace Portal.Graph.Domain.Accounts.Sessions;

/// <summary>
/// ACC-05: hears of sessions that ended, moved to another market or got other rights, here or in another process on the same database, and
/// has them looked up anew at their next request.
/// </summary>
internal sealed class SessionChanges(SessionActivity activity) : IOutboxListener
{
    private const string Changed = "session.changed";

    public string Topic => Changed;

    /// <summary>While no session is known here, none can be out of date.</summary>
    public bool IsListening => activity.IsInUse;

    public static OutboxMessage Of(long sessionId, DateTimeOffset at) => new(Changed, sessionId, null, at);

    public Task ReceiveAsync(IReadOnlyList<OutboxEntry> entries, CancellationToken ct)
    {
        foreach (var entry in entries) activity.Forget(entry.SubjectId);
        return Task.CompletedTask;
    }
}
