using System.Text;
using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Accounts.Terms;
using Portal.Graph.Domain.Accounts.Staff;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Demo;

/// <summary>Who may sign in to the demo plan, all with <see cref="DemoCast.Password"/>.</summary>
public sealed class DemoUsers(PortalDb db, UserDesk users, TermsReads terms, TermsDesk acceptances)
{
    /// <summary>The first practice's users by preset.</summary>
    public static readonly IReadOnlyList<(string Username, PortalRole Role)> PracticeUsers =
    [
        ("demo.admin", PortalRole.ProviderAdmin), ("demo.billing", PortalRole.Billing), ("demo.clinical", PortalRole.Clinical),
        ("demo.frontdesk", PortalRole.FrontDesk), ("demo.credentialing", PortalRole.Credentialer),
    ];

    public const string OtherAdmin = "other.admin";

    /// <summary>A staff user's name from the catalogue's role: CLAIMS_ANALYST is staff.claims.analyst.</summary>
    public static string StaffName(StaffRole role)
    {
        var name = new StringBuilder("staff");
        foreach (var c in role.ToString())
        {
            if (char.IsUpper(c)) name.Append('.');
            name.Append(char.ToLowerInvariant(c));
        }
        return name.ToString();
    }

    // CORE_SYSTEM is a service account: nobody signs in as it.
    /// <summary>Every user name, practice users first.</summary>
    public static IReadOnlyList<string> Usernames => [.. PracticeUsers.Select(u => u.Username), OtherAdmin, .. StaffRolePolicy.OfPeople.Select(StaffName)];

    /// <summary>Adds them inside the caller's open write scope; the accounts are saved already.</summary>
    internal async Task<DemoKeyers> AddAsync(DemoProviders providers, DateTimeOffset now, CancellationToken ct)
    {
        Dictionary<string, User> made = [];
        foreach (var (username, role) in PracticeUsers)
            db.Add(Membership.Of(made[username] = await MakeAsync(username, UserKind.Portal), providers.Practice, role, now));
        var other = await MakeAsync(OtherAdmin, UserKind.Portal);
        db.Add(Membership.Of(other, providers.OtherPractice, PortalRole.ProviderAdmin, now));
        foreach (var role in StaffRolePolicy.OfPeople)
        {
            var staff = (await MakeAsync(StaffName(role), UserKind.Staff)).Grant(role, null, now);
            // E.2: a supervisor works the queues of a department; the demo plan's leads the claims department.
            if (role is StaffRole.Supervisor) staff.Grant(StaffRole.ClaimsAnalyst, null, now);
        }
        var current = await terms.CurrentAsync(ct);
        foreach (var user in made.Values.Append(other)) acceptances.Accept(user, current);
        await db.SaveChangesAsync(ct);
        return new(made["demo.billing"].Id, other.Id);
    }

    private async Task<User> MakeAsync(string username, UserKind kind)
    {
        var outcome = await users.AddAsync(new NewUser(username, DemoCast.Password, $"{username}@example.org", username, kind, EmailVerified: true, IsDemo: true));
        return outcome.Value ?? throw new InvalidOperationException($"{username}: {string.Join(' ', outcome.Refusals.Select(r => r.Message))}");
    }
}
