using System.Security.Claims;
using Portal.GraphQL.Tests.Building.Library;
using Portal.GraphQL.Types;
using static Portal.GraphQL.Tests.Building.Library.LibraryClient;

namespace Portal.GraphQL.Tests.Building;

public sealed class ResolverTests
{
    private static readonly string _engines = GlobalIdCodec.Plain.Encode("Book", 10L);

    [Fact]
    public async Task Properties_are_read_and_converted() =>
        (await DataAsync("query($id: ID!) { book(id: $id) { id title pages genre price publishedOn tags arrivedAt shelf } }", new { id = _engines })).ShouldBe(
            $$$"""{"book":{"id":"{{{_engines}}}","title":"Engines","pages":120,"genre":"NON_FICTION","price":12.50,"publishedOn":"1843-09-01","tags":["maths",null],"arrivedAt":null,"shelf":3}}""");

    [Fact]
    public async Task Resolvers_of_a_type_get_their_parent_services_and_loaders() =>
        (await DataAsync("query($id: ID!) { book(id: $id) { author { name nameLength favourite } authorId similar { title } } }", new { id = _engines })).ShouldBe(
            $$$"""{"book":{"author":{"name":"Ada","nameLength":3,"favourite":"NON_FICTION"},"authorId":"{{{GlobalIdCodec.Plain.Encode("Author", 1L)}}}","similar":[]}}""");

    [Fact]
    public async Task A_list_of_ids_is_decoded() =>
        (await DataAsync("query($ids: [ID!]!) { booksById(ids: $ids) { title } }", new { ids = new[] { _engines, GlobalIdCodec.Plain.Encode("Book", 11L) } })).ShouldBe("""{"booksById":[{"title":"Engines"},{"title":"Night"}]}""");

    [Fact]
    public async Task An_id_of_another_type_fails_the_field() =>
        (await ErrorAsync("query($id: ID!) { book(id: $id) { title } }", new { id = GlobalIdCodec.Plain.Encode("Author", 1L) })).ShouldSatisfyAllConditions(
            e => e.Code.ShouldBe("INVALID_ARGUMENT"), e => e.Message.ShouldContain("It is the ID of a Author, not of a Book."));

    [Fact]
    public async Task Instances_are_made_of_services_and_streams_are_read() =>
        (await DataAsync("{ shelfCount titles count }", user: new(new ClaimsIdentity([], "test")))).ShouldBe("""{"shelfCount":7,"titles":["Engines","Night"],"count":2}""");

    [Fact]
    public async Task The_caller_is_a_parameter() =>
        (await DataAsync("{ caller }", user: new(new ClaimsIdentity([new Claim(ClaimTypes.Name, "ada")], "test")))).ShouldBe("""{"caller":"ada"}""");

    [Fact]
    public async Task Interfaces_and_unions_find_the_type_of_a_value() =>
        (await DataAsync("""{ loanables { __typename title ... on Recording { minutes } } search(filter: { text: "Eng" }) { __typename ... on Book { title } } }""")).ShouldBe(
            """{"loanables":[{"__typename":"Book","title":"Engines"},{"__typename":"Book","title":"Night"},{"__typename":"Recording","title":"Waves","minutes":3.5}],"search":[{"__typename":"Book","title":"Engines"}]}""");

    [Fact]
    public async Task A_connection_has_pages()
    {
        var first = await AskAsync("{ books(first: 1) { nodes { title } totalCount pageInfo { hasNextPage hasPreviousPage endCursor } } }");
        first.GetProperty("data").GetProperty("books").GetProperty("nodes").ToString().ShouldBe("""[{"title":"Engines"}]""");
        first.GetProperty("data").GetProperty("books").GetProperty("totalCount").GetInt32().ShouldBe(2);
        var after = first.GetProperty("data").GetProperty("books").GetProperty("pageInfo").GetProperty("endCursor").GetString();
        (await DataAsync("query($after: String) { books(first: 1, after: $after) { edges { node { title } } pageInfo { hasNextPage } } }", new { after })).ShouldBe(
            """{"books":{"edges":[{"node":{"title":"Night"}}],"pageInfo":{"hasNextPage":false}}}""");
    }

    [Fact]
    public async Task Arguments_stand_beside_those_of_paging() =>
        (await DataAsync("{ books(genre: FICTION) { nodes { title } } }")).ShouldBe("""{"books":{"nodes":[{"title":"Night"}]}}""");

    [Fact]
    public async Task Errors_of_a_result_fail_a_query_field() =>
        (await ErrorAsync("{ refused { title } }")).ShouldBe(("BookOnLoan", "Come back tomorrow."));

    [Fact]
    public async Task A_property_published_as_a_list_or_alone_needs_no_task()
    {
        await Task.CompletedTask;
        var book = (ObjectType)LibrarySchema.Schema.FindType("Book")!;
        foreach (var name in new[] { "id", "title", "pages", "genre", "price", "publishedOn", "arrivedAt", "shelf", "authorId" })
        {
            book.Fields.Find(name)!.Pure.ShouldNotBeNull(name);
            book.Fields.Find(name)!.WriteLeaf.ShouldNotBeNull(name);
        }
        book.Fields.Find("author")!.Pure.ShouldBeNull();
        book.Fields.Find("author")!.Resolve.ShouldNotBeNull();
    }
}
