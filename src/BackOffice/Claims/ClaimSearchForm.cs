using Portal.Graph.Domain.Claims;
using Portal.Graph.Domain.Platform;

namespace Portal.Graph.BackOffice.Claims;

/// <summary>The search form as it stands on the page and in the address.</summary>
public sealed class ClaimSearchForm
{
    /// <summary>One or several claim numbers.</summary>
    public string? Number { get; set; }
    public string? Member { get; set; }

    /// <summary>The provider's own account number of the patient.</summary>
    public string? Account { get; set; }

    /// <summary>The billing provider's NPI.</summary>
    public string? Npi { get; set; }
    public PortalClaimStatus? Status { get; set; }
    public DateOnly? ReceivedFrom { get; set; }
    public DateOnly? ReceivedTo { get; set; }
    public DateOnly? ServiceFrom { get; set; }
    public DateOnly? ServiceTo { get; set; }

    public bool IsSet => Number is not null || Member is not null || Account is not null || Npi is not null || Status is not null
        || ReceivedFrom is not null || ReceivedTo is not null || ServiceFrom is not null || ServiceTo is not null;

    public ClaimSearch ToSearch() => new()
    {
        ClaimNumbers = Number is null ? [] : [Number],
        MemberId = Member,
        PatientAccountNumber = Account,
        BillingNpi = Npi,
        Statuses = Status is { } status ? [status] : [],
        ReceivedDates = Range(ReceivedFrom, ReceivedTo),
        ServiceDates = Range(ServiceFrom, ServiceTo),
    };

    /// <summary>The field of this form that a path of <see cref="ClaimSearch"/> means.</summary>
    public static IReadOnlyList<string>? FieldOf(IReadOnlyList<string>? path) => path switch
    {
        ["numbers", ..] => [nameof(Number)],
        ["memberId", ..] => [nameof(Member)],
        ["receivedDates", ..] => [nameof(ReceivedFrom)],
        ["serviceDates", ..] => [nameof(ServiceFrom)],
        _ => null,
    };

    // Without a first day the range is that one day.
    private static DateRange? Range(DateOnly? from, DateOnly? to) => (from ?? to) is { } first ? new(first, to) : null;
}
