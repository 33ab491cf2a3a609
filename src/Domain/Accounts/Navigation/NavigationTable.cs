using Portal.Graph.Domain.Platform.Access;
using static Portal.Graph.Domain.Platform.Access.Permission;

namespace Portal.Graph.Domain.Accounts.Navigation;

// Section 0.2, row 13
/// <summary>An entry of the left-hand menu.</summary>
/// <param name="PageKey">The fixed key of the page it opens; labels are content and may change, keys do not.</param>
/// <param name="Label">What to show.</param>
public sealed record MenuEntry(string PageKey, string Label);

/// <summary>A group of the left-hand menu that opens and closes.</summary>
/// <param name="Key">Fixed key of the group, such as <c>claims</c>.</param>
/// <param name="Label">What to show.</param>
/// <param name="Entries">What the user may open; never empty.</param>
public sealed record MenuGroup(string Key, string Label, IReadOnlyList<MenuEntry> Entries);

/// <summary>A tile of the home page.</summary>
/// <param name="Key">Fixed key of the tile, such as <c>eligibility</c>.</param>
/// <param name="Label">What to show.</param>
/// <param name="PageKey">The fixed key of the page it opens.</param>
public sealed record Tile(string Key, string Label, string PageKey);

/// <summary>A page of the portal.</summary>
/// <param name="Key">Its fixed key.</param>
/// <param name="Label">What the menu calls it.</param>
/// <param name="AnyOf">One of these permissions opens it; every user when empty.</param>
public sealed record PortalPage(string Key, string Label, IReadOnlyList<Permission> AnyOf);

/// <summary>ACC-10: the menu as data, cut to what the actor may use.</summary>
public static class NavigationTable
{
    // ACC-10: the groups and entries of the catalogue in its order. An entry shows with any of its permissions; none = every user.
    private static readonly (string Key, string Label, (string PageKey, string Label, Permission[] Any, bool StaffOnly)[] Entries)[] Groups =
    [
        ("memberSearch", "Member Search",
        [
            ("members.eligibility", "Member Eligibility", [EligibilityRead], false),
            ("members.cob", "Coordination of Benefits", [CobRead], false),
            ("members.fileUpload", "Member File Upload", [EligibilityRead], false),
        ]),
        ("claims", "Claims",
        [
            ("claims.submission", "Online Claim Submission", [ClaimsSubmit], false),
            ("claims.information", "Claim Information and Attachments", [ClaimsRead, AttachmentsUpload], false),
            ("claims.rejected", "Rejected Claims", [ClaimsRead], false),
            ("claims.recoveries", "Recovery Request", [RecoverySubmit], false),
            ("claims.disputes", "Claim Disputes", [DisputesSubmit], false),
            ("claims.appeals", "Appeals", [AppealsSubmit], false),
            ("claims.payments", "Payment History", [PaymentsRead], false),
        ]),
        ("memberReports", "Member Reports",
        [
            ("reports.membership", "Provider Membership List", [ReportsMembership], false),
            ("reports.registry", "Clinical Practice Registry", [ReportsRegistry], false),
        ]),
        ("users", "Users",
        [
            ("users.accountLinker", "Account Linker", [AccountsLink], false),
            ("users.manage", "Manage Users", [UsersManage], false),
            ("users.account", "Update My Account", [], false),
            ("users.impersonate", "Impersonate User", [StaffImpersonate], true),
            ("users.training", "Provider Training", [TrainingAttest], false),
        ]),
        ("providers", "Providers",
        [
            ("providers.priorAuth", "Prior Authorization and Notifications", [AuthRead, AuthSubmit], false),
            ("providers.maintenance", "Provider Maintenance", [MaintenanceSubmit], false),
            ("providers.documents", "Provider Documents", [DocumentsRead], false),
        ]),
        ("assessments", "Assessments", [("assessments", "Assessments", [MemberClinicalRead], false)]),
        ("content", "Content", [("content", "Content", [StaffContentEdit], true)]),
    ];

    // Pages without an entry in the menu: links of the public pages lead there.
    private static readonly PortalPage[] Others = [new("providers.grievances", "Provider Grievances", [])];

    /// <summary>The pages of the portal by name: what tiles and links can lead to.</summary>
    public static IReadOnlyList<PortalPage> Pages { get; } =
    [
        .. Groups.SelectMany(g => g.Entries).Where(e => !e.StaffOnly).Select(e => new PortalPage(e.PageKey, e.Label, e.Any)).Concat(Others).OrderBy(p => p.Label, StringComparer.Ordinal),
    ];

    /// <summary>The page of that key; null when users of the portal have none.</summary>
    public static PortalPage? PageOf(string key) => Pages.FirstOrDefault(p => p.Key == key);

    /// <summary>Groups without an entry for the actor are left out.</summary>
    public static IReadOnlyList<MenuGroup> MenuOf(Actor actor) =>
    [
        .. Groups.Select(g => new MenuGroup(g.Key, g.Label,
                [.. g.Entries.Where(e => (!e.StaffOnly || actor.IsStaff) && IsFor(actor, e.Any)).Select(e => new MenuEntry(e.PageKey, e.Label))]))
            .Where(g => g.Entries.Count > 0),
    ];

    /// <summary>Whether the actor is signed in and has one of the permissions; none asks for none.</summary>
    internal static bool IsFor(Actor actor, IReadOnlyList<Permission> anyOf) => actor.IsSignedIn && (anyOf.Count == 0 || anyOf.Any(actor.Has));
}
