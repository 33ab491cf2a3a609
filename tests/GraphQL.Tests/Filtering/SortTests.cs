using Portal.GraphQL.Building;
using Portal.GraphQL.Filtering;
using Portal.GraphQL.Tests.Building.Library;

namespace Portal.GraphQL.Tests.Filtering;

public sealed class SortTests : IAsyncLifetime
{
    private readonly ShopServer _shop = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _shop.DisposeAsync();

    private static readonly Dictionary<string, Func<IEnumerable<Book>, IEnumerable<Book>>> Orders = new()
    {
        ["[]"] = all => all.OrderBy(b => b.Id),
        ["[{ pages: DESC }]"] = all => all.OrderByDescending(b => b.Pages).ThenBy(b => b.Id),
        ["{ stock: ASC }"] = all => all.OrderBy(b => b.Stock).ThenBy(b => b.Id),
        ["[{ stock: DESC }, { pages: ASC }]"] = all => all.OrderByDescending(b => b.Stock).ThenBy(b => b.Pages).ThenBy(b => b.Id),
        ["[{ published: ASC }, { subtitle: DESC }]"] = all => all.OrderBy(b => b.Published).ThenByDescending(b => b.Subtitle, StringComparer.Ordinal).ThenBy(b => b.Id),
    };

    public static TheoryData<string> All => [.. Orders.Keys];

    [Theory]
    [MemberData(nameof(All))]
    public async Task Pages_in_the_clients_order_give_every_book_once_forward_and_backward_with_ties_and_gaps(string order)
    {
        var wanted = Orders[order](_shop.Books).Select(b => b.Secret).ToList();
        (await WalkAsync(order, "first", "after", "endCursor", "hasNextPage")).ShouldBe(wanted, order);
        (await WalkAsync(order, "last", "before", "startCursor", "hasPreviousPage")).ShouldBe(wanted, order);
    }

    [Fact]
    public async Task A_cursor_of_another_order_is_refused()
    {
        var page = await _shop.SendAsync("{ books(first: 2, order: [{ pages: DESC }]) { pageInfo { endCursor } } }");
        var cursor = page.GetProperty("data").GetProperty("books").GetProperty("pageInfo").GetProperty("endCursor").GetString();
        (await _shop.SendAsync($"{{ books(first: 2, after: \"{cursor}\", order: [{{ pages: DESC }}]) {{ nodes {{ title }} }} }}")).TryGetProperty("errors", out _).ShouldBeFalse();
        foreach (var other in new[] { "[{ pages: ASC }]", "[{ stock: DESC }]", "[]" })
            (await _shop.RefusalAsync($"{{ books(first: 2, after: \"{cursor}\", order: {other}) {{ nodes {{ title }} }} }}")).ShouldBe("INVALID_CURSOR");
    }

    [Fact]
    public async Task An_order_has_one_key_in_an_object_and_five_at_most()
    {
        (await _shop.RefusalAsync("{ books(order: [{ title: ASC, pages: DESC }]) { nodes { title } } }")).ShouldBe("VALIDATION_ERROR");
        (await _shop.RefusalAsync("query($o: [BookSortInput!]) { books(order: $o) { nodes { title } } }", new { o = new[] { new { title = "ASC", pages = "DESC" } } })).ShouldBe("INVALID_VARIABLE");
        var five = "{ title: ASC }, { pages: ASC }, { stock: ASC }, { subtitle: ASC }, { published: ASC }";
        (await _shop.SendAsync($"{{ books(order: [{five}]) {{ nodes {{ title }} }} }}")).TryGetProperty("errors", out _).ShouldBeFalse();
        (await _shop.RefusalAsync($"{{ books(order: [{five}, {{ title: DESC }}]) {{ nodes {{ title }} }} }}")).ShouldBe("FILTER_TOO_COMPLEX");
    }

    [Fact]
    public async Task A_list_without_an_order_of_its_own_takes_the_clients()
    {
        var answer = await _shop.SendAsync("{ shelf(order: [{ title: ASC }, { pages: DESC }]) { title pages } }");
        var shelf = answer.GetProperty("data").GetProperty("shelf").EnumerateArray().Select(b => (b.GetProperty("title").GetString()!, b.GetProperty("pages").GetInt32())).ToList();
        shelf.ShouldBe(_shop.Books.OrderBy(b => b.Title, StringComparer.Ordinal).ThenByDescending(b => b.Pages).Select(b => (b.Title, (int)b.Pages)).ToList());
    }

    [Fact]
    public async Task An_unpaged_list_is_sorted_across_objects_and_a_paged_one_is_not_built_so()
    {
        var answer = await _shop.SendAsync("{ shelf(order: [{ by: DESC }, { pages: ASC }, { title: ASC }]) { secret } }");
        answer.GetProperty("data").GetProperty("shelf").EnumerateArray().Select(b => b.GetProperty("secret").GetString()!).ShouldBe(
            _shop.Books.OrderByDescending(b => b.Writer?.Name, StringComparer.Ordinal).ThenBy(b => b.Pages).ThenBy(b => b.Title, StringComparer.Ordinal).Select(b => b.Secret));
        LibrarySchema.ProblemsOf(typeof(PagedAcross)).ShouldContain(p => p.Contains("a page cannot be sorted by b.Writer.Name"));
    }

    [QueryType]
    public sealed class PagedAcross
    {
        [UsePaging, UseSorting(typeof(ShopOrder))]
        public static IQueryable<Book> GetBooks() => Array.Empty<Book>().AsQueryable().OrderBy(b => b.Id);
    }

    [Fact]
    public void Filters_and_orders_cost()
    {
        double CostOf(string arguments)
        {
            var document = Portal.GraphQL.Language.Parser.Parse($"{{ books{arguments} {{ nodes {{ title }} }} }}");
            return Portal.GraphQL.Validation.OperationCost.Of(_shop.Schema, document, document.Definitions.OfType<Portal.GraphQL.Language.OperationDefinitionNode>().Single());
        }

        (CostOf("(where: {}, order: [])") - CostOf("")).ShouldBe(10);
    }

    private async Task<List<string>> WalkAsync(string order, string size, string beyond, string cursorName, string moreName)
    {
        var seen = new List<List<string>>();
        for (var at = ""; ;)
        {
            var answer = await _shop.SendAsync($"{{ books({size}: 4, order: {order}{at}) {{ nodes {{ secret }} pageInfo {{ {cursorName} {moreName} }} }} }}");
            answer.TryGetProperty("errors", out var errors).ShouldBeFalse(errors.ToString());
            var page = answer.GetProperty("data").GetProperty("books");
            seen.Add([.. page.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("secret").GetString()!)]);
            if (!page.GetProperty("pageInfo").GetProperty(moreName).GetBoolean()) break;
            at = $", {beyond}: \"{page.GetProperty("pageInfo").GetProperty(cursorName).GetString()}\"";
        }
        if (size == "last") seen.Reverse();
        return [.. seen.SelectMany(p => p)];
    }
}
