using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Sessions;

/// <summary>Sessions that were ended; <see cref="Forget"/> makes it felt at once.</summary>
public sealed class EndedSessions(IReadOnlyList<long> ids, SessionActivity? activity)
{
    public static readonly EndedSessions None = new([], null);

    public IReadOnlyList<long> Ids { get; } = ids;

    /// <summary>After the commit.</summary>
    public void Forget()
    {
        foreach (var id in Ids) activity?.Forget(id);
    }
}

/// <summary>Ends what a user has open, or has its rights looked up anew.</summary>
public sealed class OpenSessions(PortalDb db, SessionActivity activity, TimeProvider clock)
{
    /// <summary>Inside the caller's open write scope.</summary>
    /// <param name="but">A session that goes on.</param>
    public async Task<EndedSessions> EndAsync(long userId, string reason, CancellationToken ct, long? but = null)
    {
        var open = await db.Set<Session>().Where(s => s.UserId == userId && s.EndedAt == null && s.Id != but).ToListAsync(ct);
        foreach (var session in open) session.End(clock.GetUtcNow(), reason);
        return new([.. open.Select(s => s.Id)], activity);
    }

    /// <summary>
    /// Inside the caller's open write scope: the sessions whose rights changed. They go on, and are looked up anew: here once forgotten, in
    /// other processes when they hear of it.
    /// </summary>
    public async Task<EndedSessions> ChangeAsync(long userId, CancellationToken ct)
    {
        if (db.CurrentWrite is null) throw new InvalidOperationException("Rights change inside a write scope.");
        var open = await db.Set<Session>().Where(s => s.UserId == userId && s.EndedAt == null).Select(s => s.Id).ToListAsync(ct);
        foreach (var id in open) db.PendingChanges.Publish(SessionChanges.Of(id, clock.GetUtcNow()));
        return new(open, activity);
    }
}
