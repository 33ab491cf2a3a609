using Portal.Graph.Domain.Coverage;

namespace Portal.Graph.Domain.Members;

// MBR-01: six tabs, exactly one per search.
/// <summary>By what an eligibility search looks for members.</summary>
public enum SearchMode { CareSourceId, MedicaidId, MemberInfo, CaseNumber, CareSourceIds, MedicaidIds }

/// <summary>A member's names and birth date, all three needed.</summary>
public sealed record MemberInfoCriteria(string? FirstName, string? LastName, DateOnly? BirthDate);

/// <summary>Criteria of an eligibility search: exactly one of the six modes is filled, and the date of service.</summary>
public sealed record EligibilitySearch
{
    /// <summary>The day of the service; up to 24 months back, not after today.</summary>
    public DateOnly? DateOfService { get; init; }

    /// <summary><c>123456789</c> finds the subscriber, <c>123456789-01</c> or <c>12345678901</c> that person.</summary>
    public string? CareSourceId { get; init; }

    /// <summary>8 to 14 letters or digits.</summary>
    public string? MedicaidId { get; init; }

    public MemberInfoCriteria? MemberInfo { get; init; }

    /// <summary>The state's case; may find several members.</summary>
    public string? CaseNumber { get; init; }

    /// <summary>Several CareSource IDs, separated by commas or line breaks.</summary>
    public string? CareSourceIds { get; init; }

    /// <summary>Several Medicaid IDs, separated by commas or line breaks.</summary>
    public string? MedicaidIds { get; init; }
}

/// <summary>A search that was read and found in order.</summary>
/// <param name="Ids">The distinct items as given, in first-seen order; one for the single modes; names and birth date for member info.</param>
public sealed record ReadSearch(SearchMode Mode, DateOnly DateOfService, IReadOnlyList<string> Ids)
{
    public MemberInfoCriteria? MemberInfo { get; init; }
}

/// <summary>A member found by a search, with the verdict for the date of service.</summary>
/// <param name="PastDueNote">Set when the date lies in a grace period.</param>
/// <param name="Program">The programme that covers the date, else the member's latest one; null when the member has no span in the market.</param>
public sealed record EligibilityHit(Member Member, EligibilityVerdict Verdict, PastDueNote? PastDueNote, ProgramEnrollment? Program);

public enum IdOutcome { Found, NotFound, Invalid }

/// <summary>MBR-05: the answer to one of several IDs.</summary>
/// <param name="Input">The ID as it was given, blanks trimmed.</param>
public sealed record EligibilityAnswer(string Input, IdOutcome Outcome, EligibilityHit? Hit);
