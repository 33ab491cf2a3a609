using System.Globalization;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Work;

namespace Portal.Graph.BackOffice.Platform.Work;

/// <summary>The filter of a queue page as it stands in the form and in the address (section C).</summary>
public sealed class QueueFilterForm
{
    public Market? Market { get; set; }

    /// <summary>Empty: what is open.</summary>
    public WorkState? State { get; set; }

    /// <summary><c>me</c>, <c>nobody</c>, the number of a person, or empty.</summary>
    public string? Assignee { get; set; }

    /// <summary><c>today</c>, <c>breached</c> or empty.</summary>
    public string? Due { get; set; }

    /// <summary>Part of a name, an NPI or a provider ID.</summary>
    public string? Provider { get; set; }

    /// <summary>Part of the subject's number or of the reason, or what the queue's view finds by.</summary>
    public string? Text { get; set; }

    /// <summary>The choices of the queue's own filters, by their keys.</summary>
    public Dictionary<string, string?> Own { get; set; } = [];

    public bool IsSet => Market is not null || State is not null || AssigneeFilter is not AssigneeFilter.Anyone || AssigneeId is not null
        || DueFilter is not DueFilter.Any || !string.IsNullOrWhiteSpace(Provider) || !string.IsNullOrWhiteSpace(Text)
        || Own.Values.Any(choice => !string.IsNullOrEmpty(choice));

    /// <summary>The common filters.</summary>
    /// <param name="text">Null where the queue's view finds by the text.</param>
    public WorkFilter ToWork(string? text) => new(Market, State is { } state ? [state] : null, AssigneeFilter, DueFilter, null, text, Provider, AssigneeId);

    /// <summary>Keeps the choices that the queue offers, and no others.</summary>
    public void Keep(IReadOnlyList<QueueFilter> offered, Func<string, string?> given) => Own = offered.ToDictionary(
        filter => filter.Key, filter => given(filter.Key) is { Length: > 0 } choice && filter.Takes(choice) ? choice : null);

    private AssigneeFilter AssigneeFilter => Assignee switch { "me" => AssigneeFilter.Me, "nobody" => AssigneeFilter.Nobody, _ => AssigneeFilter.Anyone };

    private long? AssigneeId => long.TryParse(Assignee, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    private DueFilter DueFilter => Due switch { "today" => DueFilter.Today, "breached" => DueFilter.Breached, _ => DueFilter.Any };
}
