using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Policies;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Platform.Policies;

public sealed class PolicyDeskTests : IAsyncLifetime
{
    private static readonly PolicyScope Georgia = new(Market.GA, Lob.Medicaid);
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public Task DisposeAsync() => _database.DisposeAsync().AsTask();

    private static Actor Editor(long id, params Permission[] permissions) => new()
    {
        Kind = ActorKind.Staff, UserId = id, Name = id == 1 ? "Ada" : "Bob", Permissions = [.. permissions.DefaultIfEmpty(Permission.StaffPolicyEdit)],
    };

    private static readonly Actor Ada = Editor(1), Bob = Editor(2);

    private static PolicyDraft Draft(string value = "60", string from = "2026-01-01", string? to = null, string key = "dispute.days", PolicyScope? scope = null) =>
        new(key, (scope ?? Georgia).Market, (scope ?? Georgia).Lob, (scope ?? Georgia).Program, DateOnly.Parse(from), to is null ? null : DateOnly.Parse(to), value, "Contract 7");

    private async Task<T> AsAsync<T>(Actor actor, Func<PolicyDesk, Task<T>> use)
    {
        await using var scope = _database.Scope(actor);
        return await use(scope.Get<PolicyDesk>());
    }

    private async Task<PolicySetting> DraftedAsync(PolicyDraft draft, Actor? by = null)
    {
        var saved = await AsAsync(by ?? Ada, desk => desk.SaveAsync(draft, null, null, default));
        saved.Refusals.ShouldBeEmpty();
        return saved.Value!;
    }

    private async Task<PolicySetting> InForceAsync(PolicyDraft draft)
    {
        var row = await DraftedAsync(draft);
        var approved = await AsAsync(Bob, desk => desk.ApproveAsync(row.Id, row.Version, default));
        approved.Refusals.ShouldBeEmpty();
        return approved.Value!;
    }

    private async Task<string> RuleAsync(string on, PolicyScope? scope = null)
    {
        await using var request = _database.Scope(Actor.System("test"));
        return (await request.Get<MarketPolicies>().DeadlineAsync("dispute.days", scope ?? Georgia, DateOnly.Parse(on), default)).Value.ToString();
    }

    // Scenario 62.
    [Fact, Requirement("PLT-02")]
    public async Task A_draft_is_in_force_for_nobody_until_a_second_person_approves_it()
    {
        var draft = await DraftedAsync(Draft());
        (await RuleAsync("2026-01-01")).ShouldBe("90 days");
        (await AsAsync(Ada, desk => desk.ApproveAsync(draft.Id, draft.Version, default))).Refusals.Single().ShouldBeOfType<ApprovalByAuthorForbidden>();
        (await AsAsync(Bob, desk => desk.ApproveAsync(draft.Id, draft.Version + 1, default))).Refusals.Single().ShouldBeOfType<ConcurrentChange>();
        var approved = (await AsAsync(Bob, desk => desk.ApproveAsync(draft.Id, draft.Version, default))).Value.ShouldNotBeNull();
        (approved.State, approved.Author, approved.Approver).ShouldBe((PolicyState.Approved, "Ada", "Bob"));
        (await RuleAsync("2025-12-31")).ShouldBe("90 days");
        (await RuleAsync("2026-01-01")).ShouldBe("60 days");
        (await RuleAsync("2026-01-01", new(Market.GA, Lob.Marketplace))).ShouldBe("90 days");
        (await RuleAsync("2026-01-01", new(Market.WV, Lob.Medicaid))).ShouldBe("90 days");
        (await RuleAsync("2026-01-01", new(Market.GA, Lob.Medicaid, "Georgia Medicaid"))).ShouldBe("60 days");
        (await AsAsync(Bob, desk => desk.ApproveAsync(approved.Id, approved.Version, default))).Refusals.Single().ShouldBeOfType<InvalidStateTransition>();
    }

