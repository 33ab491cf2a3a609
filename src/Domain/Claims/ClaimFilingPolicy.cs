using Portal.Graph.Domain.Platform;

namespace Portal.Graph.Domain.Claims;

/// <summary>CLM-22: until when a first submission is in time.</summary>
public static class ClaimFilingPolicy
{
    /// <summary>The last day; the anchor day is day 0 and day N is still in time.</summary>
    /// <param name="lastServiceDate">Last date of service; for an inpatient stay the discharge date.</param>
    /// <param name="primaryPaidDate">Date of the primary payer's explanation of payment, when there is one.</param>
    public static DateOnly LastDay(DateOnly lastServiceDate, int filingDays, DateOnly? primaryPaidDate, int secondaryDays)
    {
        var last = lastServiceDate.AddDays(filingDays);
        return primaryPaidDate?.AddDays(secondaryDays) is { } secondary && secondary > last ? secondary : last;
    }

    public static Refusal? Refuse(DateOnly receivedDate, DateOnly lastDay, string source) =>
        receivedDate <= lastDay ? null : new TimelyFilingExpired(lastDay, source);

    /// <summary>CLM-26: when a clean claim must be final.</summary>
    public static DateOnly PromptPayDue(DateOnly receivedDate, int promptPayDays) => receivedDate.AddDays(promptPayDays);
}
