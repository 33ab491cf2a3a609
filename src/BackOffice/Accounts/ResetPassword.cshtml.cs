using Portal.Graph.BackOffice.Shared.Access;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform;

namespace Portal.Graph.BackOffice.Accounts;

/// <summary>ACC-06: where the mailed link of somebody leads who forgot the password.</summary>
[OpenToEveryone]
public sealed class ResetPasswordModel(PasswordResetDesk desk) : NewPasswordPage
{
    protected override Task<Outcome<User>> SetAsync(string token, string password, CancellationToken ct) => desk.ResetAsync(token, password, ct);
}
