using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Calendars;
using Portal.Graph.Domain.Platform.Policies;
using Portal.Graph.Domain.Platform.Storage;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Platform.Policies;

public class PolicyTableTests
{
    [Fact, Requirement("PLT-02")]
    public void Every_researched_row_with_a_page_is_a_policy_row_or_says_why_not()
    {
        var research = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "deadlines.csv")).Skip(1).Where(l => l.EndsWith(",page", StringComparison.Ordinal))
            .Select(l => l[..l.IndexOf(',')]).ToList();
        var table = PolicySeed.Researched();
        research.Count.ShouldBe(41);
        table.Select(r => r.Research).Distinct().ShouldBe(research, ignoreOrder: true);
        table.ShouldAllBe(r => r.Key.Length > 0 != r.LeftOut.Length > 0);
        var taken = table.Where(r => r.Key.Length > 0).ToList();
        taken.Count.ShouldBe(19);
        taken.Select(r => r.Research).Distinct().Count().ShouldBe(17);
        taken.ShouldAllBe(r => r.Source.Length > 10);
    }

    [Fact, Requirement("PLT-02")]
    public async Task The_tables_are_rows_of_the_database_once_and_never_overlap()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var scope = database.Scope(Actor.System("test"));
        var rows = await scope.Db.Set<PolicySetting>().ToListAsync();
        rows.Count.ShouldBe(PolicySeed.Rows().Count);
        rows.ShouldAllBe(r => r.State == PolicyState.Approved && PolicyCatalogue.ByName(r.Key).Canonical(r.Value) == r.Value);
        foreach (var scopeOfKey in rows.GroupBy(r => (r.Key, r.Scope)))
            foreach (var row in scopeOfKey) scopeOfKey.Count(r => r.Days.Overlaps(row.Days)).ShouldBe(1, $"{row.Key} {row.Scope}");
        foreach (var key in PolicyCatalogue.Keys.Where(k => k.Default is not null)) rows.ShouldContain(r => r.Key == key.Name && r.Market == null && r.Lob == null);
    }

    [Theory, Requirement("PLT-02")]
    [InlineData("dispute.decisionDays", Market.KY, Lob.Marketplace, null, "2026-01-01", "30", "caresource.com/ky")]
    [InlineData("dispute.decisionDays", Market.GA, Lob.Medicaid, "P4HB", "2026-01-01", "15", "p4hb")]
    [InlineData("dispute.decisionDays", Market.GA, Lob.Medicaid, null, "2026-01-01", "30", "0.3")]
    [InlineData("appeal.decisionDays", Market.OH, Lob.Medicare, null, "2026-01-01", "60", "medicare")]
    [InlineData("appeal.decisionDays", Market.OH, Lob.Medicaid, null, "2026-01-01", "30", "0.3")]
    [InlineData("auth.standardDecisionDays", Market.NV, Lob.Medicaid, null, "2026-01-01", "7", "438.210")]
    [InlineData("auth.standardDecisionDays", Market.NV, Lob.Medicaid, null, "2025-12-31", "7", "0.3")]
    [InlineData("claims.timelyFilingDays", Market.OH, Lob.Medicaid, null, "2026-01-01", "365 days", "CLM-22")]
    [InlineData("maintenance.directoryBusinessDays", Market.OH, Lob.Marketplace, null, "2026-01-01", "2", "45 CFR")]
    [InlineData("maintenance.directoryBusinessDays", Market.OH, Lob.Medicaid, null, "2026-01-01", null, null)]
    [InlineData("credentialing.decisionNoticeDays", Market.IN, null, null, "2026-01-01", "30", "namssgateway")]
    public async Task A_row_applies_to_its_market_line_and_programme_with_its_source(
        string key, Market market, Lob? lob, string? program, string on, string? value, string? source)
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var scope = database.Scope(Actor.System("test"));
        var row = (await scope.Get<PolicyReads>().EffectiveAsync(key, new(market, lob, program), DateOnly.Parse(on), default)).Value!.Setting;
        row?.Value.ShouldBe(value);
        if (value is null) row.ShouldBeNull();
        else row.ShouldNotBeNull().Source.ShouldContain(source!);
    }

    [Fact, Requirement("PLT-02")]
    public async Task A_change_of_another_process_is_seen_within_the_bound_and_so_is_a_holiday()
    {
        await using var database = await TestDatabase.CreateAsync();
        // Two processes: each has its own caches.
        await using var scope = database.Scope(new() { Kind = ActorKind.System, Name = "first" });
        var scopes = (Microsoft.Extensions.DependencyInjection.IServiceScopeFactory)database.Services.GetService(typeof(Microsoft.Extensions.DependencyInjection.IServiceScopeFactory))!;
        var revision = new RuleRevision(scopes, database.Clock);
        var (policies, calendar) = (new MarketPolicies(scopes, revision), new HolidayCalendar(scopes, revision));
        var nevada = new PolicyScope(Market.NV);
        var day = new DateOnly(2026, 1, 1);
        async Task<int> ClaimsAsync() => (await policies.IntAsync("dispute.maxClaims", nevada, day, default)).Value;
        (await ClaimsAsync()).ShouldBe(25);
        (await calendar.OfAsync(Market.NV, default)).ShouldNotContain(new DateOnly(2026, 10, 30));

        var draft = (await scope.Get<PolicyDesk>().SaveAsync(new("dispute.maxClaims", Market.NV, null, null, day, null, "10", "Contract"), null, null, default)).Value!;
        await using var other = database.Scope(new() { Kind = ActorKind.System, Name = "second" });
        (await other.Get<PolicyDesk>().ApproveAsync(draft.Id, draft.Version, default)).Refusals.ShouldBeEmpty();
        (await other.Get<HolidayDesk>().AddAsync(Market.NV, new(2026, 10, 30), "Nevada Day", default)).Refusals.ShouldBeEmpty();
        (await other.Get<MarketPolicies>().IntAsync("dispute.maxClaims", nevada, day, default)).Value.ShouldBe(10);

        database.Clock.Advance(RuleRevision.Bound - TimeSpan.FromTicks(1));
        (await ClaimsAsync()).ShouldBe(25);
        database.Clock.Advance(TimeSpan.FromTicks(1));
        (await ClaimsAsync()).ShouldBe(10);
        (await calendar.OfAsync(Market.NV, default)).ShouldContain(new DateOnly(2026, 10, 30));
    }

    [Fact, Requirement("PLT-02", "PLT-15")]
    public async Task Rows_that_people_changed_stay_when_the_program_starts_again()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var scope = database.Scope(new() { Kind = ActorKind.System, Name = "first" });
        var draft = (await scope.Get<PolicyDesk>().SaveAsync(new("dispute.maxClaims", null, null, null, new(2026, 1, 1), null, "10", "Contract"), null, null, default)).Value!;
        await using var other = database.Scope(new() { Kind = ActorKind.System, Name = "second" });
        (await other.Get<PolicyDesk>().ApproveAsync(draft.Id, draft.Version, default)).Refusals.ShouldBeEmpty();
        await using var start = database.Scope(Actor.System("start"));
        var before = await start.Db.Set<PolicySetting>().CountAsync();
        await start.Get<PortalDatabase>().MigrateAsync(default);
        (await start.Db.Set<PolicySetting>().CountAsync()).ShouldBe(before);
        (await start.Db.Set<PolicySetting>().Where(p => p.Key == "dispute.maxClaims").OrderBy(p => p.From).Select(p => p.To).ToListAsync()).ShouldBe([new DateOnly(2025, 12, 31), null]);
    }
}
