using Portal.GraphQL.Types;
using static Portal.GraphQL.Tests.Building.Library.LibraryClient;

namespace Portal.GraphQL.Tests.Building;

public sealed class NodeTests
{
    private const string Nodes = "query($ids: [ID!]!) { nodes(ids: $ids) { id ... on Book { title } } }";

    private static readonly string _engines = GlobalIdCodec.Plain.Encode("Book", 10L);

    [Fact]
    public async Task An_object_is_fetched_by_its_id() =>
        (await DataAsync("query($id: ID!) { node(id: $id) { __typename id ... on Book { title } } }", new { id = _engines })).ShouldBe(
            $$$"""{"node":{"__typename":"Book","id":"{{{_engines}}}","title":"Engines"}}""");

    [Fact]
    public async Task Several_come_in_the_order_of_their_ids_with_null_for_what_is_not_there() =>
        (await DataAsync(Nodes, new { ids = new[] { GlobalIdCodec.Plain.Encode("Book", 11L), GlobalIdCodec.Plain.Encode("Book", 99L), _engines } })).ShouldBe(
            $$$"""{"nodes":[{"id":"{{{GlobalIdCodec.Plain.Encode("Book", 11L)}}}","title":"Night"},null,{"id":"{{{_engines}}}","title":"Engines"}]}""");

    [Theory]
    [InlineData("garbage!")]
    [InlineData("QXV0aG9yOjE")]
    public async Task An_id_that_is_of_no_node_is_refused(string id) =>
        (await ErrorAsync("query($id: ID!) { node(id: $id) { id } }", new { id })).ShouldSatisfyAllConditions(
            e => e.Code.ShouldBe("INVALID_ARGUMENT"), e => e.Message.ShouldContain("It is not the ID of an object that can be fetched."));

    [Fact]
    public async Task A_hundred_are_fetched_at_once() =>
        (await AskAsync(Nodes, new { ids = Enumerable.Repeat(_engines, 100) })).GetProperty("data").GetProperty("nodes").GetArrayLength().ShouldBe(100);

    [Fact]
    public async Task More_than_a_hundred_are_refused() =>
        (await ErrorAsync(Nodes, new { ids = Enumerable.Repeat(_engines, 101) })).Message.ShouldBe("'nodes' takes at most 100 ids, but got 101.");
}
