using Portal.Graph.Domain.Coverage;

namespace Portal.Graph.Domain.Members;

// MBR-01: six tabs, exactly one per search.
/// <summary>By what an eligibility search looks for members.</summary>
public enum SearchMode { CareSourceId, MedicaidId, MemberInfo, CaseNumber, CareSourceIds, MedicaidIds }

/// <summary>A member's names and birth date, all three needed.</summary>
/// <param name="FirstName">Given name; case, blanks and punctuation do not matter.</param>
/// <param name="LastName">Family name; case, blanks and punctuation do not matter.</param>
/// <param name="BirthDate">Calendar date of birth.</param>
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

    /// <summary>First name, last name and birth date of one member.</summary>
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
/// <param name="Member">Who was found.</param>
/// <param name="Verdict">Whether that member is covered on the date of service.</param>
/// <param name="PastDueNote">That premiums are past due, when the date lies in a grace period; null otherwise.</param>
/// <param name="Program">The programme that covers the date, else the member's latest one; null when the member has no span in the market.</param>
public sealed record EligibilityHit(Member Member, EligibilityVerdict Verdict, PastDueNote? PastDueNote, ProgramEnrollment? Program);

/// <summary>What became of one of several IDs.</summary>
public enum IdOutcome
{
    /// <summary>A member was found.</summary>
    Found,

    /// <summary>No member of the session's market has it.</summary>
    NotFound,

    /// <summary>It is not written as such an ID is.</summary>
    Invalid,
}

// MBR-05
/// <summary>The answer to one of several IDs.</summary>
/// <param name="Input">The ID as it was given, blanks trimmed.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Hit">The member and the verdict; null unless one was found.</param>
public sealed record EligibilityAnswer(string Input, IdOutcome Outcome, EligibilityHit? Hit);
