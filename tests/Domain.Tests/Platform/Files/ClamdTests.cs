using System.Text;
using Microsoft.Extensions.Configuration;
using Portal.Graph.Domain.Platform.Files;
using Portal.Graph.Domain.Platform.Files.Scanning;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Platform.Files;

public sealed class ClamdTests
{
    [ClamdFact, Requirement("ATT-17")]
    public async Task The_real_daemon_refuses_the_test_file_and_passes_others()
    {
        await using var clamd = await ClamdProcess.StartAsync();
        await using var database = await TestDatabase.CreateAsync(settings: new Dictionary<string, string?> { ["Files:Scanner:Address"] = clamd.Address });
        var infected = await database.StoredAsync(Encoding.ASCII.GetBytes(TestSignatureScanner.Eicar), "eicar.txt");
        var clean = await database.StoredAsync(Uploader.Pdf);
        (await database.ScanAsync()).ShouldBe(2);
        await using var scope = database.Scope(Uploader.Actor());
        (await scope.Get<FileReads>().OpenAsync(infected.Id, default)).Refusals.Single().ShouldBeOfType<FileInfected>();
        await using var opened = (await scope.Get<FileReads>().OpenAsync(clean.Id, default)).Value.ShouldNotBeNull();
        opened.File.ScanState.ShouldBe(ScanState.Clean);
        (await scope.Get<FileReads>().FindAsync(infected.Id, default)).Value.ShouldNotBeNull().Content.Threat.ShouldNotBeNull().ShouldContain("Eicar");
    }

    [ClamdFact, Requirement("ATT-17", "ATT-06")]
    public async Task The_real_daemon_reads_the_largest_file_and_gives_no_clear_answer_above_its_own_limit()
    {
        await using var clamd = await ClamdProcess.StartAsync();
        (await Scanner(clamd.Address).ScanAsync(new Zeros(104_857_600), default)).Threat.ShouldBeNull();
        // It says so and hangs up; whether its words are still read depends on the line.
        await Should.ThrowAsync<ScanFailedException>(() => Scanner(clamd.Address).ScanAsync(new Zeros(120_000_000), default));
    }

    [Theory, Requirement("ATT-17")]
    [InlineData("tcp://127.0.0.1:1")]
    [InlineData("unix:/nowhere/clamd.sock")]
    public async Task A_daemon_that_is_away_is_no_answer(string address) =>
        await Should.ThrowAsync<ScanFailedException>(() => Scanner(address).ScanAsync(new MemoryStream(Uploader.Pdf), default));

    private static ClamdScanner Scanner(string address) =>
        new(new ConfigurationBuilder().AddInMemoryCollection([new("Files:Scanner:Address", address)]).Build());

    /// <summary>So many bytes of nothing.</summary>
    private sealed class Zeros(long length) : MemoryStream
    {
        private long _left = length;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var count = (int)Math.Min(buffer.Length, _left);
            buffer.Span[..count].Clear();
            _left -= count;
            return new(count);
        }
    }
}
