using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Outbox;
using Portal.Graph.Domain.Platform.Storage;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Platform;

/// <summary>Saved changes are published once, in the order of commits, to every process.</summary>
public sealed class OutboxTests : IAsyncLifetime
{
    private const string Topic = "test.change";
    private TestDatabase _database = null!;

    private OutboxReader Reader => _database.Services.GetRequiredService<OutboxReader>();
    private PortalStorage Storage => _database.Services.GetRequiredService<PortalStorage>();

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact, Requirement("PLT-21")]
    public async Task What_is_rolled_back_is_not_published_and_leaves_no_gap()
    {
        await PublishAsync(1, commit: true);
        await PublishAsync(2, commit: false);
        await PublishAsync(3, commit: true);
        var entries = await Reader.AfterAsync(0, default);
        entries.Select(e => (e.Seq, e.SubjectId)).ShouldBe([(1, 1), (2, 3)]);
        entries[0].OccurredAt.ShouldBe(_database.Clock.GetUtcNow());
        (await Reader.LastAsync(default)).ShouldBe(2);
    }

    [Fact, Requirement("PLT-21", "PLT-15")]
    public async Task A_reader_that_never_looks_back_misses_nothing_of_many_writers()
    {
        const int writers = 6, each = 15;
        var writing = Task.WhenAll(Enumerable.Range(0, writers).Select(w => Task.Run(async () =>
        {
            for (var i = 0; i < each; i++) await PublishAsync(w * each + i, commit: i % 5 != 4, pause: TimeSpan.FromMilliseconds(w * 3));
        })));
        var seen = new List<OutboxEntry>();
        for (var last = false; ; last = writing.IsCompleted)
        {
            seen.AddRange(await Reader.AfterAsync(seen.Count == 0 ? 0 : seen[^1].Seq, default));
            if (last) break;
            await Task.Delay(2);
        }
        await writing;
        seen.Select(e => e.Seq).ShouldBe(Enumerable.Range(1, writers * each / 5 * 4).Select(i => (long)i));
        seen.Select(e => e.SubjectId).Distinct().Count().ShouldBe(seen.Count);
        // Each writer's own changes are in its order.
        foreach (var own in seen.GroupBy(e => e.SubjectId / each)) own.Select(e => e.SubjectId).ShouldBeInOrder();
    }

    [Fact, Requirement("PLT-21")]
    public async Task Every_process_is_told_of_every_change_once_and_in_order()
    {
        await PublishAsync(0, commit: true);
        var processes = new[] { new Recorder(), new Recorder(), new Recorder() };
        var tails = processes.Select(TailOf).ToList();
        foreach (var tail in tails) await tail.StartAsync(default);
        foreach (var process in processes)
        {
            process.IsListening = true;
            process.Start = await Reader.LastAsync(default);
        }
        for (var i = 1; i <= 40; i++) await PublishAsync(i, commit: true);
        foreach (var process in processes)
            for (var i = 0; process.After.Count < 40; i++)
            {
                i.ShouldBeLessThan(6000);
                await Task.Delay(5);
            }
        foreach (var tail in tails) await tail.StopAsync(default);
        foreach (var process in processes) process.After.ShouldBe(Enumerable.Range(1, 40).Select(i => (long)i));
    }

    [Fact, Requirement("PLT-21")]
    public async Task Entries_that_could_not_be_received_come_again()
    {
        var process = new Recorder { IsListening = true, Failures = 2 };
        var tail = TailOf(process);
        await tail.StartAsync(default);
        process.Start = 0;
        for (var i = 1; i <= 3; i++) await PublishAsync(i, commit: true);
        for (var i = 0; process.After.Count < 3; i++)
        {
            i.ShouldBeLessThan(6000);
            await Task.Delay(5);
        }
        await tail.StopAsync(default);
        process.Failures.ShouldBe(0);
        process.After.ShouldBe([1, 2, 3]);
    }

    [Fact, Requirement("PLT-21")]
    public async Task Old_entries_are_deleted_and_their_numbers_are_not_given_again()
    {
        await PublishAsync(1, commit: true);
        _database.Clock.Advance(TimeSpan.FromDays(7));
        (await PruneAsync()).ShouldBe(0);
        _database.Clock.Advance(TimeSpan.FromSeconds(1));
        (await PruneAsync()).ShouldBe(1);
        (await Reader.LastAsync(default)).ShouldBe(1);
        await PublishAsync(2, commit: true);
        (await Reader.AfterAsync(0, default)).Select(e => (e.Seq, e.SubjectId)).ShouldBe([(2, 2)]);
    }

    private async Task<int> PruneAsync()
    {
        await using var scope = _database.Scope(Actor.System("job"));
        return (await scope.Get<OutboxPruner>().RunAsync(default))["changes"];
    }

    private OutboxTail TailOf(Recorder recorder) => new(
        new OutboxReader(Storage), new OutboxSignal(), [recorder],
        new ConfigurationBuilder().AddInMemoryCollection([new("Outbox:PollMilliseconds", "10")]).Build(), NullLogger<OutboxTail>.Instance);

    private async Task PublishAsync(long subject, bool commit, TimeSpan pause = default)
    {
        await using var connection = await Storage.OpenAsync(default);
        await using var transaction = await connection.BeginTransactionAsync();
        await OutboxWriter.AppendAsync(connection, transaction, [new(Topic, subject, null, _database.Clock.GetUtcNow())], default);
        if (pause > TimeSpan.Zero) await Task.Delay(pause);
        if (commit) await transaction.CommitAsync();
    }

    private sealed class Recorder : IOutboxListener
    {
        private readonly List<OutboxEntry> _received = [];

        public string Topic => OutboxTests.Topic;
        public bool IsListening { get; set; }
        public long Start { get; set; } = long.MaxValue;
        public int Failures { get; set; }

        public IReadOnlyList<long> After
        {
            get { lock (_received) return [.. _received.Where(e => e.Seq > Start).Select(e => e.SubjectId)]; }
        }

        public Task ReceiveAsync(IReadOnlyList<OutboxEntry> entries, CancellationToken ct)
        {
            if (Failures-- > 0) throw new InvalidOperationException("not now");
            Failures = 0;
            lock (_received) _received.AddRange(entries);
            return Task.CompletedTask;
        }
    }
}
