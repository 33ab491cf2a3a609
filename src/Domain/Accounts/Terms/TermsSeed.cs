using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Terms;

/// <summary>The first terms [chosen]: a plan replaces them by publishing a version of its own.</summary>
internal static class TermsSeed
{
    private const string Version = "2025-1";

    private const string Text = """
        These terms are an agreement between your practice and the plan about the use of the provider portal.

        Use the portal only for the members whom you treat and the claims that you submit. What you look up and change is recorded with your name.

        Your user is yours alone: do not share your password or your authenticator. Tell us at once when you leave the practice or believe that somebody else knows your password.

        Health information that you see here is protected by federal and state law. Use and disclose no more of it than your task needs.

        Information about eligibility is no promise of payment. Payment follows the member's cover on the day of service and the rules of the plan.

        The plan may change these terms. You are asked to accept a new version at your next sign-in.
        """;

    public static async Task AddMissingAsync(PortalDb db, CancellationToken ct)
    {
        if (!await db.Set<TermsVersion>().AnyAsync(ct))
            db.Add(new TermsVersion { Version = Version, Text = Text, ActiveFrom = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero) });
    }
}
