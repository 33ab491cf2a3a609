using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Claims;
using Portal.Graph.Domain.Platform;
using Portal.GraphQL.Building;

namespace Portal.Graph.Schema.Claims;

/// <summary>Calendar dates, both ends included.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day; today when left out.</param>
public sealed record DateRangeInput(DateOnly From, DateOnly? To = null)
{
    internal DateRange ToRange() => new(From, To);
}

// CLM-13
/// <summary>Search options; those given must all hold. A claim number, a check number, a member or a date range of at most 90 days is needed.</summary>
public sealed record ClaimSearchInput
{
    /// <summary>Claim numbers, each entry one or several separated by commas or new lines; at most 50.</summary>
    public IReadOnlyList<string>? Numbers { get; init; }

    /// <summary>Check or EFT trace number; leading zeros and blanks do not matter.</summary>
    public string? CheckNumber { get; init; }

    /// <summary>CareSource member id.</summary>
    public string? MemberId { get; init; }

    /// <summary>The member's Medicaid id.</summary>
    public string? MedicaidId { get; init; }

    /// <summary>The member's last name; needs first name and birth date beside it.</summary>
    public string? LastName { get; init; }

    /// <summary>The member's first name; needs last name and birth date beside it.</summary>
    public string? FirstName { get; init; }

    /// <summary>The member's birth date; needs both names beside it.</summary>
    public DateOnly? BirthDate { get; init; }

    /// <summary>Range of the first service date.</summary>
    public DateRangeInput? ServiceDates { get; init; }

    /// <summary>Range of the date of receipt.</summary>
    public DateRangeInput? ReceivedDates { get; init; }

    /// <summary>Claims with any of these statuses; all when left out.</summary>
    public IReadOnlyList<PortalClaimStatus>? Statuses { get; init; }

    /// <summary>The provider's own account number of the patient.</summary>
    public string? PatientAccountNumber { get; init; }

    /// <summary>NPI of the billing provider, 10 digits.</summary>
    public string? BillingNpi { get; init; }

    /// <summary>NPI of who rendered the services, 10 digits.</summary>
    public string? RenderingNpi { get; init; }

    /// <summary>One of your provider accounts.</summary>
    [ID<ProviderAccount>]
    public long? BillingProviderId { get; init; }

    internal ClaimSearch ToSearch() => new()
    {
        ClaimNumbers = Numbers ?? [],
        CheckNumber = CheckNumber,
        MemberId = MemberId,
        MedicaidId = MedicaidId,
        LastName = LastName,
        FirstName = FirstName,
        BirthDate = BirthDate,
        ServiceDates = ServiceDates?.ToRange(),
        ReceivedDates = ReceivedDates?.ToRange(),
        Statuses = Statuses ?? [],
        PatientAccountNumber = PatientAccountNumber,
        BillingNpi = BillingNpi,
        RenderingNpi = RenderingNpi,
        BillingAccountId = BillingProviderId,
    };
}
