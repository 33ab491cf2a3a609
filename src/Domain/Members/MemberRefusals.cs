using Portal.Graph.Domain.Platform;

namespace Portal.Graph.Domain.Members;

/// <summary>None or more than one of the six search modes was filled.</summary>
public sealed record SearchModeRequired()
    : Refusal("Choose one tab: CareSource ID, Medicaid ID, member information, case number, several CareSource IDs or several Medicaid IDs.");

public sealed record DateOfServiceRequired()
    : Refusal("Enter the date of service. It is needed to prevent unpaid claims: coverage is judged for that day.");

public sealed record DateOfServiceInFuture(DateOnly Today)
    : Refusal($"Future dates cannot be checked. The date of service must not be after today, {Today:yyyy-MM-dd}.");

public sealed record DateOfServiceTooOld(DateOnly Earliest)
    : Refusal($"The date of service must not be before {Earliest:yyyy-MM-dd}, the earliest date that can be checked.");

/// <summary>Nobody in the session's market by these criteria.</summary>
public sealed record MemberNotFound(string? Phone)
    : Refusal($"No member was found. Check the ID card or call Provider Services{(Phone is null ? "" : $" at {Phone}")}.");

/// <summary>The family exists, nobody in it has this suffix.</summary>
public sealed record MemberSuffixNotFound(string Suffix)
    : Refusal($"No member of this family has the suffix {Suffix}. Without the suffix the subscriber is shown.");

/// <summary>A list of IDs longer than one request takes.</summary>
public sealed record TooManyIds(int Limit)
    : Refusal($"At most {Limit} IDs at a time. For more, upload the spreadsheet template instead.");

public sealed record NoIdsGiven() : Refusal("Enter one or more IDs, separated by commas.");
