using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts.Sessions;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Terms;

/// <summary>Publishes terms and notes who accepted them (ACC-03).</summary>
public sealed class TermsDesk(PortalDb db, TermsReads reads, SessionActivity activity, AuditLog audit, ActorScope scope, TimeProvider clock)
{
    /// <summary>The signed-in user accepts the version in force; accepting twice changes nothing.</summary>
    public async Task<Outcome<User>> AcceptAsync(string version, CancellationToken ct)
    {
        if (scope.Actor.NotInPerson is { } nobody) return nobody;
        if (scope.Actor is not { Kind: ActorKind.PortalUser, UserId: { } id } actor) return scope.Actor.IsSignedIn ? new Forbidden("portal user") : new NotSignedIn();
        await using var write = await db.BeginWriteAsync(ct);
        await db.LockAsync($"terms:{id}", ct);
        var user = await db.Set<User>().SingleAsync(u => u.Id == id, ct);
        var current = await reads.CurrentAsync(ct);
        if (current.Version != version.Trim()) return new TermsNotAccepted(current.Version) { Path = ["version"] };
        if (!await db.Set<TermsAcceptance>().AnyAsync(a => a.UserId == id && a.VersionId == current.Id, ct)) Accept(user, current);
        await write.CommitAsync(ct);
        if (actor.SessionId is { } session) activity.Forget(session);
        return user;
    }

    /// <summary>Inside the caller's open write scope: the user accepts that version.</summary>
    public void Accept(User user, TermsVersion terms)
    {
        var acceptance = new TermsAcceptance { User = user, VersionId = terms.Id, At = clock.GetUtcNow() };
        db.Add(acceptance);
        audit.Changed("terms.accepted", acceptance, after: new { terms.Version });
    }

    /// <summary>A new version, to be accepted by everybody at the first sign-in from that time on.</summary>
    /// <param name="from">At once when null: who asked the clock before this could only be late.</param>
    public async Task<Outcome<TermsVersion>> PublishAsync(string version, string text, DateTimeOffset? from, CancellationToken ct)
    {
        if (scope.Actor.Lacks(Permission.StaffContentEdit) is { } lacks) return lacks;
        var now = clock.GetUtcNow();
        var activeFrom = from ?? now;
        var faults = new List<Refusal>();
        if (version.Trim().Length is 0 or > 20) faults.Add(new InvalidFormat("Version", "1 to 20 characters", "2026-1") { Path = ["version"] });
        if (string.IsNullOrWhiteSpace(text)) faults.Add(new RequiredFieldMissing("Text") { Path = ["text"] });
        if (activeFrom < now) faults.Add(new InvalidFormat("In force from", "today or later", "tomorrow") { Path = ["activeFrom"] });
        if (faults.Count > 0) return faults;
        await using var write = await db.BeginWriteAsync(ct);
        await db.LockAsync("terms", ct);
        if (await db.Set<TermsVersion>().AnyAsync(t => t.Version == version.Trim(), ct)) return new InvalidFormat("Version", "a name not used before", "2026-2") { Path = ["version"] };
        var terms = new TermsVersion { Version = version.Trim(), Text = text.Trim(), ActiveFrom = activeFrom };
        db.Add(terms);
        audit.Changed("terms.published", terms, after: new { terms.Version, terms.ActiveFrom });
        await write.CommitAsync(ct);
        return terms;
    }
}
