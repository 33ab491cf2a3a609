using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Portal.Graph.Domain.Demo;
using Portal.GraphQL.Execution;

namespace Portal.Graph.Schema.Tests.Platform;

public sealed class GraphQLLimitTests(DemoPortal demo) : IClassFixture<DemoPortal>
{
    private readonly TestPortal _portal = demo.Portal;

    // One point for the list, one for each claim's lines of each alias.
    private static string Cost(int first, int fields) =>
        $"{{ claims(first: {first}, where: {{ receivedDates: {{ from: \"2025-10-01\" }} }}) {{ nodes {{ {string.Concat(Enumerable.Range(0, fields).Select(i => $"a{i}: lines {{ no }} "))} }} }} }}";

    private async Task<ApiClient> StaffAsync()
    {
        var answer = await _portal.Anonymous().SendAsync(
            "mutation($input: StaffSignInInput!) { staffSignIn(input: $input) { session { accessToken } } }",
            new { input = new { username = "staff.claims.analyst", password = DemoCast.Password } });
        return new(new HttpClient { BaseAddress = _portal.Address }, answer.Data("staffSignIn", "session", "accessToken").GetString());
    }

    private async Task<HttpResponseMessage> PostAsync(string body, string? token = null)
    {
        using var http = new HttpClient { BaseAddress = _portal.Address };
        if (token is not null)
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var response = await http.PostAsync("/graphql", new StringContent(body, Encoding.UTF8, "application/json"));
        await response.Content.LoadIntoBufferAsync();
        return response;
    }

    [Fact, Requirement("PLT-12")]
    public async Task Staff_may_spend_more_points_than_portal_users_on_the_same_document()
    {
        var document = Cost(200, 26);
        var (user, staff) = (await _portal.SignInAsync("demo.admin"), await StaffAsync());
        foreach (var _ in Enumerable.Range(0, 2))
        {
            (await staff.SendAsync(document)).ErrorCodes.ShouldNotContain("QUERY_TOO_COMPLEX");
            var refused = await user.SendAsync(document);
            refused.ErrorCodes.ShouldBe(["QUERY_TOO_COMPLEX"]);
            refused.Root.GetProperty("errors")[0].GetProperty("extensions").GetProperty("budget").GetDouble().ShouldBe(5_000);
        }
        var cost = (await user.SendAsync("{ markets { code } }")).Root.GetProperty("extensions").GetProperty("cost");
        cost.GetProperty("budget").GetDouble().ShouldBe(5_000);
        (await staff.SendAsync("{ markets { code } }")).Root.GetProperty("extensions").GetProperty("cost").GetProperty("budget").GetDouble().ShouldBe(25_000);
    }

    [Fact, Requirement("PLT-12")]
    public void A_request_may_take_thirty_seconds() =>
        _portal.Services.GetRequiredService<IOptions<ExecutionOptions>>().Value.Deadline.ShouldBe(TimeSpan.FromSeconds(30));

    [Fact]
    public async Task Every_request_of_a_batch_runs_for_who_signed_in()
    {
        var client = await _portal.SignInAsync("demo.admin");
        using var response = await PostAsync($"[{{\"query\":{JsonSerializer.Serialize(Cost(1, 1))}}},{{\"query\":{JsonSerializer.Serialize(Cost(2, 1))}}}]", client.Token);
        var answers = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        answers.GetArrayLength().ShouldBe(2);
        foreach (var answer in answers.EnumerateArray())
            answer.TryGetProperty("errors", out var errors).ShouldBeFalse(errors.ToString());
    }

