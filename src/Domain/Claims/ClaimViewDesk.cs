using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Claims;

/// <summary>CLM-18: how a user likes to see the lines of a claim; remembered for the next time.</summary>
public sealed class ClaimViewDesk(PortalDb db, ActorScope scope, AuditLog audit)
{
    public async Task<Outcome<User>> SetDetailViewAsync(ClaimDetailView view, CancellationToken ct)
    {
        if (scope.Actor.Lacks(Permission.ClaimsRead) is { } lacks) return lacks;
        await using var write = await db.BeginWriteAsync(ct);
        if (await db.Set<User>().SingleOrDefaultAsync(u => u.Id == scope.Actor.UserId, ct) is not { } user) return new NotSignedIn();
        if (user.ClaimDetailView == view) return user;
        var before = user.ClaimDetailView;
        user.ClaimDetailView = view;
        audit.Changed("user.claimDetailView", user, before: new { View = before }, after: new { View = view });
        await write.CommitAsync(ct);
        return user;
    }
}
