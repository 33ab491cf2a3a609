using Portal.Graph.Domain.Platform.Audit;

namespace Portal.Graph.BackOffice.Platform.Audit;

/// <summary>The filter of the trail as it stands in the form and in the address.</summary>
public sealed class AuditFilterForm
{
    public string? Actor { get; set; }
    public string? Impersonator { get; set; }
    public string? Provider { get; set; }
    public string? Member { get; set; }

    /// <summary>The action; the address calls it <c>event</c>, because routing keeps the other word for itself.</summary>
    public string? Event { get; set; }

    /// <summary>A kind of record and its number, such as <c>WorkItem 12</c>.</summary>
    public string? Record { get; set; }
    public DateOnly? From { get; set; }
    public DateOnly? To { get; set; }

    public bool IsSet => Actor is not null || Impersonator is not null || Provider is not null || Member is not null || Event is not null || Record is not null
        || From is not null || To is not null;

    public AuditFilter ToFilter() => new(Actor, Impersonator, Provider, Member, Event, From, To, Record);
}

/// <summary>Whose disclosures to account for.</summary>
public sealed class DisclosureForm
{
    public string? Member { get; set; }
    public DateOnly? From { get; set; }
    public DateOnly? To { get; set; }
}
