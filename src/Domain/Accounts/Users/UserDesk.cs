using Microsoft.AspNetCore.Identity;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Users;

/// <param name="EmailVerified">True when the address was proved otherwise, as for staff and made-up users.</param>
public sealed record NewUser(
    string Username, string Password, string Email, string DisplayName, UserKind Kind = UserKind.Portal, bool EmailVerified = false, bool IsDemo = false);

/// <summary>Makes users; what they may do is decided by their memberships or staff roles.</summary>
public sealed class UserDesk(PortalDb db, UserManager<User> users, AuditLog audit)
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
        };
        List<Refusal> refusals = [.. faults ?? [], .. await RefusalsAsync(user, input.Password)];
        if (refusals.Count > 0) return refusals;
        var result = await users.CreateAsync(user, input.Password);
        if (!result.Succeeded) throw new InvalidOperationException(result.ToString());
        audit.Changed("user.created", user, after: new { user.Kind, user.State });
        return user;
    }

    // ACC-04: all that is wrong at once; Identity would tell one rule after the other.
    private async Task<List<Refusal>> RefusalsAsync(User user, string password)
    {
        var refusals = new List<Refusal>();
        if (!PasswordRules.IsUsername(user.UserName!))
            refusals.Add(new InvalidFormat("User name", "6 to 64 letters, digits or . - _ @ +", "jane.doe") { Path = ["username"] });
        else if (await users.FindByNameAsync(user.UserName!) is not null)
            refusals.Add(new UsernameTaken() { Path = ["username"] });
        if (PasswordRules.Unmet(password, user.UserName!) is { Count: > 0 } unmet)
            refusals.Add(new PasswordTooWeak(unmet) { Path = ["password"] });
        return refusals;
    }
}