    [Fact]
    public async Task An_answer_to_get_has_a_tag_and_is_kept_by_no_browser()
    {
        using var http = new HttpClient { BaseAddress = _portal.Address };
        using var first = await http.GetAsync("/graphql?query={markets{code}}");
        first.Headers.CacheControl!.NoStore.ShouldBeTrue();
        using var again = new HttpRequestMessage(HttpMethod.Get, "/graphql?query={markets{code}}") { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        (await http.SendAsync(again)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task Attacks_on_the_real_program_get_their_codes_and_it_goes_on_serving()
    {
        string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
        foreach (var (body, code) in new[]
        {
            ($"{{\"query\":\"{Repeat("{a", 50_000)}\"}}", "QUERY_TOO_COMPLEX"),
            ($"{{\"query\":\"{{a(b:{Repeat("[", 50_000)}\"}}", "QUERY_TOO_COMPLEX"),
            (Repeat("[", 100_000), "INVALID_JSON"),
            ("{\"query\":\"{markets{code}}\",\"query\":\"\"}", "DUPLICATE_KEY"),
            (new string(' ', 1024 * 1024 + 1), "REQUEST_TOO_LARGE"),
            ("{\"query\":\"{markets{code}}\0\"}", "INVALID_JSON"),
            ($"{{\"query\":\"{{...F0}}{string.Concat(Enumerable.Range(0, 90).Select(i => $"fragment F{i} on Query{{...F{i + 1} ...F{i + 1}}}"))} fragment F90 on Query{{markets{{code}}}}\"}}", "QUERY_TOO_COMPLEX"),
            ("[" + string.Join(',', Enumerable.Repeat("{}", 11)) + "]", "BATCH_TOO_LARGE"),
        })
        {
            using var response = await PostAsync(body);
            JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe(code);
        }
        (await _portal.Anonymous().SendAsync("{ markets { code } }")).ErrorCodes.ShouldBeEmpty();
    }

    [Fact, Requirement("PLT-14")]
    public async Task The_correlation_id_of_a_fault_is_the_one_in_the_header()
    {
        await using var portal = await TestPortal.StartAsync();
        var client = await portal.SignInAsync("demo.admin");
        await ReadAuditTests.ExecuteAsync(portal, "ALTER TABLE \"ClaimDrafts\" RENAME TO \"Gone\"");
        using var http = new HttpClient { BaseAddress = portal.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", client.Token);
        using var response = await http.PostAsync("/graphql", new StringContent("""{"query":"{ claimDrafts { totalCount } }"}""", Encoding.UTF8, "application/json"));
        JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("errors")[0].GetProperty("extensions").GetProperty("correlationId").GetString()
            .ShouldBe(response.Headers.GetValues("X-Correlation-Id").Single());
    }

    [Theory]
    [InlineData("--GraphQL:MaxCost=0")]
    [InlineData("--GraphQL:StaffMaxCost=10")]
    [InlineData("--GraphQL:Deadline=00:00:00")]
    [InlineData("--GraphQL:MaxBatchSize=-1")]
    [InlineData("--GraphQL:MaxDepth=101")]
    [InlineData("--GraphQL:TrustedDocumentsOnly=true")]
    [InlineData("--GraphQL:TrustedDocuments=/no/such/folder")]
    public async Task A_setting_that_makes_no_sense_stops_the_start(string setting) =>
        (await Should.ThrowAsync<OptionsValidationException>(() => TestPortal.StartAsync(demo: false, settings: [setting]))).Message.ShouldContain(setting[2..setting.IndexOf('=')]);

    [Fact]
    public async Task A_portal_of_trusted_documents_executes_nothing_else()
    {
        var folder = Directory.CreateTempSubdirectory("trusted-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "markets.graphql"), "{ markets { code } }");
            await using var portal = await TestPortal.StartAsync(demo: false, settings: [$"--GraphQL:TrustedDocuments={folder.FullName}", "--GraphQL:TrustedDocumentsOnly=true"]);
            using var http = new HttpClient { BaseAddress = portal.Address };
            (await http.GetStringAsync("/graphql?documentId=markets")).ShouldStartWith("{\"data\":{\"markets\":[");
            (await portal.Anonymous().SendAsync("{ markets { code } }")).ErrorCodes.ShouldBe(["TRUSTED_DOCUMENTS_ONLY"]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