    [Fact, Requirement("PLT-02")]
    public async Task Who_rewrote_a_draft_does_not_approve_it_either_nor_who_wrote_it_first()
    {
        var draft = await DraftedAsync(Draft());
        var revised = (await AsAsync(Bob, desk => desk.SaveAsync(Draft("45"), draft.Id, draft.Version, default))).Value.ShouldNotBeNull();
        foreach (var author in new[] { Ada, Bob })
            (await AsAsync(author, desk => desk.ApproveAsync(draft.Id, revised.Version, default))).Refusals.Single().ShouldBeOfType<ApprovalByAuthorForbidden>();
        var approved = await AsAsync(Editor(3), desk => desk.ApproveAsync(draft.Id, revised.Version, default));
        approved.Value!.Changes.Select(c => (c.Kind, c.ById, c.Before, c.After)).ShouldBe(
        [
            (PolicyChangeKind.Drafted, 1, null, "60 days · from 2026-01-01"),
            (PolicyChangeKind.Revised, 2, "60 days · from 2026-01-01", "45 days · from 2026-01-01"),
            (PolicyChangeKind.Approved, 3, "45 days · from 2026-01-01", "45 days · from 2026-01-01"),
        ]);
        (await AsAsync(Ada, desk => desk.SaveAsync(Draft("30"), draft.Id, approved.Value.Version, default))).Refusals.Single().ShouldBeOfType<InvalidStateTransition>();
    }

    [Fact, Requirement("PLT-02")]
    public async Task The_row_before_gives_way_and_keeps_its_value_and_history()
    {
        var first = await InForceAsync(Draft("60", "2026-01-01"));
        var second = await InForceAsync(Draft("45", "2026-07-01"));
        (await RuleAsync("2026-06-30")).ShouldBe("60 days");
        (await RuleAsync("2026-07-01")).ShouldBe("45 days");
        await using var scope = _database.Scope(Ada);
        var kept = (await scope.Get<PolicyReads>().FindAsync(first.Id, default)).ShouldNotBeNull();
        (kept.Value, kept.To).ShouldBe(("60 days", new DateOnly(2026, 6, 30)));
        kept.Changes[^1].Kind.ShouldBe(PolicyChangeKind.Succeeded);
        kept.Changes[^1].ByName.ShouldBe("Bob");
        second.To.ShouldBeNull();
    }

    [Theory, Requirement("PLT-02")]
    [InlineData("2026-01-01", null, true)]
    [InlineData("2025-12-31", null, true)]
    [InlineData("2026-01-01", "2026-06-30", true)]
    [InlineData("2025-01-01", "2026-01-01", true)]
    [InlineData("2025-01-01", "2025-12-31", false)]
    [InlineData("2026-01-02", null, false)]
    [InlineData("2026-01-02", "2026-02-01", true)]
    public async Task Rows_of_a_scope_do_not_overlap(string from, string? to, bool refused)
    {
        var there = await InForceAsync(Draft());
        var saved = await AsAsync(Ada, desk => desk.SaveAsync(Draft("30", from, to), null, null, default));
        if (refused) saved.Refusals.Single().ShouldBeOfType<PolicyOverlap>().RowId.ShouldBe(there.Id);
        else saved.Refusals.ShouldBeEmpty();
        // Another scope is another row.
        (await DraftedAsync(Draft("30", from, to, scope: new(Market.NV, Lob.Dual)))).State.ShouldBe(PolicyState.Draft);
    }

    [Fact, Requirement("PLT-02")]
    public async Task Of_two_drafts_for_the_same_days_the_second_is_refused_at_once_and_a_later_conflict_when_it_is_approved()
    {
        var draft = await DraftedAsync(Draft());
        (await AsAsync(Bob, desk => desk.SaveAsync(Draft("45"), null, null, default))).Refusals.Single().ShouldBeOfType<PolicyOverlap>().RowId.ShouldBe(draft.Id);
        var earlier = await InForceAsync(Draft("45", "2026-03-01"));
        (await AsAsync(Bob, desk => desk.ApproveAsync(draft.Id, draft.Version, default))).Refusals.Single().ShouldBeOfType<PolicyOverlap>().RowId.ShouldBe(earlier.Id);
    }

    [Theory, Requirement("PLT-02")]
    [InlineData("dispute.maxClaims", "0")]
    [InlineData("dispute.maxClaims", "10001")]
    [InlineData("dispute.maxClaims", "1.5")]
    [InlineData("dispute.ackLetter", "yes")]
    [InlineData("dispute.reasons", "UNDERPAYMENT,ANYTHING")]
    [InlineData("dispute.reasons", "")]
    [InlineData("dispute.anchor", "TODAY")]
    [InlineData("dispute.days", "two weeks")]
    [InlineData("claims.pendChargeAbove", "12.345")]
    [InlineData("retro.otherInsuranceAction", "NOTHING")]
    public async Task A_value_that_the_key_does_not_take_is_refused_with_what_it_takes(string key, string value)
    {
        var refusal = (await AsAsync(Ada, desk => desk.SaveAsync(Draft(value, key: key), null, null, default))).Refusals.Single().ShouldBeOfType<PolicyValueInvalid>();
        refusal.Path.ShouldBe(["value"]);
        refusal.Allowed.ShouldBe(PolicyCatalogue.ByName(key).Allowed);
    }

