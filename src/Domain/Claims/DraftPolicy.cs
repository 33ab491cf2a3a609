using Portal.Graph.Domain.Platform;

namespace Portal.Graph.Domain.Claims;

/// <summary>CLM-29: a draft lives a number of days after its last change.</summary>
public static class DraftPolicy
{
    /// <summary>How many days before its end the account is warned.</summary>
    public const int WarningDays = 7;

    /// <summary>The last day on which the draft can still be used.</summary>
    public static DateOnly LastDay(DateOnly lastChange, int draftDays) => lastChange.AddDays(draftDays);

    public static bool WarnsOn(DateOnly today, DateOnly lastDay) => today <= lastDay && today >= lastDay.AddDays(-WarningDays);

    public static Refusal? Refuse(DateOnly today, DateOnly lastDay) => today > lastDay ? new DraftExpired(lastDay.AddDays(1)) : null;
}
