using System.Runtime.CompilerServices;
using Portal.Graph.Domain.Claims;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Schema.Platform;
using Portal.GraphQL.Building;
using Portal.GraphQL.Execution;

namespace Portal.Graph.Schema.Claims;

/// <summary>What can be followed as it happens.</summary>
[SubscriptionType]
public static class ClaimSubscriptions
{
    private static readonly GraphQLError Missed = new("Changes came faster than they were read, and some were left out: look at the claims again, then subscribe anew.", "CHANGES_MISSED");

    // CLM-21, CLM-24, PLT-21
    /// <summary>
    /// The steps of your providers' claims from state to state, from the first receipt to the result, as they are saved; those of one
    /// claim in their order. What happened before you subscribed, or while you were not connected, is in the claim's history. Refused
    /// with CLAIM_NOT_FOUND or CLAIM_OLDER_THAN_LOOKBACK; ends with CHANGES_MISSED when its reader is too slow.
    /// </summary>
    /// <param name="number">Only of the claim with this number; without it, of all claims that you may see.</param>
    [RequiresPermission(Permission.ClaimsRead, Permission.StaffClaimsRead, Permission.StaffClaimsDecide, Permission.SystemIntegrate)]
    public static async Task<Outcome<IAsyncEnumerable<ClaimStatusChange>>> ClaimStatusChangedAsync(
        string? number, Actor actor, ClaimReads reads, [Service] ClaimChangeFeed feed, CancellationToken ct)
    {
        if (number is null) return Outcome.Of(ReadAsync(await feed.FollowAsync(actor, null, ct), ct));
        var claim = await reads.FindByNumberAsync(number, ct);
        return claim.Succeeded
            ? Outcome.Of(ReadAsync(await feed.FollowAsync(actor, claim.Value.Id, ct), ct))
            : Outcome<IAsyncEnumerable<ClaimStatusChange>>.Refused(claim.Refusals);
    }

    private static async IAsyncEnumerable<ClaimStatusChange> ReadAsync(IAsyncEnumerable<ClaimStatusChange> changes, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var steps = changes.GetAsyncEnumerator(ct);
        while (await NextAsync(steps)) yield return steps.Current;
    }

    private static async ValueTask<bool> NextAsync(IAsyncEnumerator<ClaimStatusChange> steps)
    {
        try
        {
            return await steps.MoveNextAsync();
        }
        catch (ChangesMissedException)
        {
            throw new GraphQLException(Missed);
        }
    }
}

[ObjectType<ClaimStatusChange>(Fields = [nameof(ClaimStatusChange.From), nameof(ClaimStatusChange.To), nameof(ClaimStatusChange.At)])]
public static class ClaimStatusChangeType
{
    /// <summary>The claim as it stands when you are told, which may be further on; null when it is older than you may look back.</summary>
    public static ValueTask<Claim?> GetClaimAsync([Parent] ClaimStatusChange change, ClaimById loader) => loader.LoadAsync(change.ClaimId);
}
