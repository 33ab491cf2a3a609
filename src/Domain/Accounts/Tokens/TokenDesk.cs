using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts.Registration;
using Portal.Graph.Domain.Accounts.Team;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Tokens;

/// <summary>A token to create.</summary>
/// <param name="AccountId">Needed only by who manages the users of several accounts, none of which is the session's own.</param>
public sealed record NewToken(string Name, IReadOnlyList<string> Permissions, DateTimeOffset ExpiresAt, long? AccountId);

/// <summary>A created token.</summary>
/// <param name="Secret">What the program sends; it is told this one time.</param>
public sealed record CreatedToken(ApiToken Token, string Secret);

/// <summary>ACC-24: administrators create and revoke tokens of their account.</summary>
public sealed class TokenDesk(PortalDb db, ManagedAccounts managed, IdentityLimits limits, AuditLog audit, ActorScope scope, TimeProvider clock)
{
    // A token that could manage users, or tokens, would outlive its own end; an attestation is a person's word.
    private static readonly Permission[] PeopleOnly = [Permission.UsersManage, Permission.AccountsLink, Permission.TrainingAttest];

    public async Task<Outcome<CreatedToken>> CreateAsync(NewToken wanted, CancellationToken ct)
    {
        if (scope.Actor.Lacks(Permission.UsersManage) is { } lacks) return lacks;
        if (scope.Actor.NotInPerson is { } nobody) return nobody;
        var (most, longest, now) = (await limits.TokensAsync(ct), await limits.TokenLifeAsync(ct), clock.GetUtcNow());
        await using var write = await db.BeginWriteAsync(ct);
        var mine = await managed.PickAsync(wanted.AccountId, ct);
        if (!mine.Succeeded) return Outcome<CreatedToken>.Refused(mine.Refusals);
        var accountId = mine.Value.AccountId;
        List<Refusal> faults = [.. FaultsOf(wanted, now, longest)];
        var permissions = TeamPolicy.Read(wanted.Permissions);
        if (!permissions.Succeeded) faults.AddRange(permissions.Refusals);
        else if (TeamPolicy.GrantRefusal(mine.Value, Users.MembershipRole.User, permissions.Value) is { } refusal) faults.Add(refusal);
        else if (permissions.Value.Intersect(PeopleOnly).ToList() is { Count: > 0 } people)
            faults.Add(new PermissionNotAvailable([.. people.Order().Select(p => p.Name())]) { Path = ["permissions"] });
        await db.LockAsync($"tokens:{accountId}", ct);
        if (await db.Set<ApiToken>().CountAsync(t => t.AccountId == accountId && t.RevokedAt == null && t.ExpiresAt >= now, ct) >= most) faults.Add(new TokenLimit(most));
        if (faults.Count > 0) return faults;
        var secret = ApiToken.NewSecret();
        var token = new ApiToken
        {
            Account = mine.Value.Account, Name = wanted.Name.Trim(), Hash = ApiToken.HashOf(secret), Hint = ApiToken.HintOf(secret),
            PermissionList = string.Join(' ', permissions.Value!.Order().Select(p => p.Name())), CreatedById = scope.Actor.UserId!.Value, CreatedAt = now,
            ExpiresAt = wanted.ExpiresAt.ToUniversalTime(),
        };
        db.Add(token);
        audit.Changed("apiToken.created", token, after: new { AccountId = accountId, token.PermissionList, token.ExpiresAt });
        await write.CommitAsync(ct);
        return new CreatedToken(token, secret);
    }

    /// <summary>The token is worthless from the next request on, in every process: it is looked up each time.</summary>
    public async Task<Outcome<ApiToken>> RevokeAsync(long id, CancellationToken ct)
    {
        if (scope.Actor.Lacks(Permission.UsersManage) is { } lacks) return lacks;
        await using var write = await db.BeginWriteAsync(ct);
        await db.LockAsync($"token:{id}", ct);
        var accounts = managed.Own().Select(m => m.AccountId);
        if (await db.Set<ApiToken>().Include(t => t.Account).SingleOrDefaultAsync(t => t.Id == id && accounts.Contains(t.AccountId), ct) is not { } token)
            return new NotFound("API token") { Path = ["id"] };
        if (token.RevokedAt is not null) return new InvalidStateTransition("API token", "Revoked", []);
        token.Revoke(clock.GetUtcNow(), scope.Actor.UserId);
        audit.Changed("apiToken.revoked", token, after: new { token.AccountId });
        await write.CommitAsync(ct);
        return token;
    }

    private static IEnumerable<Refusal> FaultsOf(NewToken wanted, DateTimeOffset now, TimeSpan longest)
    {
        if (string.IsNullOrWhiteSpace(wanted.Name)) yield return new RequiredFieldMissing("Name") { Path = ["name"] };
        else if (wanted.Name.Trim().Length > 60) yield return new InvalidFormat("Name", "at most 60 characters", "Claims export") { Path = ["name"] };
        if (wanted.Permissions.Count == 0) yield return new RequiredFieldMissing("A permission") { Path = ["permissions"] };
        if (wanted.ExpiresAt <= now || wanted.ExpiresAt > now + longest)
            yield return new InvalidFormat("Expiry", $"from now on, {longest.Days} days at most", (now + longest).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)) { Path = ["expiresAt"] };
    }
}
