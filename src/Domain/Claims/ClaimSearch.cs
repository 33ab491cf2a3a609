using Portal.Graph.Domain.Platform;

namespace Portal.Graph.Domain.Claims;

/// <summary>
/// Search options of CLM-13; those given must all hold. At least a claim number, a check number, a member (id, Medicaid id, or name
/// with birth date) or a date range within the limit is needed.
/// </summary>
public sealed record ClaimSearch
{
    /// <summary>One or several claim numbers, also several in one text, separated by commas or new lines (CLM-14).</summary>
    public IReadOnlyList<string> ClaimNumbers { get; init; } = [];

    /// <summary>Check or EFT trace number; leading zeros and blanks do not matter (CLM-15).</summary>
    public string? CheckNumber { get; init; }

    /// <summary>CareSource member id.</summary>
    public string? MemberId { get; init; }

    public string? MedicaidId { get; init; }

    /// <summary>Member's last name; with first name and birth date.</summary>
    public string? LastName { get; init; }

    public string? FirstName { get; init; }
    public DateOnly? BirthDate { get; init; }

    /// <summary>First date of service from … to, both included; an open end is today.</summary>
    public DateRange? ServiceDates { get; init; }

    /// <summary>Date of receipt from … to, both included; an open end is today.</summary>
    public DateRange? ReceivedDates { get; init; }

    /// <summary>Any of these.</summary>
    public IReadOnlyList<PortalClaimStatus> Statuses { get; init; } = [];

    public string? PatientAccountNumber { get; init; }
    public string? BillingNpi { get; init; }
    public string? RenderingNpi { get; init; }

    /// <summary>Billing provider account.</summary>
    public long? BillingAccountId { get; init; }

    // Compared as a whole, so that an option added later is not overlooked.
    internal bool NamesOnlyServiceDates => ServiceDates is not null && ClaimNumbers.Count == 0 && Statuses.Count == 0
        && this == new ClaimSearch { ServiceDates = ServiceDates, ClaimNumbers = ClaimNumbers, Statuses = Statuses };
}

/// <summary>What a search found.</summary>
/// <param name="Claims">The rows, by service date descending, for paging.</param>
/// <param name="NotFoundNumbers">Claim numbers that are not among the caller's claims (CLM-14).</param>
/// <param name="OlderNumbers">Claim numbers received before the look-back (CLM-11).</param>
/// <param name="MemberIds">The members that the member options name, for the member information below the results.</param>
public sealed record ClaimSearchResult(
    Platform.Storage.AuditedQuery<Claim> Claims, IReadOnlyList<string> NotFoundNumbers, IReadOnlyList<string> OlderNumbers,
    IReadOnlyList<long> MemberIds);

/// <summary>Limits of a search, from the market's policies.</summary>
public sealed record ClaimSearchLimits(int MaxNumbers, int MaxRangeDays, int LookbackMonths);
