using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Portal.Graph.Domain.Demo;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Schema.Tests.Claims;
using Portal.Graph.Schema.Tests.Work;

namespace Portal.Graph.Schema.Tests.Platform.Operations;

public sealed class LogTests
{
    [Fact, Requirement("PLT-17")]
    public async Task Nothing_that_is_logged_while_people_work_names_a_member_a_birth_date_a_note_or_a_token()
    {
        var log = new Captured();
        // More than anybody runs with: what these levels do not tell no other does.
        string[] everything = ["Default", "Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore"];
        await using var portal = await TestPortal.StartAsync(
            settings: [.. everything.Select(c => $"--Logging:LogLevel:{c}=Debug")], services: s => s.AddLogging(l => l.AddProvider(log)));
        var biller = await Biller.SignInAsync(portal);
        await biller.Client.SendAsync("query($id: String!) { eligibility(search: { careSourceId: $id, dateOfService: \"2025-11-06\" }) { member { fullName birthDate } } }", new { id = DemoCast.Subscriber });
        await biller.Client.SendAsync("query($n: String!) { eligibility(search: { lastName: $n, birthDate: \"1984-01-15\", dateOfService: \"2025-11-06\" }) { member { fullName } } }", new { n = "Rivera" });
        var claim = await biller.ClaimAsync(biller.Form("2025-11-07", charge: 12_345.67m));
        await biller.SubmitAsync(biller.Form("2025-11-07", charge: 12_345.67m));
        await biller.Client.SendAsync("{ claims(first: 5) { nodes { number member { fullName } } } }");
        var analyst = await portal.SignInStaffAsync(StaffRole.ClaimsAnalyst);
        var item = (await analyst.SendAsync("{ workItems(queue: \"Q-CLAIM-PEND\", first: 1, where: { assignee: NOBODY }) { nodes { id } } }")).Data("workItems", "nodes", 0, "id").GetString();
        await analyst.SendAsync("mutation($id: ID!) { claimWorkItem(input: { id: $id }) { errors { ... on Error { code } } } }", new { id = item });
        (await analyst.SendAsync("mutation($id: ID!, $text: String!) { addWorkNote(input: { id: $id, text: $text }) { errors { ... on Error { code } } } }",
            new { id = item, text = "Patient Rivera rang about the knee" })).PayloadCodes("addWorkNote").ShouldBeEmpty();
        await portal.Anonymous().SendAsync("{ broken(");
        await portal.Anonymous().SendAsync("mutation { signIn(input: { username: \"nobody.here\", password: \"Not-The-Password-9\", market: OH }) { errors { ... on Error { code } } } }");

        claim.GetProperty("number").GetString().ShouldNotBeNull();
        var text = log.Text;
        // It was listening: the program logs requests and statements at this level.
        text.ShouldContain("Microsoft.EntityFrameworkCore");
        text.ShouldContain("/graphql");
        foreach (var secret in new[]
        {
            DemoCast.Subscriber, "Rivera", "1984-01-15", "1/15/1984", "01/15/1984", "PA-20417", "rang about the knee", "12345.67", "Not-The-Password-9", DemoCast.Password,
            biller.Client.Token!, biller.Client.Token!.Split('.')[2], analyst.Token!.Split('.')[2],
        })
            text.Contains(secret, StringComparison.OrdinalIgnoreCase).ShouldBeFalse($"{secret} is in the log: {log.Around(secret)}");
    }

    private sealed class Captured : ILoggerProvider
    {
        private readonly ConcurrentQueue<string> _lines = new();

        public string Text => string.Join('\n', _lines);

        public string? Around(string secret) => _lines.FirstOrDefault(l => l.Contains(secret, StringComparison.OrdinalIgnoreCase));

        public ILogger CreateLogger(string categoryName) => new Lines(categoryName, _lines);

        public void Dispose() { }

        private sealed class Lines(string category, ConcurrentQueue<string> lines) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state) where TState : notnull
            {
                lines.Enqueue($"{category} scope {state}");
                return null;
            }

            public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Debug;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            {
                lines.Enqueue($"{category} {formatter(state, exception)} {exception}");
                if (state is IEnumerable<KeyValuePair<string, object?>> values)
                    lines.Enqueue($"{category} values {string.Join(' ', values.Select(v => $"{v.Key}={v.Value}"))}");
            }
        }
    }
}
