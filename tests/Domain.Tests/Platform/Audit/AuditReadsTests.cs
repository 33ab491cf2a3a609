using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Members;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Platform.Audit;

[Requirement("PLT-04", "PLT-06")]
public sealed class AuditReadsTests : IAsyncLifetime
{
    private static readonly Actor Auditor = new() { Kind = ActorKind.Staff, UserId = 900, Name = "auditor", Permissions = RoleTable.PermissionsOf(StaffRole.Auditor) };

    private TestDatabase _database = null!;
    private Member _joan = null!;
    private ProviderAccount _clinic = null!;
    private long _biller;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _joan = Member.Enroll(new("100000001", "00"), "Joan", "Ferris", new(1970, 3, 4), Gender.Female);
        _clinic = new ProviderAccount { Name = "Riverside", TaxId = "123450001", CareSourceProviderId = "400000000001", Npi = "1234567893" };
        await _database.AddAsync(_joan, _clinic);
        await using (var scope = _database.Scope(Actor.System("test")))
            _biller = (await scope.Get<UserDesk>().CreateAsync(new("bill.er", "Blue-Harbour-27-lamp", "b@example.org", "Bill Er"), default)).Value!.Id;
        // Twelve days, a read of two members each, and on the last a change.
        for (var day = 0; day < 12; day++)
        {
            await ReadAsync(_joan.Id);
            await ReadAsync(9000 + day, new Actor { Kind = ActorKind.Staff, UserId = 800, Name = "other", ImpersonatorId = day == 3 ? _biller : null });
            _database.Clock.Advance(TimeSpan.FromDays(1));
        }
        await using (var scope = _database.Scope(Biller))
        await using (var write = await scope.Db.BeginWriteAsync(default))
        {
            scope.Get<AuditLog>().Changed("clinic.changed", await scope.Db.Set<ProviderAccount>().SingleAsync(), after: new { name = 1 });
            await write.CommitAsync(default);
        }
    }

    public Task DisposeAsync() => _database.DisposeAsync().AsTask();

    private Actor Biller => new() { Kind = ActorKind.PortalUser, UserId = _biller, DefaultAccountId = _clinic.Id, Name = "biller" };

    private async Task ReadAsync(long member, Actor? actor = null)
    {
        await using var scope = _database.Scope(actor ?? Biller);
        scope.Get<AuditLog>().Read("Member", member, member, "information");
        await scope.Get<AuditLog>().FlushReadsAsync(default);
    }

    private async Task<Outcome<AuditPage>> PageAsync(AuditFilter filter, AuditPlace place = default, int size = 100, Actor? actor = null)
    {
        await using var scope = _database.Scope(actor ?? Auditor);
        var page = await scope.Get<AuditReads>().PageAsync(filter, place, size, default);
        await scope.Get<AuditLog>().FlushReadsAsync(default);
        return page;
    }

    private DateOnly Day(int back) => DateOnly.FromDateTime(_database.Clock.GetUtcNow().UtcDateTime).AddDays(-back);

    [Fact]
    public async Task Every_filter_narrows_the_trail()
    {
        async Task<IReadOnlyList<AuditEvent>> Rows(AuditFilter filter) => (await PageAsync(filter)).Value.ShouldNotBeNull().Rows;
        (await Rows(new(Actor: " BILL.er "))).ShouldAllBe(e => e.ActorId == _biller);
        (await Rows(new(Actor: "bill.er"))).Count.ShouldBe(13);
        (await Rows(new(Impersonator: "bill.er"))).ShouldHaveSingleItem().MemberId.ShouldBe(9003);
        (await Rows(new(Provider: "400000000001"))).Count.ShouldBe(13);
        (await Rows(new(Provider: "1234567893", Action: "clinic.changed"))).ShouldHaveSingleItem().After.ShouldBe("""{"name":1}""");
        (await Rows(new(Member: "100000001-00", Actor: "bill.er"))).Count.ShouldBe(12);
        (await Rows(new(Action: "read", Member: "100000001", From: Day(10), To: Day(8), Actor: "bill.er"))).Count.ShouldBe(3);
        (await Rows(new(Action: "nothing.such"))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Both_days_of_a_range_are_inside_it_to_the_last_second()
    {
        _database.Clock.Set(new(2026, 2, 10, 23, 59, 59, TimeSpan.Zero));
        await ReadAsync(555);
        _database.Clock.Set(new(2026, 2, 11, 0, 0, 0, TimeSpan.Zero));
        await ReadAsync(556);
        var last = (await PageAsync(new(From: new(2026, 2, 10), To: new(2026, 2, 10)))).Value!.Rows;
        last.ShouldHaveSingleItem().MemberId.ShouldBe(555);
        (await PageAsync(new(From: new(2026, 2, 11), Action: "read"))).Value!.Rows.ShouldContain(e => e.MemberId == 556);
    }

    [Fact]
    public async Task Pages_lead_back_to_the_first_row_and_forward_again()
    {
        var filter = new AuditFilter(Actor: "bill.er");
        var seen = new List<long>();
        AuditPage page;
        for (AuditPlace place = default; ; place = new(OlderThan: page.Rows[^1].Seq))
        {
            page = (await PageAsync(filter, place, 5)).Value.ShouldNotBeNull();
            page.HasNewer.ShouldBe(seen.Count > 0);
            seen.AddRange(page.Rows.Select(e => e.Seq));
            if (!page.HasOlder) break;
        }
        seen.Count.ShouldBe(13);
        seen.ShouldBe(seen.Distinct().OrderDescending());
        var forward = (await PageAsync(filter, new(NewerThan: page.Rows[0].Seq), 5)).Value!;
        forward.Rows.Select(e => e.Seq).ShouldBe(seen[5..10]);
        (forward.HasNewer, forward.HasOlder).ShouldBe((true, true));
        (await PageAsync(filter, new(NewerThan: forward.Rows[0].Seq), 5)).Value!.HasNewer.ShouldBeFalse();
    }

    [Fact]
    public async Task Reading_the_trail_leaves_a_row_with_what_was_asked_and_seen()
    {
        var page = (await PageAsync(new(Member: "100000001", Action: "read"), size: 4)).Value!;
        var noted = (await PageAsync(new(), size: 1)).Value!.Rows.Single();
        (noted.Action, noted.Entity, noted.FieldGroup, noted.ActorId, noted.MemberId).ShouldBe(("read", "AuditEvent", "trail", 900, _joan.Id));
        var asked = JsonDocument.Parse(noted.After!).RootElement;
        asked.GetProperty("newest").GetInt64().ShouldBe(page.Rows[0].Seq);
        asked.GetProperty("oldest").GetInt64().ShouldBe(page.Rows[^1].Seq);
        asked.GetProperty("rows").GetInt32().ShouldBe(4);

        await using (var scope = _database.Scope(Auditor))
        {
            (await scope.Get<AuditReads>().FindAsync(page.Rows[0].Seq, default)).Value!.Seq.ShouldBe(page.Rows[0].Seq);
            (await scope.Get<AuditReads>().VerifyAsync(default)).Value!.FirstBroken.ShouldBeNull();
            await scope.Get<AuditLog>().FlushReadsAsync(default);
        }
        var rows = (await PageAsync(new(), size: 3)).Value!.Rows;
        rows.Select(e => e.FieldGroup).ShouldBe(["chain", "row", "trail"]);
        rows[1].EntityId.ShouldBe(page.Rows[0].Seq);
    }

    [Fact]
    public async Task What_nobody_has_is_refused_beside_its_field()
    {
        var refused = await PageAsync(new("nobody", "no.one", "499999999999", "12", "read", new(2025, 2, 2), new(2025, 2, 1)));
        refused.Refusals.Select(r => (r.Code, r.Path![0])).ShouldBe(
        [
            ("NOT_FOUND", "actor"), ("NOT_FOUND", "impersonator"), ("NOT_FOUND", "provider"), ("INVALID_FORMAT", "member"), ("DATE_RANGE_REVERSED", "to"),
        ], ignoreOrder: true);
        (await PageAsync(new(Member: "999999999"))).Refusals.ShouldHaveSingleItem().ShouldBeOfType<NotFound>();
        (await PageAsync(new(From: new(2025, 2, 1), To: new(2025, 2, 1)))).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task It_is_for_auditors_and_compliance_only()
    {
        foreach (var role in Enum.GetValues<StaffRole>())
        {
            var actor = Auditor with { Permissions = RoleTable.PermissionsOf(role) };
            var allowed = role is StaffRole.Auditor or StaffRole.Compliance;
            (await PageAsync(new(), size: 1, actor: actor)).Succeeded.ShouldBe(allowed, role.ToString());
            await using var scope = _database.Scope(actor);
            var reads = scope.Get<AuditReads>();
            (await reads.EventsAsync(new(), default)).Succeeded.ShouldBe(allowed);
            (await reads.FindAsync(1, default)).Succeeded.ShouldBe(allowed);
            (await reads.VerifyAsync(default)).Succeeded.ShouldBe(allowed);
            (await scope.Get<DisclosureReads>().AccountAsync("100000001", null, null, default)).Succeeded.ShouldBe(allowed);
            (await scope.Get<DisclosureReads>().OfMemberAsync(_joan.Id, null, null, default)).Succeeded.ShouldBe(allowed);
            (await scope.Get<AuditNames>().MembersAsync([_joan.Id], default)).Count.ShouldBe(allowed ? 1 : 0);
        }
    }

    [SqliteFact]
    public async Task Every_filter_has_its_index()
    {
        await using var scope = _database.Scope(Auditor);
        foreach (var (filter, index) in new[]
        {
            (new AuditFilter(Actor: "bill.er"), "IX_AuditEvents_ActorId_At_Seq"), (new(Impersonator: "bill.er"), "IX_AuditEvents_ImpersonatorId_At_Seq"),
            (new(Provider: "400000000001"), "IX_AuditEvents_AccountId_At_Seq"), (new(Member: "100000001"), "IX_AuditEvents_MemberId_At_Seq"),
            (new(Action: "clinic.changed"), "IX_AuditEvents_Action_At_Seq"), (new(From: new(2025, 1, 1)), "IX_AuditEvents_At_Seq"),
        })
        {
            var query = (await scope.Get<AuditReads>().EventsAsync(filter, default)).Value!.Query.Take(50);
            await using var command = query.CreateDbCommand();
            command.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
            await scope.Db.Database.OpenConnectionAsync();
            await using var plan = await command.ExecuteReaderAsync();
            var steps = new List<string>();
            while (await plan.ReadAsync()) steps.Add(plan.GetString(3));
            steps.ShouldHaveSingleItem().ShouldContain(index);
        }
    }
}
