using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Work;

/// <summary>Whose items a list shows.</summary>
public enum AssigneeFilter
{
    /// <summary>Everybody's and nobody's.</summary>
    Anyone,

    /// <summary>Those you have in hand.</summary>
    Me,

    /// <summary>Those that nobody has taken.</summary>
    Nobody,
}

/// <summary>Items of which due time a list shows.</summary>
public enum DueFilter
{
    /// <summary>All.</summary>
    Any,

    /// <summary>Due today, by the calendar of the item's market.</summary>
    Today,

    /// <summary>Overdue.</summary>
    Breached,
}

/// <summary>Filters of a queue page (section C). Without states: what is open.</summary>
/// <param name="AssigneeId">The items that this person has in hand; then <paramref name="Assignee"/> counts no more.</param>
/// <param name="Provider">Part of the provider's name, or its NPI or CareSource provider ID.</param>
/// <param name="Text">Part of the subject's number or of the reason.</param>
public sealed record WorkFilter(
    Market? Market = null, IReadOnlyList<WorkState>? States = null, AssigneeFilter Assignee = AssigneeFilter.Anyone,
    DueFilter Due = DueFilter.Any, long? AccountId = null, string? Text = null, string? Provider = null, long? AssigneeId = null)
{
    internal static readonly WorkState[] OpenStates = [WorkState.New, WorkState.Assigned, WorkState.PendingInfo];

    internal IQueryable<WorkItem> Apply(IQueryable<WorkItem> items, PortalDb db, long? me, DateTimeOffset now)
    {
        var states = States is { Count: > 0 } chosen ? [.. chosen] : OpenStates.ToList();
        items = items.Where(i => states.Contains(i.State));
        if (Market is { } market) items = items.Where(i => i.Market == market);
        if (AccountId is { } account) items = items.Where(i => i.AccountId == account);
        items = AssigneeId is { } person ? items.Where(i => i.AssigneeId == person) : Assignee switch
        {
            AssigneeFilter.Anyone => items,
            AssigneeFilter.Me => items.Where(i => i.AssigneeId == me),
            AssigneeFilter.Nobody => items.Where(i => i.AssigneeId == null),
        };
        items = Due switch
        {
            DueFilter.Any => items,
            DueFilter.Today => DueToday(items, now),
            DueFilter.Breached => Breached(items, now),
        };
        if (Text?.Trim() is { Length: > 0 } text)
        {
            var upper = text.ToUpperInvariant();
            items = items.Where(i => (i.SubjectNumber != null && i.SubjectNumber.ToUpper().Contains(upper)) || i.Reason.ToUpper().Contains(upper));
        }
        if (Provider?.Trim() is { Length: > 0 } provider)
        {
            var upper = provider.ToUpperInvariant();
            var accounts = db.Set<ProviderAccount>().Where(a => a.Name.ToUpper().Contains(upper) || a.Npi == provider || a.CareSourceProviderId == provider).Select(a => a.Id);
            items = items.Where(i => i.AccountId != null && accounts.Contains(i.AccountId.Value));
        }
        return items;
    }

    /// <summary>A clock that stands still passes no due time.</summary>
    internal static IQueryable<WorkItem> Breached(IQueryable<WorkItem> items, DateTimeOffset now) =>
        items.Where(i => i.DueAt < now && (i.PausedAt == null || i.DueAt < i.PausedAt));

    // Section 0.1: a day is a day of the market's own calendar; markets of one clock share its bounds.
    private static IQueryable<WorkItem> DueToday(IQueryable<WorkItem> items, DateTimeOffset now)
    {
        var (east, indiana, west) = (Platform.Market.OH, Platform.Market.IN, Platform.Market.NV);
        var (from1, to1) = DayOf(east, now);
        var (from2, to2) = DayOf(indiana, now);
        var (from3, to3) = DayOf(west, now);
        return items.Where(i =>
            (i.Market != indiana && i.Market != west && i.DueAt >= from1 && i.DueAt < to1)
            || (i.Market == indiana && i.DueAt >= from2 && i.DueAt < to2)
            || (i.Market == west && i.DueAt >= from3 && i.DueAt < to3));
    }

    private static (DateTimeOffset From, DateTimeOffset To) DayOf(Market market, DateTimeOffset now)
    {
        var today = now.DateIn(market);
        return (WorkClockPolicy.StartOf(today, market), WorkClockPolicy.StartOf(today.AddDays(1), market));
    }
}
