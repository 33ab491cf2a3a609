using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts.Sessions;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Users;

/// <summary>Identity's users in the portal's database; the authenticator's secret is a column of the user.</summary>
internal sealed class UserStore(PortalDb db, SecretSeal seal, IdentityErrorDescriber describer) : UserOnlyStore<User, PortalDb, long>(db, describer)
{
    public override Task SetAuthenticatorKeyAsync(User user, string key, CancellationToken ct)
    {
        user.TotpSecret = seal.Seal(key, user.Id);
        return Task.CompletedTask;
    }

    public override Task<string?> GetAuthenticatorKeyAsync(User user, CancellationToken ct) => Task.FromResult(user.TotpSecret is { } stored ? seal.Open(stored, user.Id) : null);
}
