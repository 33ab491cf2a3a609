using System.Security.Claims;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Validation;

namespace Portal.GraphQL.Tests.Execution;

public sealed class CostBudgetTests
{
    // 1 for the list, 1 for each node.
    private static HandMadeSchema Schema()
    {
        var s = new HandMadeSchema();
        s.Object<int[]>("Item", s.Property<int[]>("id", "Int", _ => 1));
        s.Object<int[][]>("Items", s.Property<int[][]>("nodes", "[Item]", x => x)).Fields[0].Cost = 1;
        var items = s.Field("items", "Items", _ => Array.Empty<int[]>(), s.Argument("first", "Int"));
        (items.Cost, items.Paging) = (1, new(25, 200, true));
        s.Query(items);
        return s;
    }

    private sealed class ByRole : ICostBudget
    {
        public double Of(ClaimsPrincipal user, IServiceProvider services) => user.IsInRole("analyst") ? 101 : 11;
    }

    private static ServiceProvider Host(bool byRole = true)
    {
        var s = Schema();
        if (byRole)
            s.Services.AddSingleton<ICostBudget, ByRole>();
        return s.Host(o => (o.IncludeCost, o.Validation) = (true, new ValidationOptions(new ComplexityLimits(MaxCost: 51))));
    }

    private static async Task<JsonElement> AskAsync(IServiceProvider host, string query, int? n = null, bool analyst = false)
    {
        await using var scope = host.CreateAsyncScope();
        var user = new ClaimsPrincipal(new ClaimsIdentity(analyst ? [new Claim(ClaimTypes.Role, "analyst")] : [], "test"));
        var request = new GraphQLRequest(query, Variables: n is null ? default : JsonSerializer.SerializeToElement(new { n }));
        using var result = await host.GetRequiredService<GraphQLExecutor>().ExecuteAsync(request, scope.ServiceProvider, user);
        return JsonDocument.Parse(Encoding.UTF8.GetString(result.Utf8.Span)).RootElement;
    }

    private static string Items(int first) => $"{{ items(first: {first}) {{ nodes {{ id }} }} }}";

    [Theory]
    [InlineData(10, false, true)]
    [InlineData(11, false, false)]
    [InlineData(11, true, true)]
    [InlineData(100, true, true)]
    [InlineData(101, true, false)]
    public async Task A_caller_may_spend_what_the_host_gives_him(int first, bool analyst, bool runs)
    {
        await using var host = Host();
        var answer = await AskAsync(host, Items(first), analyst: analyst);
        if (runs)
        {
            answer.GetProperty("extensions").GetProperty("cost").GetRawText().ShouldBe($$"""{"estimated":{{first + 1}},"budget":{{(analyst ? 101 : 11)}}}""");
            return;
        }
        answer.TryGetProperty("data", out _).ShouldBeFalse();
        var error = answer.GetProperty("errors")[0];
        error.GetProperty("message").GetString().ShouldBe($"The operation costs {first + 1}; at most {(analyst ? 101 : 11)} is allowed.");
        error.GetProperty("extensions").GetRawText().ShouldBe($$"""{"code":"QUERY_TOO_COMPLEX","estimated":{{first + 1}},"budget":{{(analyst ? 101 : 11)}}}""");
    }

    [Fact]
    public async Task A_document_that_is_kept_from_one_caller_is_measured_anew_for_the_next()
    {
        await using var host = Host();
        for (var i = 0; i < 2; i++)
        {
            (await AskAsync(host, Items(50), analyst: true)).TryGetProperty("errors", out _).ShouldBeFalse();
            (await AskAsync(host, Items(50), analyst: false)).TryGetProperty("errors", out _).ShouldBeTrue();
        }
    }

    [Fact]
    public async Task The_pages_that_variables_ask_for_count_not_those_they_could_ask_for()
    {
        await using var host = Host();
        const string query = "query($n: Int) { items(first: $n) { nodes { id } } }";
        (await AskAsync(host, query, 10)).TryGetProperty("errors", out _).ShouldBeFalse();
        (await AskAsync(host, query, 11)).GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("QUERY_TOO_COMPLEX");
    }

    [Theory]
    [InlineData(50, true)]
    [InlineData(51, false)]
    public async Task Without_budgets_the_limit_holds_for_everybody(int first, bool runs)
    {
        await using var host = Host(byRole: false);
        (await AskAsync(host, Items(first), analyst: true)).TryGetProperty("errors", out _).ShouldBe(!runs);
    }
}
