using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Accounts.Registration;
using Portal.Graph.Domain.Accounts.Sessions;
using Portal.Graph.Domain.Accounts.Team;
using Portal.Graph.Domain.Accounts.Terms;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Work;
using Portal.Graph.Schema.Platform;
using Portal.GraphQL.Building;

namespace Portal.Graph.Schema.Accounts;

/// <summary>The answer of `setUpSecondFactor`.</summary>
/// <param name="User">Whose second factor it is.</param>
/// <param name="RecoveryCodes">Ten codes for the day when the app is lost, each good once; they are shown this one time.</param>
public sealed record SetUpSecondFactorPayload(User User, IReadOnlyList<string> RecoveryCodes);

[MutationType, ClosedForMaintenance]
public static class IdentityMutations
{
    // ACC-03
    /// <summary>Accepts the terms in force; until then a session does nothing else.</summary>
    /// <param name="version">The version that was shown, as `viewer.termsDue` names it.</param>
    [OpenBeforeTerms]
    public static Task<Outcome<User>> AcceptTermsAsync(string version, TermsDesk desk, CancellationToken ct) => desk.AcceptAsync(version, ct);

    // ACC-05
    /// <summary>Begins to set up an authenticator app; it counts once `setUpSecondFactor` has confirmed it within 15 minutes.</summary>
    /// <param name="currentCode">A code of the app in use, or a recovery code; needed when there is one.</param>
    [Authorize, PayloadField("offer")]
    [Error<SecondFactorRequired>, Error<UserLocked>]
    public static Task<Outcome<SecondFactorOffer>> StartSecondFactorAsync(string? currentCode, SecondFactorDesk desk, CancellationToken ct) =>
        desk.StartAsync(currentCode, ct);

    // ACC-05
    /// <summary>Confirms the new authenticator app by a code of it: it is asked for at every sign-in from now on.</summary>
    /// <param name="code">The six digits that the app shows.</param>
    [Authorize]
    [Error<SecondFactorRequired>]
    public static async Task<Outcome<SetUpSecondFactorPayload>> SetUpSecondFactorAsync(string code, SecondFactorDesk desk, CancellationToken ct) =>
        (await desk.SetUpAsync(code, ct)).Map(ready => new SetUpSecondFactorPayload(ready.User, ready.RecoveryCodes));

    // ACC-05
    /// <summary>Goes without a second factor from now on; staff cannot.</summary>
    /// <param name="code">A code of the app, or a recovery code.</param>
    [Authorize]
    [Error<SecondFactorRequired>, Error<UserLocked>]
    public static Task<Outcome<User>> RemoveSecondFactorAsync(string code, SecondFactorDesk desk, CancellationToken ct) => desk.RemoveAsync(code, ct);

    // ACC-04
    /// <summary>Lets a user in who registered for your account and waits for approval.</summary>
    /// <param name="userId">One of `pendingUsers`.</param>
    /// <param name="preset">The permissions that the user begins with.</param>
    [RequiresPermission(Permission.UsersManage)]
    [Error<PermissionNotAvailable>]
    public static Task<Outcome<User>> ApprovePendingUserAsync([ID<User>] long userId, PortalRole preset, PendingUserDesk desk, CancellationToken ct) =>
        desk.ApproveAsync(userId, preset, ct);

    // ACC-01
    /// <summary>Decides about a Provider ID that was tried in vain. The work item must be in your hands; it is done afterwards.</summary>
    /// <param name="workItemId">An item of the queue Q-REG.</param>
    /// <param name="decision">What was done about it.</param>
    /// <param name="reason">Why; it stands as a note on the item.</param>
    [RequiresPermission(Permission.StaffSupport)]
    [Error<WorkItemTaken>, Error<WorkItemClosed>]
    public static Task<Outcome<WorkItem>> UnlockRegistrationAsync(
        [ID<WorkItem>] long workItemId, RegistrationDecision decision, string reason, RegistrationReviewDesk desk, CancellationToken ct) =>
        desk.DecideAsync(workItemId, decision, reason, ct);
}
