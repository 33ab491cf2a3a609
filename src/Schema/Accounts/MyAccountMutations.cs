using Microsoft.AspNetCore.Http;
using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Schema.Platform;
using Portal.GraphQL.Building;

namespace Portal.Graph.Schema.Accounts;

/// <summary>The answer of `updateMyAccount`.</summary>
/// <param name="User">You, as stored now.</param>
/// <param name="EmailToConfirm">The new e-mail address, which counts once the link mailed to it was followed; null when the address stays.</param>
public sealed record UpdateMyAccountPayload(User User, string? EmailToConfirm);

// ACC-13
[MutationType, ClosedForMaintenance, Authorize]
public static class MyAccountMutations
{
    /// <summary>Changes your own details; what is left out stays. Data of your practice, such as addresses, is changed in Provider Maintenance.</summary>
    /// <param name="name">First and last name.</param>
    /// <param name="email">A new address: a link is mailed there, and until it is followed with `verifyEmail` the address before counts.</param>
    /// <param name="phone">10 digits; an empty text takes the number away.</param>
    /// <param name="defaultAccountId">The provider account that comes first in every list and that new records belong to.</param>
    /// <param name="notifications">All that you want to be told of by mail.</param>
    public static async Task<Outcome<UpdateMyAccountPayload>> UpdateMyAccountAsync(
        string? name, string? email, string? phone, [ID<ProviderAccount>] long? defaultAccountId, IReadOnlyList<NotificationKind>? notifications,
        MyAccountDesk desk, IHttpContextAccessor http, CancellationToken ct) =>
        (await desk.UpdateAsync(new(name, email, phone, defaultAccountId, notifications), http.Source(), ct))
            .Map(mine => new UpdateMyAccountPayload(mine.User, mine.EmailToConfirm));

    /// <summary>Sets a new password; your other sessions end. Wrong old passwords lock the user name as wrong ones at the sign-in do.</summary>
    /// <param name="oldPassword">The password in use.</param>
    /// <param name="newPassword">12 characters or more, none of the 1,000 commonest passwords, without the user name in it.</param>
    [Error<OldPasswordWrong>, Error<PasswordTooWeak>, Error<UserLocked>]
    public static Task<Outcome<User>> ChangePasswordAsync(string oldPassword, string newPassword, PasswordChangeDesk desk, CancellationToken ct) =>
        desk.ChangeAsync(oldPassword, newPassword, ct);
}
