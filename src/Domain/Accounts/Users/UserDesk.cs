using Microsoft.AspNetCore.Identity;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Users;

/// <param name="Password">None for somebody invited, who chooses it.</param>
/// <param name="EmailVerified">True when the address was proved otherwise, as for staff and made-up users.</param>
public sealed record NewUser(
    string Username, string? Password, string Email, string DisplayName, UserKind Kind = UserKind.Portal, bool EmailVerified = false, bool IsDemo = false);

/// <summary>Makes users; what they may do is decided by their memberships or staff roles.</summary>
public sealed class UserDesk(PortalDb db, UserManager<User> users, AuditLog audit, TimeProvider clock)
{
    public async Task<Outcome<User>> CreateAsync(NewUser input, CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        var made = await AddAsync(input);
        if (made.Succeeded) await write.CommitAsync(ct);
        return made;
    }

    /// <summary>The same inside the caller's open write scope, whose commit audits it.</summary>
    /// <param name="faults">What is wrong already; told together with what is wrong here.</param>
    public async Task<Outcome<User>> AddAsync(NewUser input, IReadOnlyList<Refusal>? faults = null)
    {
        var user = new User
        {
            UserName = input.Username.Trim(), Email = input.Email.Trim(), DisplayName = input.DisplayName.Trim(), Kind = input.Kind,
            EmailConfirmed = input.EmailVerified, IsDemo = input.IsDemo, TwoFactorEnabled = input.Kind is UserKind.Staff,
            EnabledAt = clock.GetUtcNow(),
        };
        await db.LockAsync($"username:{users.NormalizeName(user.UserName)}", CancellationToken.None);
        List<Refusal> refusals = [.. faults ?? [], .. await RefusalsAsync(user, input.Password)];
        if (refusals.Count > 0) return refusals;
        var result = input.Password is { } password ? await users.CreateAsync(user, password) : await users.CreateAsync(user);
        if (!result.Succeeded) throw new InvalidOperationException(result.ToString());
        audit.Changed("user.created", user, after: new { user.Kind, user.State });
        return user;
    }

    // ACC-04: all that is wrong at once; Identity would tell one rule after the other.
    private async Task<List<Refusal>> RefusalsAsync(User user, string? password)
    {
        var refusals = new List<Refusal>();
        if (password is { Length: 0 }) refusals.Add(new RequiredFieldMissing("Password") { Path = ["password"] });
        if (await NameRefusalAsync(user.UserName!) is { } refused) refusals.Add(refused);
        if (password is { Length: > 0 } && PasswordRules.Unmet(password, user.UserName!) is { Count: > 0 } unmet)
            refusals.Add(new PasswordTooWeak(unmet) { Path = ["password"] });
        return refusals;
    }

    /// <summary>Why nobody new can have the name; null when it is good and free.</summary>
    internal async Task<Refusal?> NameRefusalAsync(string username) =>
        username.Length == 0 ? new RequiredFieldMissing("User name") { Path = ["username"] }
        : !PasswordRules.IsUsername(username) ? new InvalidFormat("User name", "6 to 64 letters, digits or . - _ @ +", "jane.doe") { Path = ["username"] }
        : await users.FindByNameAsync(username) is not null ? new UsernameTaken { Path = ["username"] }
        : null;
}
