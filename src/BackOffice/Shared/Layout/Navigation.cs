using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Work;

namespace Portal.Graph.BackOffice.Shared.Layout;

/// <summary>One entry of the left menu and who may see it.</summary>
public sealed record NavigationEntry(string Group, string Label, string Path, params Permission[] AnyOf)
{
    public bool IsFor(Actor actor) => AnyOf.Length == 0 || AnyOf.Any(actor.Has);

    /// <summary>The entry whose path is the longest beginning of the address is the current one.</summary>
    public bool Covers(PathString address) => Path == "/staff" ? address.Equals("/staff", StringComparison.OrdinalIgnoreCase) : address.StartsWithSegments(Path);
}

/// <summary>The menu: only what exists, and of that only what the actor is allowed to open.</summary>
public static class Navigation
{
    private static readonly NavigationEntry[] Entries =
    [
        new("", "Dashboard", "/staff"),
        new("Records", "Claim search", "/staff/claims", Permission.StaffClaimsRead),
        new("Records", "Users", "/staff/users", Permission.StaffUsersManage, Permission.StaffSupport, Permission.StaffPrivacy, Permission.StaffImpersonate),
        new("Rules", "Policies", "/staff/policies", Permission.StaffPolicyEdit, Permission.StaffSupervise),
        new("Rules", "Holidays", "/staff/holidays", Permission.StaffPolicyEdit, Permission.StaffSupervise),
        new("Content", "Content", "/staff/content", Permission.StaffContentEdit),
        new("Reports", "Missing attestations", "/staff/reports/attestation", Permission.StaffContentEdit, Permission.StaffProvidersWork, Permission.StaffSupervise),
        new("Reports", "Survey results", "/staff/reports/survey", Permission.StaffContentEdit, Permission.StaffSupervise),
        new("Content", "Letters", "/staff/letters", Permission.StaffContentEdit, Permission.StaffSupport),
        new("Content", "Letter templates", "/staff/templates", Permission.StaffContentEdit),
        new("Operations", "Jobs", "/staff/jobs", Permission.StaffJobs),
        new("Operations", "Mail", "/staff/mail", Permission.StaffJobs),
        new("Oversight", "SLA", "/staff/sla", Permission.StaffSupervise),
        new("Oversight", "Audit", "/staff/audit", Permission.StaffAuditRead),
    ];

    public static IEnumerable<IGrouping<string, NavigationEntry>> For(Actor actor, WorkQueues queues) =>
        All(queues).Where(entry => entry.IsFor(actor)).GroupBy(entry => entry.Group);

    public static NavigationEntry? Current(PathString address, WorkQueues queues) =>
        All(queues).Where(entry => entry.Covers(address)).MaxBy(entry => entry.Path.Length);

    // The queues stand behind the dashboard.
    private static IEnumerable<NavigationEntry> All(WorkQueues queues) =>
        [Entries[0], .. queues.All.Select(queue => new NavigationEntry("Queues", queue.Title, queue.Page, queue.Permission)), .. Entries[1..]];
}

/// <summary>A step of the breadcrumb; the last one has no path.</summary>
public sealed record Crumb(string Label, string? Path = null);
