using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Xunit.Abstractions;

namespace Portal.GraphQL.Tests.Attacks;

/// <summary>Every attack is answered with its code, briefly, while the server's process stays small and goes on serving.</summary>
public sealed class AttackTests(AttackedServer server, ITestOutputHelper output) : IClassFixture<AttackedServer>
{
    private const long MostMemory = 400L * 1024 * 1024;

    // 1,000 errors with their paths; whoever is not refused gets what was asked for.
    private const int LongestRefusal = 300_000;

    private static readonly Dictionary<string, Attack> ByName =
        NestingAttacks.All.Concat(FragmentAttacks.All).Concat(QuantityAttacks.All).Concat(TextAttacks.All).ToDictionary(a => a.Name);

    public static readonly TheoryData<string> Names = new(ByName.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_attack_is_answered_and_the_server_stays_small(string name)
    {
        var attack = ByName[name];
        var body = attack.Body();
        var clock = Stopwatch.StartNew();
        var (code, length) = await SendAsync(body);
        var elapsed = clock.Elapsed;
        output.WriteLine($"{elapsed.TotalMilliseconds,8:0.0} ms {body.Length,9} B in {length,9} B out {server.PeakMemory >> 20,4} MB  {code ?? "answered",-20} {name}");
        code.ShouldBe(attack.Code);
        if (code is not null)
            length.ShouldBeLessThan(LongestRefusal);
        await ShouldServeAsync();
    }

    [Fact]
    public async Task Thousands_of_different_large_documents_do_not_fill_the_memory()
    {
        for (var i = 0; i < 3_000; i++)
        {
            var query = $"{{thing{{{string.Concat(Enumerable.Repeat("...F", 8))}}}}} fragment F on Thing{{{string.Concat(Enumerable.Repeat("id name size self{id name} ", 100))}}} #{i}";
            (await SendAsync(JsonSerializer.SerializeToUtf8Bytes(new { query }))).Code.ShouldBeNull();
        }
        output.WriteLine($"{server.PeakMemory >> 20} MB");
        await ShouldServeAsync();
    }

    [Fact]
    public async Task Thousands_of_persisted_documents_do_not_fill_the_memory()
    {
        for (var i = 0; i < 3_000; i++)
        {
            var query = $"{{hello}}#{i}{new string('x', 15_000)}";
            var sha256Hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(query)));
            (await SendAsync(JsonSerializer.SerializeToUtf8Bytes(new { query, extensions = new { persistedQuery = new { version = 1, sha256Hash } } }))).Code.ShouldBeNull();
        }
        output.WriteLine($"{server.PeakMemory >> 20} MB");
        await ShouldServeAsync();
    }

    private async Task<(string? Code, int Length)> SendAsync(byte[] body)
    {
        using var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using var response = await server.Client.PostAsync("/graphql", content);
        var answer = await response.Content.ReadAsByteArrayAsync();
        using var json = JsonDocument.Parse(answer);
        return (json.RootElement.TryGetProperty("errors", out var errors) ? errors[0].GetProperty("extensions").GetProperty("code").GetString() : null, answer.Length);
    }

    private async Task ShouldServeAsync()
    {
        (await SendAsync("""{"query":"{hello}"}"""u8.ToArray())).Code.ShouldBeNull();
        server.PeakMemory.ShouldBeLessThan(MostMemory);
    }
}
