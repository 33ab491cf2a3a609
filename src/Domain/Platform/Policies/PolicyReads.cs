using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Policies;

/// <summary>Which rows a list shows.</summary>
/// <param name="Key">Part of the key; case does not matter.</param>
/// <param name="Market">Rows of this market.</param>
/// <param name="Lob">Rows of this line of business.</param>
/// <param name="State">Rows in this state; all but withdrawn ones when null.</param>
/// <param name="Awaiting">Only rows that wait for a second person.</param>
public sealed record PolicyFilter(string? Key = null, Market? Market = null, Lob? Lob = null, PolicyState? State = null, bool Awaiting = false);

/// <summary>Which row applies, and why.</summary>
/// <param name="Key">The rule.</param>
/// <param name="Scope">For whom it was asked.</param>
/// <param name="On">For which day.</param>
/// <param name="Candidates">Every row of the key, the one that applies first, each with its reason.</param>
public sealed record EffectivePolicy(PolicyKey Key, PolicyScope Scope, DateOnly On, IReadOnlyList<PolicyCandidate> Candidates)
{
    /// <summary>The row that applies; null when none is in force on the day.</summary>
    public PolicySetting? Setting => Candidates.FirstOrDefault(c => c.Verdict is PolicyVerdict.Applies)?.Setting;
}

/// <summary>The policy table for those who edit it and for supervisors, read from the database itself.</summary>
public sealed class PolicyReads(PortalDb db, ActorScope scope, Deadlines deadlines)
{
    public static readonly IReadOnlyList<Permission> Readers = [Permission.StaffPolicyEdit, Permission.StaffSupervise];

    /// <summary>Rows by key and scope, newest last; empty for others than readers.</summary>
    public AuditedQuery<PolicySetting> Settings(PolicyFilter filter)
    {
        var allowed = Readers.Any(scope.Actor.Has);
        var rows = db.Set<PolicySetting>().AsNoTracking().Include(p => p.Changes.OrderBy(c => c.Id)).Where(p => allowed);
        if (filter.Key?.Trim().ToUpperInvariant() is { Length: > 0 } key) rows = rows.Where(p => p.Key.ToUpper().Contains(key));
        if (filter.Market is { } market) rows = rows.Where(p => p.Market == market);
        if (filter.Lob is { } lob) rows = rows.Where(p => p.Lob == lob);
        rows = filter.State is { } state ? rows.Where(p => p.State == state) : rows.Where(p => p.State != PolicyState.Withdrawn);
        if (filter.Awaiting) rows = rows.Where(p => p.State == PolicyState.Draft || p.ProposedEnd != null);
        return new(rows.OrderBy(p => p.Key).ThenBy(p => p.Id), _ => { });
    }

    public Task<PolicySetting?> FindAsync(long id, CancellationToken ct)
    {
        var allowed = Readers.Any(scope.Actor.Has);
        return db.Set<PolicySetting>().AsNoTracking().Include(p => p.Changes.OrderBy(c => c.Id)).SingleOrDefaultAsync(p => allowed && p.Id == id, ct);
    }

    /// <summary>Which value applies to market, line, programme and day, and why.</summary>
    public async Task<Outcome<EffectivePolicy>> EffectiveAsync(string key, PolicyScope of, DateOnly on, CancellationToken ct)
    {
        if (!Readers.Any(scope.Actor.Has)) return scope.Actor.Lacks(Permission.StaffPolicyEdit)!;
        if (PolicyCatalogue.Find(key.Trim()) is not { } known) return new PolicyKeyUnknown(key) { Path = ["key"] };
        var rows = await db.Set<PolicySetting>().AsNoTracking().Include(p => p.Changes.OrderBy(c => c.Id)).Where(p => p.Key == known.Name).ToListAsync(ct);
        return new EffectivePolicy(known, of, on, PolicyResolver.Explain(rows, of, on));
    }

    /// <summary>The last day that the rule in force gives for these dates, with its reason.</summary>
    public async Task<Outcome<Deadline>> DeadlineAsync(
        string key, PolicyScope of, DateOnly on, IReadOnlyDictionary<DeadlineAnchor, DateOnly> dates, CancellationToken ct)
    {
        var effective = await EffectiveAsync(key, of, on, ct);
        if (!effective.Succeeded) return Outcome<Deadline>.Refused(effective.Refusals);
        var known = effective.Value.Key;
        if (!known.IsDeadline) return new InvalidFormat("Key", "one that counts days or months from an event", "dispute.days") { Path = ["key"] };
        if (effective.Value.Setting is null) return new NotFound("policy setting");
        return await deadlines.OfAsync(known.Name, of, on, dates, ct) is { } deadline ? deadline
            : new RequiredFieldMissing("The date of an event from which the rule counts") { Path = ["dates"] };
    }
}
