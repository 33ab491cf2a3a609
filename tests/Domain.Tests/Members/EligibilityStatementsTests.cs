using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.Domain.Coverage;
using Portal.Graph.Domain.Members;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Storage;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Members;

[Requirement("MBR-05"), Requirement("PLT-12")]
public sealed class EligibilityStatementsTests : IAsyncLifetime
{
    private readonly StatementCounter _counter = new();
    private TestDatabase _data = null!;

    public async Task InitializeAsync()
    {
        _data = await TestDatabase.CreateAsync(services => services.ConfigureDbContext<PortalDb>(o => o.AddInterceptors(_counter)));
        await _data.AddAsync([.. Enumerable.Range(0, 100).SelectMany(i =>
            People.Covered(People.Subscriber($"{300000000 + i}"), Market.OH, Lob.Medicaid, new(new(2024, 1, 1), new(2024, 12, 31)), new(new(2025, 1, 1))))]);
        // The first search also reads policies and contact texts into memory.
        await CountSearch(1);
    }

    public Task DisposeAsync() => _data.DisposeAsync().AsTask();

    private async Task<int> CountSearch(int ids)
    {
        await using var scope = _data.Scope(People.Biller());
        _counter.Reset();
        var answers = await scope.Get<EligibilityDesk>().SearchManyAsync(
            new() { CareSourceIds = string.Join(',', Enumerable.Range(0, ids).Select(i => 300000000 + i)), DateOfService = new(2025, 12, 1) }, CancellationToken.None);
        answers.Value.ShouldNotBeNull().Count(a => a.Outcome is IdOutcome.Found).ShouldBe(ids);
        return _counter.Statements.Count(s => s.Contains("\"Members\"") || s.Contains("\"EligibilitySpans\""));
    }

    [Fact]
    public async Task A_hundred_ids_take_as_many_statements_as_one()
    {
        (await CountSearch(1)).ShouldBe(2, "members, then spans with their enrollments");
        (await CountSearch(100)).ShouldBe(2);
    }

    [Fact]
    public async Task The_panels_of_fifty_members_take_as_many_statements_as_those_of_one()
    {
        async Task<int> Count(int members)
        {
            await using var scope = _data.Scope(People.Biller());
            var ids = await scope.Db.Set<Member>().OrderBy(m => m.Id).Take(members).Select(m => m.Id).ToListAsync();
            _counter.Reset();
            (await scope.Get<MemberReads>().InformationOfAsync(ids, new(2025, 12, 1), CancellationToken.None)).Count.ShouldBe(members);
            (await scope.Get<MemberReads>().SubscribersOfAsync(ids, CancellationToken.None)).Count.ShouldBe(members);
            (await scope.Get<CoverageReads>().SpansOfAsync(ids, CancellationToken.None)).Count.ShouldBe(2 * members);
            (await scope.Get<CoverageReads>().CobOfAsync(ids, CancellationToken.None)).ShouldBeEmpty();
            return _counter.Statements.Count;
        }
        (await Count(50)).ShouldBe(await Count(1));
    }
}