    [Theory]
    [InlineData("dispute.maxClaims", "10000", "10000")]
    [InlineData("dispute.ackLetter", "TRUE", "true")]
    [InlineData("dispute.reasons", "underpayment, PLAN_RECOVERY", "UNDERPAYMENT,PLAN_RECOVERY")]
    [InlineData("claims.pendChargeAbove", "1250.50", "1250.5")]
    [InlineData("dispute.anchor", "denial_date", "DENIAL_DATE")]
    public async Task A_value_is_stored_in_one_form(string key, string value, string stored) =>
        (await DraftedAsync(Draft(value, key: key, scope: new(Market.NV)))).Value.ShouldBe(stored);

    [Fact, Requirement("PLT-02")]
    public async Task Every_fault_of_a_draft_is_told_at_once()
    {
        var faults = (await AsAsync(Ada, desk => desk.SaveAsync(
            new("dispute.days", null, null, "P4HB", new(2026, 1, 1), new(2025, 12, 31), "x", " "), null, null, default))).Refusals;
        faults.Select(f => string.Join('.', f.Path!)).ShouldBe(["value", "source", "to", "market", "lob"]);
        (await AsAsync(Ada, desk => desk.SaveAsync(Draft(key: "dispute.weeks"), null, null, default))).Refusals.Single().ShouldBeOfType<PolicyKeyUnknown>();
    }

    [Fact, Requirement("PLT-02")]
    public async Task A_last_day_is_proposed_by_one_and_approved_by_another()
    {
        var row = await InForceAsync(Draft());
        var draft = await DraftedAsync(Draft("30", "2030-01-01"));
        (await AsAsync(Ada, desk => desk.EndAsync(draft.Id, draft.Version, new(2030, 2, 1), default))).Refusals.Single().ShouldBeOfType<PolicyApprovalRequired>().RowId.ShouldBe(draft.Id);
        (await AsAsync(Ada, desk => desk.EndAsync(row.Id, row.Version, new(2025, 12, 31), default))).Refusals.Single().ShouldBeOfType<InvalidFormat>().Path.ShouldBe(["lastDay"]);
        var proposed = (await AsAsync(Bob, desk => desk.EndAsync(row.Id, row.Version, new(2026, 1, 31), default))).Value.ShouldNotBeNull();
        (await RuleAsync("2026-02-01")).ShouldBe("60 days");
        (await AsAsync(Bob, desk => desk.ApproveAsync(row.Id, proposed.Version, default))).Refusals.Single().ShouldBeOfType<ApprovalByAuthorForbidden>();
        var ended = (await AsAsync(Ada, desk => desk.ApproveAsync(row.Id, proposed.Version, default))).Value.ShouldNotBeNull();
        (ended.To, ended.ProposedEnd, ended.Changes[^1].Kind).ShouldBe((new DateOnly(2026, 1, 31), null, PolicyChangeKind.Ended));
        (await RuleAsync("2026-01-31")).ShouldBe("60 days");
        (await RuleAsync("2026-02-01")).ShouldBe("90 days");
    }

    [Fact, Requirement("PLT-02")]
    public async Task The_row_for_everyone_ends_only_when_another_takes_over()
    {
        PolicySetting everyone;
        await using (var scope = _database.Scope(Ada))
            everyone = await scope.Get<PolicyReads>().Settings(new("dispute.days")).Query.SingleAsync(p => p.Market == null);
        (await AsAsync(Ada, desk => desk.EndAsync(everyone.Id, everyone.Version, new(2026, 1, 31), default))).Refusals.Single().ShouldBeOfType<PolicyDefaultRequired>();
        await InForceAsync(Draft("80", "2026-02-01", scope: default(PolicyScope)));
        (await RuleAsync("2026-01-31", new(Market.NV))).ShouldBe("90 days");
        (await RuleAsync("2026-02-01", new(Market.NV))).ShouldBe("80 days");
    }

    [Fact, Requirement("PLT-02")]
    public async Task A_withdrawn_draft_stays_in_the_history_and_frees_its_days()
    {
        var draft = await DraftedAsync(Draft());
        var withdrawn = (await AsAsync(Bob, desk => desk.WithdrawAsync(draft.Id, draft.Version, default))).Value.ShouldNotBeNull();
        withdrawn.State.ShouldBe(PolicyState.Withdrawn);
        withdrawn.Changes[^1].Kind.ShouldBe(PolicyChangeKind.Withdrawn);
        (await AsAsync(Bob, desk => desk.WithdrawAsync(draft.Id, withdrawn.Version, default))).Refusals.Single().ShouldBeOfType<InvalidStateTransition>();
        (await AsAsync(Editor(3), desk => desk.ApproveAsync(draft.Id, withdrawn.Version, default))).Refusals.Single().ShouldBeOfType<InvalidStateTransition>();
        (await InForceAsync(Draft("45"))).Value.ShouldBe("45 days");
    }

