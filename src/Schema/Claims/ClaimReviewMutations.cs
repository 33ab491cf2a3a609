using Portal.Graph.Domain.Claims;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Work;
using Portal.Graph.Schema.Platform;
using Portal.GraphQL.Building;

namespace Portal.Graph.Schema.Claims;

[MutationType, RequiresPermission(Permission.StaffClaimsDecide, Permission.SystemIntegrate), ClosedForMaintenance]
[Error<WorkItemTaken>, Error<WorkItemClosed>]
public static class ClaimReviewMutations
{
    /// <summary>Sets a claim in process aside, for documents or review; it appears in Q-CLAIM-PEND.</summary>
    /// <param name="version">The version that you read; refused with CONCURRENT_CHANGE when it is not the present one.</param>
    /// <param name="reason">Why it waits; DOCUMENTS waits for the provider and stops the prompt-pay clock.</param>
    /// <param name="review">The payment review it is under; none when left out.</param>
    /// <param name="note">For staff only; at most 4,000 characters.</param>
    public static Task<Outcome<Claim>> PendClaimAsync(
        [ID<Claim>] long id, int version, ClaimPendReason reason, ClaimReviewKind? review, string? note, ClaimReviewDesk desk, CancellationToken ct) =>
        desk.PendAsync(id, version, reason, review, note, ct);

    /// <summary>Puts a pended claim back into process.</summary>
    /// <param name="version">The version that you read; refused with CONCURRENT_CHANGE when it is not the present one.</param>
    /// <param name="note">For staff only; at most 4,000 characters.</param>
    public static Task<Outcome<Claim>> ResumeClaimAsync([ID<Claim>] long id, int version, string? note, ClaimReviewDesk desk, CancellationToken ct) =>
        desk.ResumeAsync(id, version, note, ct);

    // CLM-25
    /// <summary>Posts a claim's result; for every line charge must equal paid plus adjustments.</summary>
    /// <param name="version">The version that you read; refused with CONCURRENT_CHANGE when it is not the present one.</param>
    /// <param name="result">Every line decided once, with reasons that balance.</param>
    [Error<AdjudicationUnbalanced>, Error<AdjudicationLinesMismatch>, Error<SameReviewerForbidden>]
    public static Task<Outcome<Claim>> PostAdjudicationAsync([ID<Claim>] long id, int version, Adjudication result, ClaimReviewDesk desk, CancellationToken ct) =>
        desk.DecideAsync(id, version, result, ct);
}
