using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Policies;

namespace Portal.Graph.Domain.Claims;

/// <summary>CLM-22: until when a first submission is in time.</summary>
public static class ClaimFilingPolicy
{
    /// <summary>The deadline that counts: that of the primary payer's explanation of payment when it is later.</summary>
    /// <param name="filing">Counted from the last date of service.</param>
    /// <param name="secondary">Counted from the primary payer's explanation of payment; null when there is none.</param>
    public static Deadline Decisive(Deadline filing, Deadline? secondary) => secondary?.LastDay > filing.LastDay ? secondary : filing;

    public static Refusal? Refuse(DateOnly receivedDate, Deadline deadline) =>
        deadline.IsInTime(receivedDate) ? null : new TimelyFilingExpired(deadline.LastDay, deadline.Because);

    /// <summary>CLM-26: when a clean claim must be final.</summary>
    public static DateOnly PromptPayDue(DateOnly receivedDate, int promptPayDays) => receivedDate.AddDays(promptPayDays);
}
