using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Storage;
using Portal.Graph.Domain.Platform.Work;

namespace Portal.Graph.Domain.Accounts.Registration;

/// <summary>The queue Q-REG: Provider IDs that somebody tries in vain.</summary>
public sealed class RegistrationWork(PortalDb db, WorkIntake intake)
{
    public const string Queue = "Q-REG";
    private static readonly WorkState[] Closed = [WorkState.Done, WorkState.Cancelled];

    // ACC-01: after 3 failures for one Provider ID, counted anew once an item about it is closed.
    internal async Task OpenWhenDueAsync(Registration failed, ProviderAccount? account, Market? market, RegistrationLimits rules, CancellationToken ct)
    {
        var items = await db.Set<WorkItem>().Where(i => i.Queue == Queue && i.SubjectNumber == failed.ProviderId)
            .Select(i => new { i.State, i.ClosedAt }).ToListAsync(ct);
        if (items.Any(i => !Closed.Contains(i.State))) return;
        var since = items.Max(i => i.ClosedAt) ?? DateTimeOffset.MinValue;
        var earlier = await db.Set<Registration>().CountAsync(
            r => r.ProviderId == failed.ProviderId && r.Outcome == RegistrationOutcome.NoMatch && r.ForgivenAt == null && r.At > since, ct);
        if (earlier + 1 < rules.WorkTries) return;
        var place = account?.Markets.Select(m => (Market?)m.Market).FirstOrDefault() ?? market ?? Market.OH;
        await intake.OpenAsync(Queue, failed, new(
            place, $"{earlier + 1} registrations with this Provider ID matched no provider.", failed.ProviderId, AccountId: account?.Id), ct);
    }
}
