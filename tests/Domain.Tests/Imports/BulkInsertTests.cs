using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Coverage;
using Portal.Graph.Domain.Members;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Storage;
using Portal.Graph.Domain.Tests.Members;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Imports;

public sealed class BulkInsertTests : IAsyncLifetime
{
    private TestDatabase _data = null!;

    public async Task InitializeAsync() => _data = await TestDatabase.CreateAsync();

    public Task DisposeAsync() => _data.DisposeAsync().AsTask();

    private async Task Insert(bool commit, params object[] records)
    {
        await using var scope = _data.Scope(Actor.System("test"));
        await using var write = await scope.Db.BeginWriteAsync(CancellationToken.None);
        scope.Db.AddRange(records);
        await scope.Db.InsertAddedAsync(CancellationToken.None);
        if (commit) await write.CommitAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Records_are_stored_as_an_ordinary_save_stores_them()
    {
        var family = People.Rivera();
        var account = new ProviderAccount { Name = "A", TaxId = "123456789", CareSourceProviderId = "100000000001", Npi = "1234567893" }.Enroll(Market.GA, Lob.Dual, new(2020, 1, 1));
        var record = CobRecord.Of(family.Anna, "Acme", "P", "Anna Rivera", CobRelationship.Self, InsuranceType.MedicareA, CobPriority.Primary, new(2024, 1, 1), TestClock.Monday);
        await Insert(commit: true, [.. family.Records, account, record]);
        await using var scope = _data.Scope(Actor.System("test"));
        var mia = await scope.Db.Set<Member>().Include(m => m.Subscriber).SingleAsync(m => m.Suffix == "02");
        (mia.Id, mia.Subscriber!.FirstName, mia.BirthDate, mia.Gender).ShouldBe((family.Mia.Id, "Anna", new DateOnly(2015, 5, 20), Gender.Female));
        (await scope.Db.Set<EligibilitySpan>().Include(s => s.Enrollment).CountAsync(s => s.MemberId == mia.Id && s.Enrollment!.MemberId == mia.Id)).ShouldBe(1);
        var stored = await scope.Db.Set<ProviderAccount>().Include(a => a.Markets).SingleAsync();
        (stored.Version, stored.Markets.ShouldHaveSingleItem().Lob).ShouldBe((1, Lob.Dual));
        var cob = await scope.Db.Set<CobRecord>().SingleAsync();
        (cob.CreatedAt, cob.Type, cob.Term).ShouldBe((TestClock.Monday, InsuranceType.MedicareA, null));
    }

    [Fact]
    public async Task Ids_go_on_after_those_that_are_there()
    {
        var first = People.Subscriber("200000011");
        await _data.AddAsync(first);
        var second = People.Subscriber("200000012");
        await Insert(commit: true, second);
        var third = People.Subscriber("200000013");
        await _data.AddAsync(third);
        (second.Id, third.Id).ShouldBe((first.Id + 1, first.Id + 2));
    }

    [Fact]
    public async Task Without_a_commit_nothing_stays()
    {
        await Insert(commit: false, People.Rivera().Records);
        await using var scope = _data.Scope(Actor.System("test"));
        (await scope.Db.Set<Member>().CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_key_that_points_nowhere_is_refused_at_the_commit()
    {
        var stranger = People.Subscriber("200000014");
        await Should.ThrowAsync<Exception>(() => Insert(commit: true, PcpAttribution.Of(stranger, 1, 1, new(2025, 1, 1)), EligibilityInquiry.Of(1, 1, Market.OH, SearchMode.CaseNumber, "", new(2025, 1, 1), [], TestClock.Monday), MemberAddressOf(9_999)));
        await using var scope = _data.Scope(Actor.System("test"));
        (await scope.Db.Set<EligibilityInquiry>().CountAsync()).ShouldBe(0);
    }

    /// <summary>An address whose member is not in the database.</summary>
    private static object MemberAddressOf(long memberId)
    {
        var address = MemberAddress.Of(People.Subscriber("200000015"), "1 St", "Dayton", "OH", "45402", new(2025, 1, 1));
        typeof(MemberAddress).GetProperty(nameof(MemberAddress.Member))!.SetValue(address, null);
        typeof(MemberAddress).GetProperty(nameof(MemberAddress.MemberId))!.SetValue(address, memberId);
        return address;
    }
}
