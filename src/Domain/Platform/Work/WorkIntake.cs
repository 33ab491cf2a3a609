using Portal.Graph.Domain.Platform.Calendars;
using Portal.Graph.Domain.Platform.Policies;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Work;

/// <summary>What a new item is about.</summary>
/// <param name="Reason">Why it is in the queue, in words, without health data.</param>
/// <param name="Number">The subject's business number.</param>
/// <param name="AccountId">The provider whom it concerns.</param>
/// <param name="Priority">Higher is more urgent; 0 is usual.</param>
/// <param name="ReceivedAt">When its time began; now when left out.</param>
public sealed record WorkFacts(
    Market Market, string Reason, string? Number = null, Lob? Lob = null, long? AccountId = null, int Priority = 0, DateTimeOffset? ReceivedAt = null);

/// <summary>Puts work into a queue, due by the queue's limit: the market's rule where there is one.</summary>
public sealed class WorkIntake(PortalDb db, WorkQueues queues, MarketPolicies policies, HolidayCalendar holidays, TimeProvider clock)
{
    /// <summary>Adds an item about a record of the same save, inside the caller's write scope.</summary>
    /// <param name="queue">The key of a queue that has a limit of its own.</param>
    public async Task<WorkItem> OpenAsync(string queue, IEntity subject, WorkFacts facts, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var received = facts.ReceivedAt ?? now;
        var due = await DueAsync(queues.ByKey(queue), received, facts.Market, facts.Lob, ct);
        var item = WorkItem.Open(queue, subject, facts.Market, received, due, facts.Reason, facts.Number, facts.Lob, facts.AccountId, facts.Priority, now);
        db.Add(item);
        return item;
    }

    // PLT-09: dueAt by policy, by the row in force on the day of receipt.
    public async Task<DateTimeOffset> DueAsync(WorkQueue queue, DateTimeOffset receivedAt, Market market, Lob? lob, CancellationToken ct)
    {
        var sla = queue.Sla ?? throw new InvalidOperationException($"{queue.Key} has the rest of a parent's clock: open the item with its due time.");
        var amount = sla.PolicyKey is { } key ? (await policies.IntAsync(key, new(market, lob), receivedAt.DateIn(market), ct)).Value : sla.Amount;
        return WorkClockPolicy.Due(receivedAt, amount, sla.Unit, market, await holidays.OfAsync(market, ct));
    }
}
