using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Portal.Graph.Domain.Accounts.Registration;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform.Jobs;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Team;

// ACC-12, PLT-20
/// <summary>Disables portal users who stayed away for 180 days. Nightly; a second run finds nobody.</summary>
public sealed class IdleUsers(PortalDb db, UserStates states, IdentityLimits limits, IConfiguration configuration, TimeProvider clock) : IScheduledJob
{
    private const int Batch = 200;

    /// <summary>How many were disabled. None when people sign in elsewhere: their sign-ins are not known here.</summary>
    public async Task<IReadOnlyDictionary<string, int>> RunAsync(CancellationToken ct)
    {
        var disabled = 0;
        if (configuration["Auth:Authority"] is null or "")
            while (await DisableBatchAsync(ct) is > 0 and var some) disabled += some;
        return new Dictionary<string, int> { ["disabled"] = disabled };
    }

    private async Task<int> DisableBatchAsync(CancellationToken ct)
    {
        var limit = clock.GetUtcNow() - await limits.IdleAsync(ct);
        await using var write = await db.BeginWriteAsync(ct);
        await db.LockAsync("idle-users", ct);
        // The demo plan's users are there for whoever starts it, however long ago it was filled.
        var idle = await db.Set<User>()
            .Where(u => u.Kind == UserKind.Portal && !u.IsDemo && u.State == UserState.Active && (u.LastSignInAt ?? u.EnabledAt) <= limit && (u.EnabledAt == null || u.EnabledAt <= limit))
            .OrderBy(u => u.Id).Take(Batch).ToListAsync(ct);
        foreach (var user in idle) await states.MoveAsync(user, UserState.Disabled, "idle", ct);
        await write.CommitAsync(ct);
        return idle.Count;
    }
}
