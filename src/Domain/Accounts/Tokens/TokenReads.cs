using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts.Team;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Tokens;

/// <summary>ACC-24: the tokens of the accounts whose users the actor manages.</summary>
public sealed class TokenReads(PortalDb db, ManagedAccounts managed)
{
    /// <summary>Newest first, revoked and expired ones too.</summary>
    public AuditedQuery<ApiToken> Tokens()
    {
        var accounts = managed.Own().Select(m => m.AccountId);
        return new(db.Set<ApiToken>().AsNoTracking().Include(t => t.Account).Where(t => accounts.Contains(t.AccountId)).OrderByDescending(t => t.Id), _ => { });
    }

    /// <summary>The id of the token that the secret is; null when it is none, or one that is over.</summary>
    public async Task<long?> ProvenAsync(string secret, DateTimeOffset now, CancellationToken ct)
    {
        if (!secret.StartsWith(ApiToken.Prefix, StringComparison.Ordinal)) return null;
        var hash = ApiToken.HashOf(secret);
        return await db.Set<ApiToken>().Where(t => t.Hash == hash && t.RevokedAt == null && t.ExpiresAt >= now).Select(t => (long?)t.Id).SingleOrDefaultAsync(ct);
    }
}
