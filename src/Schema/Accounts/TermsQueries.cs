using Portal.Graph.Domain.Accounts.Terms;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Schema.Platform;
using Portal.GraphQL.Building;

namespace Portal.Graph.Schema.Accounts;

[QueryType]
public static class TermsQueries
{
    // ACC-03
    /// <summary>The terms of use in force, to read before a registration.</summary>
    public static Task<TermsVersion> GetTermsAsync(TermsReads reads, CancellationToken ct) => reads.CurrentAsync(ct);

    // ACC-04
    /// <summary>Users who registered for an account that you administer and wait for your approval, the longest waiting first.</summary>
    [RequiresPermission(Permission.UsersManage)]
    public static Task<IReadOnlyList<User>> GetPendingUsersAsync(PendingUserDesk desk, CancellationToken ct) => desk.WaitingAsync(ct);
}

[ObjectType<TermsVersion>(Fields = [nameof(TermsVersion.Version), nameof(TermsVersion.Text), nameof(TermsVersion.ActiveFrom)])]
public static class TermsVersionType;
