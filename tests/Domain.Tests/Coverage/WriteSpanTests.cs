using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Coverage;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Tests.Members;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Coverage;

[Requirement("COB-13")]
public sealed class WriteSpanTests : IAsyncLifetime
{
    private TestDatabase _data = null!;
    private readonly ProgramEnrollment _enrollment = ProgramEnrollment.Of(People.Subscriber("200000003"), Market.OH, Lob.Medicaid, "OH Medicaid");

    public async Task InitializeAsync()
    {
        _data = await TestDatabase.CreateAsync();
        await _data.AddAsync(_enrollment.Member!, _enrollment, EligibilitySpan.Of(_enrollment, new(new(2025, 1, 1), new(2025, 1, 31))));
    }

    public Task DisposeAsync() => _data.DisposeAsync().AsTask();

    private async Task<Outcome<EligibilitySpan>> Write(SpanDetails details, long? spanId = null, Actor? actor = null)
    {
        await using var scope = _data.Scope(actor ?? Actor.System("core"));
        return await scope.Get<CoverageDesk>().WriteSpanAsync(new(_enrollment.Id, details, spanId), CancellationToken.None);
    }

    private async Task<List<DateRange>> Stored()
    {
        await using var scope = _data.Scope(Actor.System("test"));
        return [.. (await scope.Db.Set<EligibilitySpan>().OrderBy(s => s.Effective).ToListAsync()).Select(s => s.Dates)];
    }

    [Fact]
    public async Task An_adjacent_span_is_written_and_audited_in_the_same_save()
    {
        var span = (await Write(new(new(2025, 2, 1)))).Value.ShouldNotBeNull();
        (await Stored()).Count.ShouldBe(2);
        await using var scope = _data.Scope(Actor.System("test"));
        var row = await scope.Db.Set<AuditEvent>().SingleAsync(a => a.Action == "span.added");
        (row.EntityId, row.MemberId).ShouldBe((span.Id, _enrollment.MemberId));
    }

    [Fact]
    public async Task An_overlapping_span_is_refused_and_nothing_is_stored()
    {
        (await Write(new(new(2025, 1, 31)))).Refusals.ShouldHaveSingleItem().ShouldBeOfType<SpanOverlap>();
        (await Stored()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_reversed_span_is_refused() =>
        (await Write(new(new(2025, 3, 1), new(2025, 2, 1)))).Refusals.ShouldHaveSingleItem().ShouldBeOfType<SpanDatesReversed>();

    [Fact]
    public async Task A_span_may_be_rewritten_over_its_own_days()
    {
        var span = (await Write(new(new(2025, 2, 1)))).Value.ShouldNotBeNull();
        (await Write(new(new(2025, 2, 15), new(2025, 3, 31)), span.Id)).Succeeded.ShouldBeTrue();
        (await Stored())[1].ShouldBe(new DateRange(new(2025, 2, 15), new(2025, 3, 31)));
    }

    [Fact]
    public async Task Another_programme_of_the_member_may_cover_the_same_days()
    {
        var second = ProgramEnrollment.Of(_enrollment.Member!, Market.OH, Lob.Medicare, "OH Medicare");
        await using (var scope = _data.Scope(Actor.System("test")))
        {
            scope.Db.Attach(_enrollment.Member!);
            scope.Db.Add(second);
            await scope.Db.SaveChangesAsync();
        }
        await using var write = _data.Scope(Actor.System("core"));
        (await write.Get<CoverageDesk>().WriteSpanAsync(new(second.Id, new(new(2025, 1, 1))), CancellationToken.None)).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task An_unknown_enrollment_is_not_found()
    {
        await using var scope = _data.Scope(Actor.System("core"));
        (await scope.Get<CoverageDesk>().WriteSpanAsync(new(999, new(new(2025, 1, 1))), CancellationToken.None)).Refusals.ShouldHaveSingleItem().ShouldBeOfType<NotFound>();
    }

    [Fact]
    public async Task Only_the_plans_own_systems_write_spans() =>
        (await Write(new(new(2025, 2, 1)), actor: People.Biller())).Refusals.ShouldHaveSingleItem().ShouldBeOfType<Forbidden>().Permission.ShouldBe("system.integrate");

    [Fact]
    public async Task Two_overlapping_spans_written_at_once_leave_one()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Write(new(new(2025, 6, 1), new(2025, 6, 30))))));
        outcomes.Count(o => o.Succeeded).ShouldBe(1);
        (await Stored()).Count.ShouldBe(2);
    }
}
