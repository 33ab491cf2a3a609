using Portal.GraphQL.Building;
using Portal.GraphQL.Filtering;
using Portal.GraphQL.Tests.Building.Library;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Tests.Filtering;

public sealed class FilterTests : IAsyncLifetime
{
    private readonly ShopServer _shop = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _shop.DisposeAsync();

    private InputObjectType Input(string name) => _shop.Schema.Types.OfType<InputObjectType>().Single(t => t.Name == name);

    [Fact]
    public void Only_members_that_say_so_can_be_filtered_and_sorted_by()
    {
        Input("BookFilterInput").Fields.Select(f => f.Name).ShouldBe(
            ["and", "or", "not", "title", "subtitle", "pages", "stock", "price", "published", "genre", "signed", "code", "writerId", "writer", "reviews"]);
        Input("BookSortInput").Fields.Select(f => f.Name).ShouldBe(["title", "subtitle", "pages", "stock", "published"]);
        Input("ShopFilterInput").Fields.Select(f => f.Name).ShouldBe(["and", "or", "not", "title", "by", "writer"]);
        Input("BookFilterInput").Fields.Find("title")!.Description.ShouldBe("What is on the cover.");
    }

    [Fact]
    public async Task A_global_ID_is_compared_as_the_key_inside_it()
    {
        var id = _shop.Ids.Encode("Writer", 2L);
        var wanted = _shop.Books.Where(b => b.WriterId == 2).Select(b => b.Id).ToArray();
        wanted.ShouldNotBeEmpty();
        (await _shop.FindAsync($"{{ writerId: {{ in: [\"{id}\"] }} }}")).ShouldBe(wanted);
        (await _shop.RefusalAsync($"{{ books(where: {{ writerId: {{ eq: \"{_shop.Ids.Encode("Book", 2L)}\" }} }}) {{ nodes {{ title }} }} }}")).ShouldBe("INVALID_ARGUMENT");
    }

    [Fact]
    public async Task Members_named_in_a_class_of_their_own_are_compared_along_their_path()
    {
        var answer = await _shop.SendAsync("query($w: ShopFilterInput) { shelf(where: $w) { secret } }", new { w = new { by = new { eq = "Writer 1" } } });
        answer.GetProperty("data").GetProperty("shelf").EnumerateArray().Select(n => n.GetProperty("secret").GetString())
            .ShouldBe(_shop.Books.Where(b => b.Writer?.Name == "Writer 1").Select(b => b.Secret), ignoreOrder: true);
    }

    [Fact]
    public async Task Values_are_parameters_so_that_one_statement_serves_all_of_them()
    {
        async Task<string> SqlOf(string title, int pages)
        {
            await _shop.SendAsync("query($t: String, $p: Int) { books(where: { title: { startsWith: $t }, or: [{ pages: { gt: $p } }, { stock: { eq: $p } }] }) { nodes { title } } }", new { t = title, p = pages });
            return _shop.Statements.Single();
        }

        var first = await SqlOf("zq", 4711);
        first.ShouldNotContain("zq");
        first.ShouldNotContain("4711");
        (await SqlOf("100%", 0)).ShouldBe(first);
    }

    [Fact]
    public async Task A_page_that_was_cut_elsewhere_is_filtered_before()
    {
        var answer = await _shop.SendAsync("{ paged(first: 2, where: { signed: { eq: true } }) { totalCount nodes { secret } } }");
        var page = answer.GetProperty("data").GetProperty("paged");
        page.GetProperty("totalCount").GetInt32().ShouldBe(7);
        page.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("secret").GetString()).ShouldBe(["s14", "s12"]);
        _shop.Statements.Count.ShouldBe(2);
        await _shop.SendAsync("{ paged(first: 2, where: { signed: { eq: true } }) { nodes { secret } } }");
        _shop.Statements.ShouldHaveSingleItem().ShouldNotContain("COUNT");
    }

    [Fact]
    public async Task Limits_hold_on_both_sides()
    {
        var deep = (int depth) => $"{{ books(where: {string.Concat(Enumerable.Repeat("{ not: ", depth))}{{ signed: {{ eq: true }} }}{string.Concat(Enumerable.Repeat(" }", depth))}) {{ nodes {{ title }} }} }}";
        (await _shop.SendAsync(deep(6))).TryGetProperty("errors", out _).ShouldBeFalse();
        (await _shop.RefusalAsync(deep(7))).ShouldBe("FILTER_TOO_COMPLEX");

        var many = (int count) => $"{{ books(where: {{ or: [{string.Join(", ", Enumerable.Repeat("{ pages: { eq: 1 } }", count))}] }}) {{ nodes {{ title }} }} }}";
        (await _shop.SendAsync(many(40))).TryGetProperty("errors", out _).ShouldBeFalse();
        (await _shop.RefusalAsync(many(41))).ShouldBe("FILTER_TOO_COMPLEX");

        var values = (int count) => $"{{ books(where: {{ pages: {{ in: [{string.Join(", ", Enumerable.Range(0, count))}] }} }}) {{ nodes {{ title }} }} }}";
        (await _shop.SendAsync(values(100))).TryGetProperty("errors", out _).ShouldBeFalse();
        (await _shop.RefusalAsync(values(101))).ShouldBe("FILTER_TOO_COMPLEX");
    }

    [Theory]
    [InlineData("{ pages: { gt: null } }")]
    [InlineData("{ pages: { eq: null } }")]
    [InlineData("{ pages: null }")]
    [InlineData("{ pages: { eq: 70000 } }")]
    public async Task What_cannot_be_compared_is_refused_with_a_reason(string where) =>
        (await _shop.RefusalAsync($"{{ books(where: {where}) {{ nodes {{ title }} }} }}")).ShouldBe("INVALID_ARGUMENT");

    [Fact]
    public void A_type_without_marked_members_and_a_field_without_a_query_are_problems_of_the_schema()
    {
        var problems = LibrarySchema.ProblemsOf(typeof(BadQueries));
        problems.ShouldContain(p => p.Contains("Plain: no member has [Filterable]"));
        problems.ShouldContain(p => p.Contains("BadQueries.GetNumbers: [UseFiltering] and [UseSorting] need an IQueryable<T>"));
    }

    [QueryType]
    public sealed class BadQueries
    {
        [UseFiltering]
        public static IQueryable<Plain> GetPlain() => Array.Empty<Plain>().AsQueryable();

        [UseSorting]
        public static int GetNumbers() => 1;
    }

    public sealed record Plain(string Name);
}
