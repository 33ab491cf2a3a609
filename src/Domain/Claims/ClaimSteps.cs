using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;

namespace Portal.Graph.Domain.Claims;

// The steps of A.2. Each answers null when it was taken, else why not.
public sealed partial class Claim
{
    /// <summary>Intake found no fault.</summary>
    internal Refusal? Accept(Actor actor, DateTimeOffset at) => Move(ClaimState.InProcess, actor, at, null);

    /// <summary>CLM-09: intake found faults; the claim never reaches processing.</summary>
    internal Refusal? Reject(IReadOnlyList<ClaimRejection> faults, Actor actor, DateTimeOffset at)
    {
        if (Move(ClaimState.Rejected, actor, at, null) is { } refusal) return refusal;
        RejectionItems.AddRange(faults);
        return null;
    }

    internal Refusal? Pend(ClaimPendReason reason, ClaimReviewKind? review, string? note, Actor actor, DateTimeOffset at)
    {
        if (Move(ClaimState.Pended, actor, at, note) is { } refusal) return refusal;
        (PendReason, ReviewKind) = (reason, review);
        return null;
    }

    /// <summary>Documents came or the review is done.</summary>
    internal Refusal? Resume(Actor actor, DateTimeOffset at, string? note) => Move(ClaimState.InProcess, actor, at, note);

    /// <summary>An adjustment opens a decided claim again; its lines are open, the amounts stay until the next result.</summary>
    internal Refusal? Reopen(Actor actor, DateTimeOffset at, string cause)
    {
        if (!State.IsFinal()) return ClaimTransitions.Refuse("claim", State, ClaimState.InProcess) ?? new InvalidStateTransition("claim", ClaimTransitions.Name(State), []);
        if (Move(ClaimState.InProcess, actor, at, cause) is { } refusal) return refusal;
        foreach (var line in LineItems) line.Reopen();
        return null;
    }

    /// <summary>A corrected claim took its place.</summary>
    internal Refusal? Replace(Actor actor, DateTimeOffset at) => Move(ClaimState.Replaced, actor, at, null);

    internal Refusal? Void(Actor actor, DateTimeOffset at) => Move(ClaimState.Voided, actor, at, null);

    /// <summary>CLM-25: takes over a result that <see cref="AdjudicationPolicy"/> found balanced. The lines must be loaded.</summary>
    internal Refusal? Adjudicate(Adjudication result, Actor actor, DateTimeOffset at)
    {
        var state = AdjudicationPolicy.ClaimResult(result, LineItems);
        if (Move(state, actor, at, null) is { } refusal) return refusal;
        ReasonItems.Clear();
        foreach (var decision in result.Lines)
        {
            LineItems.Single(l => l.No == decision.Line).Decide(decision);
            ReasonItems.AddRange(decision.Reasons.Select(r => new ClaimReason(decision.Line, r)));
        }
        ReasonItems.AddRange(result.Reasons.Select(r => new ClaimReason(null, r)));
        Allowed = result.Lines.Sum(l => l.Allowed);
        Paid = result.Paid;
        PatientShare = ReasonItems.Where(r => r is { Kind: ClaimReasonKind.Adjustment, Group: AdjustmentGroup.PR }).Sum(r => r.Amount ?? 0);
        DenialCategory = state is ClaimState.Denied or ClaimState.PartiallyPaid ? result.DenialCategory : null;
        DecidedBy = actor.IsStaff ? actor.UserId : null;
        DecidedDate = at.DateIn(Market);
        PaidDate = result.Paid > 0 ? result.PaidDate ?? DecidedDate : null;
        NoticeMailedDate = result.NoticeMailedDate;
        CheckNumber = result.Paid > 0 && !string.IsNullOrWhiteSpace(result.CheckNumber) ? result.CheckNumber.Trim() : null;
        CheckNumberKey = CheckNumber is null ? null : Claims.CheckNumber.Key(CheckNumber);
        return null;
    }
}
