using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Members;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Platform.Audit;

[Requirement("PLT-25")]
public sealed class DisclosureTests : IAsyncLifetime
{
    private static readonly Actor Auditor = new() { Kind = ActorKind.Staff, UserId = 900, Name = "auditor", Permissions = RoleTable.PermissionsOf(StaffRole.Auditor), CorrelationId = "c-1" };

    private TestDatabase _database = null!;
    private Member _joan = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _joan = Member.Enroll(new("100000001", "00"), "Joan", "Ferris", new(1970, 3, 4), Gender.Female);
        await _database.AddAsync(_joan, new ProviderAccount { Name = "=HYPERLINK(\"x\"), Inc.", TaxId = "123450001", CareSourceProviderId = "400000000001", Npi = "1234567893" });
    }

    public Task DisposeAsync() => _database.DisposeAsync().AsTask();

    private async Task ReadAsync(DateTimeOffset at, string fieldGroup = "information", int times = 1)
    {
        _database.Clock.Set(at);
        await using var scope = _database.Scope(Auditor with { Kind = ActorKind.PortalUser, DefaultAccountId = 1 });
        for (var i = 0; i < times; i++) scope.Get<AuditLog>().Read("Member", _joan.Id + i, _joan.Id, fieldGroup);
        scope.Get<AuditLog>().Read("Member", 4711, 4711, "somebody else");
        await scope.Get<AuditLog>().FlushReadsAsync(default);
    }

    private async Task<(DisclosureAccount Account, string Csv)> ExportAsync(DateOnly? from = null, DateOnly? to = null)
    {
        await using var scope = _database.Scope(Auditor);
        var account = (await scope.Get<DisclosureReads>().AccountAsync("100000001-00", from, to, default)).Value.ShouldNotBeNull();
        await scope.Get<AuditLog>().FlushReadsAsync(default);
        using var file = new MemoryStream();
        await DisclosureCsv.WriteAsync(account, file, default);
        return (account, Encoding.UTF8.GetString(file.ToArray()));
    }

    private static string[] Lines(string csv) => csv.TrimEnd().Split("\r\n");

    [Fact]
    public async Task Six_years_to_the_day_are_accounted_for()
    {
        await ReadAsync(new(2019, 11, 21, 23, 59, 59, TimeSpan.Zero), "too long ago");
        await ReadAsync(new(2019, 11, 22, 0, 0, 0, TimeSpan.Zero), "first day");
        await ReadAsync(new(2025, 11, 22, 9, 0, 0, TimeSpan.Zero), "today");
        var (account, csv) = await ExportAsync();
        (account.From, account.To).ShouldBe((new DateOnly(2019, 11, 22), new DateOnly(2025, 11, 22)));
        Lines(csv).Length.ShouldBe(3);
        csv.ShouldNotContain("too long ago");
        csv.ShouldNotContain("somebody else");
        Lines(csv)[1].ShouldContain("first day");
        Lines(csv)[2].ShouldContain("2025-11-22T09:00:00Z,100000001-00,read,Member");
        // Earlier is not to be had by asking for it, later and less is.
        (await ExportAsync(new(2001, 1, 1))).Account.From.ShouldBe(new DateOnly(2019, 11, 22));
        Lines((await ExportAsync(new(2019, 11, 23), new(2025, 11, 21))).Csv).Length.ShouldBe(1);
    }

    [Fact]
    public async Task On_the_29th_of_February_six_years_reach_back_to_the_28th()
    {
        await ReadAsync(new(2022, 2, 28, 0, 0, 0, TimeSpan.Zero), "first day");
        _database.Clock.Set(new(2028, 2, 29, 12, 0, 0, TimeSpan.Zero));
        (await ExportAsync()).Csv.ShouldContain("first day");
    }

    [Fact, Requirement("PLT-06")]
    public async Task The_account_is_itself_in_the_next_account()
    {
        await ReadAsync(new(2025, 11, 22, 9, 0, 0, TimeSpan.Zero));
        Lines((await ExportAsync()).Csv).Length.ShouldBe(2);
        var second = Lines((await ExportAsync()).Csv);
        second.Length.ShouldBe(3);
        second[2].ShouldContain("read,AuditEvent,0,disclosures,Operations,,Staff");
    }

    [Fact]
    public async Task No_cell_is_a_formula_and_each_stays_one_cell()
    {
        await ReadAsync(new(2025, 11, 22, 9, 0, 0, TimeSpan.Zero), "@SUM(1)");
        var line = Lines((await ExportAsync()).Csv)[1];
        line.ShouldContain(",\"'@SUM(1)\",");
        line.ShouldContain(",\"'=HYPERLINK(\"\"x\"\"), Inc.\",");
    }

    [Fact]
    public async Task More_rows_than_one_batch_come_complete_and_in_order_also_of_one_instant()
    {
        await ReadAsync(new(2025, 11, 21, 9, 0, 0, TimeSpan.Zero), times: 1200);
        await ReadAsync(new(2025, 11, 22, 9, 0, 0, TimeSpan.Zero), times: 3);
        var numbers = Lines((await ExportAsync()).Csv)[1..].Select(line => long.Parse(line.Split(',')[0])).ToList();
        numbers.Count.ShouldBe(1203);
        numbers.ShouldBe(numbers.Distinct().Order());
    }

    [Fact]
    public async Task Refused_without_a_member_and_with_reversed_dates()
    {
        await using var scope = _database.Scope(Auditor);
        var reads = scope.Get<DisclosureReads>();
        (await reads.AccountAsync(" ", new(2025, 2, 2), new(2025, 2, 1), default)).Refusals.Select(r => r.Code).ShouldBe(["REQUIRED_FIELD_MISSING", "DATE_RANGE_REVERSED"]);
        (await reads.AccountAsync("999999999", null, null, default)).Refusals.ShouldHaveSingleItem().ShouldBeOfType<NotFound>();
        (await reads.OfMemberAsync(_joan.Id, new(2025, 2, 2), new(2025, 2, 1), default)).Refusals.ShouldHaveSingleItem().ShouldBeOfType<DateRangeReversed>();
        (await reads.OfMemberAsync(_joan.Id, new(2025, 2, 2), new(2025, 2, 2), default)).Succeeded.ShouldBeTrue();
        (await reads.OfMemberAsync(99999, null, null, default)).Refusals.ShouldHaveSingleItem().ShouldBeOfType<NotFound>();
    }
}
