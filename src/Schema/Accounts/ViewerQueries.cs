using Portal.Graph.Domain.Accounts.Navigation;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform.Availability;
using Portal.Graph.Schema.Platform;
using Portal.GraphQL.Building;

namespace Portal.Graph.Schema.Accounts;

[QueryType]
public static class ViewerQueries
{
    // ACC-09, ACC-10
    /// <summary>The signed-in user: accounts, permissions, menu and tiles. Null with NOT_SIGNED_IN for nobody.</summary>
    [OpenBeforeTerms]
    public static Task<Viewer?> GetViewerAsync(ViewerReads reads, CancellationToken ct) => reads.FindAsync(ct);

    // ACC-21
    /// <summary>Planned maintenance, from 48 hours ahead; null when none is near.</summary>
    public static MaintenanceNotice? GetMaintenance(MaintenanceWindow window) => window.Notice();
}

[ObjectType<Viewer>]
public static class ViewerType;

[ObjectType<User>(Fields =
    [nameof(User.DisplayName), nameof(User.Kind), nameof(User.State), nameof(User.LastMarket), nameof(User.ClaimDetailView), nameof(User.LastSignInAt)])]
public static class UserType
{
    [ID<User>]
    public static long GetId([Parent] User user) => user.Id;

    /// <summary>The name to sign in with.</summary>
    public static string? GetUserName([Parent] User user) => user.UserName;

    /// <summary>The e-mail address that notices go to; null when none is on file.</summary>
    public static string? GetEmail([Parent] User user) => user.Email;

    /// <summary>What the user is told of by mail.</summary>
    public static IReadOnlyList<NotificationKind> GetNotifications([Parent] User user) => user.ToldOf;

    /// <summary>Telephone number; null when none is on file.</summary>
    public static string? GetPhone([Parent] User user) => user.PhoneNumber;

    // ACC-12
    /// <summary>The user's places in provider accounts: your own ones, and those in accounts whose users you manage.</summary>
    public static async ValueTask<IReadOnlyList<Membership>> GetMembershipsAsync([Parent] User user, MembershipsOfUser loader) =>
        await loader.LoadAsync(user.Id) ?? [];
}