    [Fact, Requirement("PLT-02", "PLT-03")]
    public async Task Every_step_is_audited_with_before_and_after()
    {
        var row = await InForceAsync(Draft());
        await InForceAsync(Draft("45", "2026-07-01"));
        await using var scope = _database.Scope(Ada);
        var audited = await scope.Db.Set<AuditEvent>().Where(e => e.Entity == nameof(PolicySetting)).OrderBy(e => e.Seq).ToListAsync();
        audited.Where(e => e.EntityId == row.Id).Select(e => (e.Action, e.ActorId)).ShouldBe([("policy.drafted", 1), ("policy.approved", 2), ("policy.succeeded", 2)]);
        audited[1].Before.ShouldNotBeNull().ShouldContain("\"Draft\"", Case.Insensitive);
        audited[1].After.ShouldNotBeNull().ShouldContain("60 days");
    }

    [Fact, Requirement("PLT-02", "PLT-18")]
    public async Task Without_the_permission_nothing_is_written_or_read()
    {
        var draft = await DraftedAsync(Draft());
        var reader = Editor(9, Permission.StaffSupervise);
        (await AsAsync(reader, desk => desk.SaveAsync(Draft("45"), null, null, default))).Refusals.Single().ShouldBeOfType<Forbidden>();
        (await AsAsync(reader, desk => desk.ApproveAsync(draft.Id, draft.Version, default))).Refusals.Single().ShouldBeOfType<Forbidden>();
        (await AsAsync(reader, desk => desk.EndAsync(draft.Id, draft.Version, new(2026, 2, 1), default))).Refusals.Single().ShouldBeOfType<Forbidden>();
        (await AsAsync(reader, desk => desk.WithdrawAsync(draft.Id, draft.Version, default))).Refusals.Single().ShouldBeOfType<Forbidden>();
        await using var supervisor = _database.Scope(reader);
        (await supervisor.Get<PolicyReads>().Settings(new("dispute.days")).Query.CountAsync()).ShouldBeGreaterThan(1);
        await using var analyst = _database.Scope(Editor(10, Permission.StaffClaimsDecide));
        (await analyst.Get<PolicyReads>().Settings(new()).Query.CountAsync()).ShouldBe(0);
        (await analyst.Get<PolicyReads>().FindAsync(draft.Id, default)).ShouldBeNull();
        (await analyst.Get<PolicyReads>().EffectiveAsync("dispute.days", Georgia, new(2026, 1, 1), default)).Refusals.Single().ShouldBeOfType<Forbidden>();
    }

    [Fact, Requirement("PLT-02")]
    public async Task The_preview_names_the_winner_and_why_each_other_row_is_not()
    {
        await InForceAsync(Draft("45", "2026-07-01"));
        await DraftedAsync(Draft("30", "2027-01-01"));
        await using var scope = _database.Scope(Ada);
        var preview = (await scope.Get<PolicyReads>().EffectiveAsync("dispute.days", new(Market.GA, Lob.Medicaid, "p4hb"), new(2026, 6, 30), default)).Value.ShouldNotBeNull();
        preview.Setting.ShouldNotBeNull().Program.ShouldBe("P4HB");
        preview.Candidates.Where(c => c.Setting.Market is Market.GA or null).Select(c => (c.Setting.Value, c.Verdict)).ShouldBe(
        [
            ("3 months from PAYMENT_DATE", PolicyVerdict.Applies), ("90 days", PolicyVerdict.LessSpecific), ("45 days", PolicyVerdict.NotYet), ("30 days", PolicyVerdict.NotApproved),
        ]);
        preview.Candidates.Count(c => c.Verdict is PolicyVerdict.OtherScope).ShouldBe(4);
        preview.Candidates[1].Because.ShouldContain("GA Medicaid P4HB is more specific");
        var later = (await scope.Get<PolicyReads>().EffectiveAsync("dispute.days", Georgia, new(2026, 7, 1), default)).Value!;
        later.Setting!.Value.ShouldBe("45 days");
        var early = (await scope.Get<PolicyReads>().EffectiveAsync("dispute.days", Georgia, new(1999, 12, 31), default)).Value!;
        early.Setting.ShouldBeNull();
    }
}
