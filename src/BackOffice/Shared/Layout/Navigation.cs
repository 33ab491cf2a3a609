using Portal.Graph.Domain.Platform.Access;

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
        new("Queues", "Pended claims", "/staff/claims/pended", Permission.StaffClaimsDecide),
        new("Queues", "Registrations", "/staff/registrations", Permission.StaffSupport),
        new("Records", "Claim search", "/staff/claims", Permission.StaffClaimsRead),
        new("Rules", "Policies", "/staff/policies", Permission.StaffPolicyEdit, Permission.StaffSupervise),
        new("Rules", "Holidays", "/staff/holidays", Permission.StaffPolicyEdit, Permission.StaffSupervise),
        new("Content", "Content", "/staff/content", Permission.StaffContentEdit),
        new("Operations", "Jobs", "/staff/jobs", Permission.StaffJobs),
        new("Operations", "Mail", "/staff/mail", Permission.StaffJobs),
        new("Oversight", "Audit", "/staff/audit", Permission.StaffAuditRead),
    ];

    public static IEnumerable<IGrouping<string, NavigationEntry>> For(Actor actor) =>
        Entries.Where(entry => entry.IsFor(actor)).GroupBy(entry => entry.Group);

    /// <summary>Whether the back office has that page; queues without one yet are not offered.</summary>
    public static bool Serves(string path) => Entries.Any(entry => entry.Path == path);

    public static NavigationEntry? Current(PathString address) =>
        Entries.Where(entry => entry.Covers(address)).MaxBy(entry => entry.Path.Length);
}

/// <summary>A step of the breadcrumb; the last one has no path.</summary>
public sealed record Crumb(string Label, string? Path = null);
