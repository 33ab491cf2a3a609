using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Policies;

/// <summary>PLT-02: one person writes a rule, another approves it. Nothing is overwritten: a change is a new row, a last day, a line of history.</summary>
public sealed class PolicyDesk(PortalDb db, ActorScope scope, AuditLog audit, MarketPolicies policies, TimeProvider clock)
{
    /// <summary>Writes a draft, or with <paramref name="id"/> writes a draft anew; in force for nobody until approved.</summary>
    public async Task<Outcome<PolicySetting>> SaveAsync(PolicyDraft draft, long? id, int? version, CancellationToken ct)
    {
        if (scope.Actor.Lacks(Permission.StaffPolicyEdit) is { } lacks) return lacks;
        draft = draft with { Key = draft.Key.Trim(), Program = string.IsNullOrWhiteSpace(draft.Program) ? null : draft.Program.Trim() };
        if (PolicyCatalogue.Find(draft.Key) is not { } key) return new PolicyKeyUnknown(draft.Key) { Path = ["key"] };
        if (PolicyChangePolicy.Faults(draft, key) is { Count: > 0 } faults) return faults;

        await using var write = await BeginAsync(ct);
        var rows = await ScopeAsync(draft, ct);
        var row = id is null ? null : rows.Find(r => r.Id == id);
        if (id is not null && row is null) return new NotFound("policy setting");
        if (row is not null && version != row.Version) return new ConcurrentChange("policy setting");
        if (Refuse(draft, rows, row) is { } overlap) return overlap;
        var before = row is null ? null : Facts(row);
        if (row is null) db.Add(row = PolicySetting.Draft(draft, key.Canonical(draft.Value)!, Hand));
        else if (row.Revise(draft, key.Canonical(draft.Value)!, Hand) is { } refusal) return refusal;
        audit.Changed(before is null ? "policy.drafted" : "policy.revised", row, before: before, after: Facts(row));
        await write.CommitAsync(ct);
        return row;
    }

    /// <summary>Puts a draft, or a proposed last day, in force. Not for who wrote it.</summary>
    public async Task<Outcome<PolicySetting>> ApproveAsync(long id, int version, CancellationToken ct)
    {
        if (scope.Actor.Lacks(Permission.StaffPolicyEdit) is { } lacks) return lacks;
        await using var write = await BeginAsync(ct);
        if (await FindAsync(id, ct) is not { } row) return new NotFound("policy setting");
        if (version != row.Version) return new ConcurrentChange("policy setting");
        var approved = (await ScopeAsync(row, ct)).FindAll(r => r.State is PolicyState.Approved && r.Id != row.Id);
        PolicySetting? givesWay = null;
        if (row.State is PolicyState.Draft)
        {
            // Others may have been approved since the draft was written.
            (givesWay, var overlap) = PolicyChangePolicy.Place(row.Days, approved);
            if (overlap is not null) return overlap with { Path = null };
        }
        else if (row.ProposedEnd is { } end && PolicyChangePolicy.RefuseEnd(row, end, approved) is { } early) return early with { Path = null };
        var (before, was) = (Facts(row), row.State);
        if (row.Approve(Hand) is { } refusal) return refusal;
        audit.Changed(was is PolicyState.Draft ? "policy.approved" : "policy.ended", row, before: before, after: Facts(row));
        if (givesWay is not null)
        {
            var earlier = Facts(givesWay);
            givesWay.GiveWayTo(row, Hand);
            audit.Changed("policy.succeeded", givesWay, before: earlier, after: Facts(givesWay));
        }
        await write.CommitAsync(ct);
        policies.Forget();
        return row;
    }

    /// <summary>Proposes the last day of an approved row; a second person approves it.</summary>
    public Task<Outcome<PolicySetting>> EndAsync(long id, int version, DateOnly lastDay, CancellationToken ct) =>
        ChangeAsync(id, version, "policy.end.proposed", async row =>
            row.State is PolicyState.Approved && PolicyChangePolicy.RefuseEnd(row, lastDay, (await ScopeAsync(row, ct)).FindAll(r => r.State is PolicyState.Approved)) is { } refusal
                ? refusal : row.ProposeEnd(lastDay, Hand), ct);

    /// <summary>Gives a draft, or a proposed last day, up.</summary>
    public Task<Outcome<PolicySetting>> WithdrawAsync(long id, int version, CancellationToken ct) =>
        ChangeAsync(id, version, "policy.withdrawn", row => Task.FromResult(row.Withdraw(Hand)), ct);

    private PolicyHand Hand => PolicyHand.Of(scope.Actor, clock);

    private async Task<Outcome<PolicySetting>> ChangeAsync(long id, int version, string action, Func<PolicySetting, Task<Refusal?>> change, CancellationToken ct)
    {
        if (scope.Actor.Lacks(Permission.StaffPolicyEdit) is { } lacks) return lacks;
        await using var write = await BeginAsync(ct);
        if (await FindAsync(id, ct) is not { } row) return new NotFound("policy setting");
        if (version != row.Version) return new ConcurrentChange("policy setting");
        var before = Facts(row);
        if (await change(row) is { } refusal) return refusal;
        audit.Changed(action, row, before: before, after: Facts(row));
        await write.CommitAsync(ct);
        return row;
    }

    private async Task<WriteScope> BeginAsync(CancellationToken ct)
    {
        var write = await db.BeginWriteAsync(ct);
        await db.LockAsync(RuleRevision.Name, ct);
        return write;
    }

    private static Refusal? Refuse(PolicyDraft draft, List<PolicySetting> rows, PolicySetting? self)
    {
        if (rows.Find(r => r != self && r.State is PolicyState.Draft && r.From == draft.From) is { } twin)
            return new PolicyOverlap(twin.Id, twin.Days.ToString()) { Path = ["from"] };
        return PolicyChangePolicy.Place(draft.Days, rows.Where(r => r != self && r.State is PolicyState.Approved)).Refusal;
    }

    private Task<PolicySetting?> FindAsync(long id, CancellationToken ct) =>
        db.Set<PolicySetting>().Include(p => p.Changes.OrderBy(c => c.Id)).SingleOrDefaultAsync(p => p.Id == id, ct);

    private Task<List<PolicySetting>> ScopeAsync(PolicySetting row, CancellationToken ct) =>
        ScopeAsync(new PolicyDraft(row.Key, row.Market, row.Lob, row.Program, row.From, row.To, row.Value, row.Source), ct);

    private async Task<List<PolicySetting>> ScopeAsync(PolicyDraft draft, CancellationToken ct) =>
        (await db.Set<PolicySetting>().Include(p => p.Changes.OrderBy(c => c.Id)).Where(p => p.Key == draft.Key).ToListAsync(ct)).FindAll(draft.IsSameScope);

    private static object Facts(PolicySetting row) => new { row.Key, row.Market, row.Lob, row.Program, row.From, row.To, row.Value, row.State, row.ProposedEnd };
}
