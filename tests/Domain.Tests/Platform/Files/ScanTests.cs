using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Files;
using Portal.Graph.Domain.Platform.Files.Scanning;
using Portal.Graph.Domain.Platform.Outbox.Tasks;
using Microsoft.EntityFrameworkCore;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Platform.Files;

public sealed class ScanTests
{
    [Fact, Requirement("ATT-17")]
    public async Task A_file_stays_closed_while_the_scanner_is_away_and_opens_when_it_is_back()
    {
        var scanner = new TestScanner { Answer = _ => throw new ScanFailedException("away") };
        await using var database = await TestDatabase.CreateAsync(services => services.AddSingleton<IFileScanner>(scanner));
        await database.StoredAsync(Uploader.Pdf);
        (await database.ScanAsync()).ShouldBe(0);
        (await database.ScanAsync()).ShouldBe(0);
        scanner.Asked.ShouldBe(1, "it is not asked again at once");
        (await StateAsync(database)).ShouldBe(ScanState.Pending);

        scanner.Answer = _ => new(null);
        database.Clock.Advance(TimeSpan.FromMinutes(10));
        (await database.ScanAsync()).ShouldBe(1);
        (await StateAsync(database)).ShouldBe(ScanState.Clean);
        scanner.Seen.ShouldBe(Uploader.Pdf);
        (await database.ScanAsync()).ShouldBe(0);
    }

    [Fact, Requirement("ATT-17")]
    public async Task Of_several_processes_one_scans_a_content()
    {
        var scanner = new TestScanner();
        await using var database = await TestDatabase.CreateAsync(services => services.AddSingleton<IFileScanner>(scanner));
        for (var i = 0; i < 5; i++) await database.StoredAsync(Encoding.ASCII.GetBytes($"%PDF-{i}"));
        var answered = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(database.ScanAsync)));
        answered.Sum().ShouldBe(5);
        scanner.Asked.ShouldBe(5);
    }

    [Fact, Requirement("ATT-17")]
    public async Task The_scan_of_a_process_that_died_is_due_again_when_its_lease_ends()
    {
        var scanner = new TestScanner();
        await using var database = await TestDatabase.CreateAsync(services => services.AddSingleton<IFileScanner>(scanner));
        await database.StoredAsync(Uploader.Pdf);
        (await database.Services.GetRequiredService<OutboxTaskRunner>().TakeAsync(default)).ShouldNotBeNull().Kind.ShouldBe(FileScan.Kind);
        database.Clock.Advance(OutboxLeases.Life - TimeSpan.FromSeconds(1));
        (await database.ScanAsync()).ShouldBe(0);
        database.Clock.Advance(TimeSpan.FromSeconds(1));
        (await database.ScanAsync()).ShouldBe(1);
        (await StateAsync(database)).ShouldBe(ScanState.Clean);
    }

    [Fact, Requirement("ATT-17")]
    public async Task A_scanner_that_is_away_for_long_is_asked_at_least_every_ten_minutes_and_no_file_is_given_up()
    {
        var scanner = new TestScanner { Answer = _ => throw new ScanFailedException("away") };
        await using var database = await TestDatabase.CreateAsync(services => services.AddSingleton<IFileScanner>(scanner));
        await database.StoredAsync(Uploader.Pdf);
        for (var tries = 1; tries <= 3 * OutboxBackOff.Tries; tries++)
        {
            (await database.ScanAsync()).ShouldBe(0);
            scanner.Asked.ShouldBe(tries);
            database.Clock.Advance(FileScan.LongestWait);
        }
        scanner.Answer = _ => new(null);
        (await database.ScanAsync()).ShouldBe(1);
    }

    private static Task<ScanState> StateAsync(TestDatabase database) =>
        database.AsAsync(Actor.System("test"), s => s.Db.Set<StoredContent>().Select(c => c.ScanState).SingleAsync());

    /// <summary>A scanner that does what a test wants.</summary>
    private sealed class TestScanner : IFileScanner
    {
        private int _asked;
        public Func<byte[], ScanVerdict> Answer { get; set; } = _ => new(null);
        public int Asked => _asked;
        public byte[] Seen { get; private set; } = [];

        public async Task<ScanVerdict> ScanAsync(Stream bytes, CancellationToken ct)
        {
            Interlocked.Increment(ref _asked);
            Seen = await bytes.ReadAllAsync();
            return Answer(Seen);
        }
    }
}
