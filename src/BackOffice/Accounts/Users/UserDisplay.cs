using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.Graph.BackOffice.Shared.Display;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform.Access;

namespace Portal.Graph.BackOffice.Accounts.Users;

/// <summary>How users read on their pages.</summary>
public static class UserDisplay
{
    public static Tone ToneOf(UserState state) => state switch
    {
        UserState.Pending => Tone.Amber,
        UserState.Active => Tone.Green,
        UserState.Disabled => Tone.Red,
        UserState.Rejected => Tone.Neutral,
    };

    /// <summary>The instant in UTC: users have no market of their own.</summary>
    public static string Instant(DateTimeOffset? at) => at?.ToString("MMM d, yyyy, HH:mm", CultureInfo.InvariantCulture) + " UTC" is var text && at is null ? "Never" : text;

    public static string Roles(User user) => user.StaffRoles.Count == 0 ? "No role" : string.Join(", ", user.StaffRoles.Select(r => r.Role).Order().Select(r => Show.Words(r)));

    /// <summary>Where a user can be put from the present state.</summary>
    public static IEnumerable<SelectListItem> NextStates(UserState state) => state switch
    {
        UserState.Pending => [new("Reject", nameof(UserState.Rejected))],
        UserState.Active => [new("Disable: sessions end at once", nameof(UserState.Disabled))],
        UserState.Disabled => [new("Enable again", nameof(UserState.Active))],
        UserState.Rejected => [],
    };
}
