namespace Portal.Graph.Domain.Platform.Work;

/// <summary>Why somebody may not decide a case.</summary>
public enum ReviewConflict
{
    /// <summary>They decided the earlier case.</summary>
    DecidedEarlierCase,

    /// <summary>They submitted it.</summary>
    SubmittedIt,
}

/// <summary>You may not decide this case, because you had a part in it before.</summary>
/// <param name="Conflict">Which part.</param>
public sealed record SameReviewerForbidden(ReviewConflict Conflict) : Refusal(Conflict switch
{
    ReviewConflict.DecidedEarlierCase => "You decided the earlier case. Somebody else must decide this one.",
    ReviewConflict.SubmittedIt => "You submitted this case. Somebody else must decide it.",
});

/// <summary>Separation of duties. Pure.</summary>
public static class SeparationPolicy
{
    // E: nobody decides own submission; who decided a case decides no dispute or appeal about it.
    /// <param name="decider">Who is about to decide.</param>
    /// <param name="submitters">Who submitted the case, also in the name of another.</param>
    /// <param name="earlierDeciders">Who decided, or had a hand in deciding, the earlier case.</param>
    public static Refusal? Refuse(long decider, IReadOnlyCollection<long> submitters, IReadOnlyCollection<long> earlierDeciders) =>
        submitters.Contains(decider) ? new SameReviewerForbidden(ReviewConflict.SubmittedIt)
        : earlierDeciders.Contains(decider) ? new SameReviewerForbidden(ReviewConflict.DecidedEarlierCase)
        : null;
}
