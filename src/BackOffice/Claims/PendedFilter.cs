using System.Globalization;
using Portal.Graph.Domain.Claims;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Work;

namespace Portal.Graph.BackOffice.Claims;

/// <summary>The filter of the queue page as it stands in the form and in the address.</summary>
public sealed class PendedFilter
{
    public Market? Market { get; set; }

    /// <summary>Empty: what is open.</summary>
    public WorkState? State { get; set; }

    /// <summary><c>me</c>, <c>nobody</c>, the number of a person, or empty.</summary>
    public string? Assignee { get; set; }

    /// <summary><c>today</c>, <c>breached</c> or empty.</summary>
    public string? Due { get; set; }
    public ClaimPendReason? Reason { get; set; }

    /// <summary>Part of a name, an NPI or a provider ID.</summary>
    public string? Provider { get; set; }

    /// <summary>Part of a claim number, or a member ID.</summary>
    public string? Text { get; set; }

    public bool IsSet => Market is not null || State is not null || Reason is not null || Provider is not null || Text is not null
        || Assignee is "me" or "nobody" || AssigneeId is not null || Due is "today" or "breached";

    public WorkFilter ToWork() => new(
        Market,
        State is { } state ? [state] : null,
        Assignee switch { "me" => AssigneeFilter.Me, "nobody" => AssigneeFilter.Nobody, _ => AssigneeFilter.Anyone },
        Due switch { "today" => DueFilter.Today, "breached" => DueFilter.Breached, _ => DueFilter.Any },
        Provider: Provider, AssigneeId: AssigneeId);

    private long? AssigneeId => long.TryParse(Assignee, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
