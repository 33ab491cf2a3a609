using Microsoft.AspNetCore.Mvc;
using Portal.Graph.BackOffice.Shared.Access;
using Portal.Graph.BackOffice.Shared.Display;
using Portal.Graph.BackOffice.Shared.Forms;
using Portal.Graph.Domain.Accounts.Registration;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Storage;
using Portal.Graph.Domain.Platform.Work;

namespace Portal.Graph.BackOffice.Accounts;

/// <summary>/staff/registrations: the queue Q-REG (section C).</summary>
[RequiresPermission(Permission.StaffSupport)]
public sealed class RegistrationsModel(WorkReads work, RegistrationReviewDesk desk, TimeProvider clock) : StaffPage
{
    private const int PageSize = 25;
    private IReadOnlyDictionary<string, (int Failures, int Sources)> _failures = new Dictionary<string, (int, int)>();

    [BindProperty(SupportsGet = true)]
    public Market? Market { get; set; }

    /// <summary>Empty: what is open.</summary>
    [BindProperty(SupportsGet = true)]
    public WorkState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Assignee { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Due { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    /// <summary>A Provider ID or part of one.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Provider { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public ListPage<WorkItem> List { get; private set; } = new([], 1, PageSize, 0);

    public bool IsFiltered => Market is not null || State is not null || Assignee is "me" or "nobody" || Due is "today" or "breached"
        || From is not null || To is not null || !string.IsNullOrWhiteSpace(Provider);

    public (int Failures, int Sources) FailuresOf(WorkItem item) => item.SubjectNumber is { } id ? _failures.GetValueOrDefault(id) : default;

    public DueClock ClockOf(WorkItem item) => DueClock.Of(item, clock.GetUtcNow());

    public async Task OnGetAsync(CancellationToken ct)
    {
        var items = work.Queue("Q-REG", new(
            Market, State is { } state ? [state] : null,
            Assignee switch { "me" => AssigneeFilter.Me, "nobody" => AssigneeFilter.Nobody, _ => AssigneeFilter.Anyone },
            Due switch { "today" => DueFilter.Today, "breached" => DueFilter.Breached, _ => DueFilter.Any }, Text: Provider)).Query;
        if (From is { } from && StartOf(from) is var first) items = items.Where(i => i.ReceivedAt >= first);
        if (To is { } to && StartOf(to.AddDays(1)) is var after) items = items.Where(i => i.ReceivedAt < after);
        List = await new AuditedQuery<WorkItem>(items, _ => { }).PageAsync(PageNumber, PageSize, ct);
        _failures = await desk.FailuresAsync([.. List.Rows.Select(i => i.SubjectNumber).OfType<string>().Distinct()], ct);
    }

    // Days of the filter's market; of the markets' common zone where none is chosen.
    private DateTimeOffset StartOf(DateOnly day) =>
        new(TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), (Market ?? Domain.Platform.Market.OH).Zone()), TimeSpan.Zero);
}
