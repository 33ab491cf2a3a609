using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Storage;
using Portal.Graph.Domain.Platform.Work;

namespace Portal.Graph.Domain.Accounts.Registration;

/// <summary>What support does about a Provider ID that was tried in vain.</summary>
public enum RegistrationDecision
{
    /// <summary>The visitor was helped; nothing changes.</summary>
    Helped,

    /// <summary>The failures count no more: the visitor may try again at once.</summary>
    Unlocked,

    /// <summary>It looks like fraud; compliance takes it on.</summary>
    Fraud,
}

/// <summary>The queue Q-REG (section C): what was tried, and what support decides about it.</summary>
public sealed class RegistrationReviewDesk(PortalDb db, WorkDesk work, WorkIntake intake, AuditLog audit, ActorScope scope, TimeProvider clock)
{
    private const string FraudQueue = "Q-FRAUD";

    /// <summary>The tries of a Provider ID, newest first.</summary>
    public async Task<IReadOnlyList<Registration>> TriesAsync(string providerId, CancellationToken ct) => scope.Actor.Has(Permission.StaffSupport)
        ? await db.Set<Registration>().AsNoTracking().Where(r => r.ProviderId == providerId).OrderByDescending(r => r.Id).Take(100).ToListAsync(ct) : [];

    /// <summary>How often each Provider ID failed, and from how many addresses.</summary>
    public async Task<IReadOnlyDictionary<string, (int Failures, int Sources)>> FailuresAsync(IReadOnlyCollection<string> providerIds, CancellationToken ct)
    {
        if (!scope.Actor.Has(Permission.StaffSupport)) return new Dictionary<string, (int, int)>();
        var rows = await db.Set<Registration>().Where(r => providerIds.Contains(r.ProviderId) && r.Outcome == RegistrationOutcome.NoMatch)
            .GroupBy(r => r.ProviderId).Select(g => new { g.Key, Failures = g.Count(), Sources = g.Select(r => r.Ip).Distinct().Count() }).ToListAsync(ct);
        return rows.ToDictionary(r => r.Key, r => (r.Failures, r.Sources));
    }

    /// <summary>Decides an item in the actor's own hands; the reason stands as a note on it.</summary>
    public async Task<Outcome<WorkItem>> DecideAsync(long itemId, RegistrationDecision decision, string? reason, CancellationToken ct)
    {
        if (scope.Actor.Lacks(Permission.StaffSupport) is { } lacks) return lacks;
        if (string.IsNullOrWhiteSpace(reason)) return new RequiredFieldMissing("Reason") { Path = ["reason"] };
        await using var write = await db.BeginWriteAsync(ct);
        var held = await work.HeldAsync(itemId, ct);
        if (!held.Succeeded) return held;
        var item = held.Value;
        if (item.Queue != RegistrationWork.Queue) return new NotFound("registration item");
        var now = clock.GetUtcNow();
        if (item.Note($"{decision}: {reason.Trim()}", new(scope.Actor.UserId ?? 0, scope.Actor.Name), now) is { } closed) return closed;
        await ApplyAsync(decision, item, now, ct);
        audit.Changed("registration.decided", item, after: new { decision, item.SubjectNumber });
        if (await work.CompleteAsync(item, ct) is { } refusal) return refusal;
        await write.CommitAsync(ct);
        return item;
    }

    private async Task ApplyAsync(RegistrationDecision decision, WorkItem item, DateTimeOffset now, CancellationToken ct)
    {
        switch (decision)
        {
            case RegistrationDecision.Helped:
                break;
            case RegistrationDecision.Unlocked:
                var failures = await db.Set<Registration>()
                    .Where(r => r.ProviderId == item.SubjectNumber && r.Outcome == RegistrationOutcome.NoMatch && r.ForgivenAt == null).ToListAsync(ct);
                foreach (var failure in failures) failure.Forgive(now);
                break;
            case RegistrationDecision.Fraud:
                var due = await intake.DueAsync(WorkQueue.ByKey(FraudQueue), now, item.Market, item.Lob, ct);
                db.Add(WorkItem.Open(FraudQueue, item.SubjectType, item.SubjectId, item.Market, now, due,
                    "Registrations marked as fraud by support.", item.SubjectNumber, accountId: item.AccountId));
                break;
        }
    }
}
