using Portal.GraphQL.Building;
using Portal.GraphQL.Tests.Building.Library;
using Portal.GraphQL.Types;
using static Portal.GraphQL.Tests.Building.Library.LibraryClient;

namespace Portal.GraphQL.Tests.Building;

public sealed class InputTests
{
    private static readonly InputObjectType _filter = (InputObjectType)LibrarySchema.Schema.FindType("BookFilterInput")!;
    private static readonly InputObjectType _edit = (InputObjectType)LibrarySchema.Schema.FindType("EditBookInput")!;

    [Fact]
    public void What_is_not_given_is_what_the_constructor_and_the_initialisers_say()
    {
        var filter = (BookFilter)_filter.Create([.. _filter.Fields.Select(_ => InputObjectType.Absent)]);
        filter.ShouldSatisfyAllConditions(
            f => f.Text.ShouldBeNull(), f => f.Genres.ShouldBeNull(), f => f.Exact.ShouldBeFalse(), f => f.Favourite.ShouldBe(Genre.NonFiction),
            f => f.Most.ShouldBe(9.25m), f => f.Tolerance.ShouldBe(2), f => f.Words.ShouldBeEmpty(), f => f.Since.ShouldBeNull());
    }

    [Fact]
    public void What_is_given_is_taken_over()
    {
        var filter = (BookFilter)_filter.Create(["x", new object?[] { Genre.Fiction }, true, Genre.HowTo, 1m, 5, new object?[] { "a", "b" }, new DateOnly(2020, 1, 2)]);
        filter.ShouldSatisfyAllConditions(
            f => f.Text.ShouldBe("x"), f => f.Genres.ShouldBe([Genre.Fiction]), f => f.Exact.ShouldBeTrue(), f => f.Favourite.ShouldBe(Genre.HowTo),
            f => f.Most.ShouldBe(1m), f => f.Tolerance.ShouldBe(5), f => f.Words.ShouldBe(["a", "b"]), f => f.Since.ShouldBe(new DateOnly(2020, 1, 2)));
    }

    [Fact]
    public void An_optional_tells_absent_from_null()
    {
        var id = GlobalIdCodec.Plain.Encode("Book", 10L);
        var absent = (EditBookInput)_edit.Create([id, InputObjectType.Absent, InputObjectType.Absent, InputObjectType.Absent]);
        absent.ShouldSatisfyAllConditions(e => e.Id.ShouldBe(10), e => e.Title.HasValue.ShouldBeFalse(), e => e.Title.OrElse("old").ShouldBe("old"), e => e.Shelf.ShouldBeNull());
        var given = (EditBookInput)_edit.Create([id, null, 5, 7]);
        given.ShouldSatisfyAllConditions(e => e.Title.ShouldBe(new Optional<string>(null)), e => e.Pages.Value.ShouldBe(5), e => e.Shelf.ShouldBe((short)7));
    }

    [Fact]
    public void A_number_too_large_for_its_CLR_type_is_refused() =>
        Should.Throw<CoercionException>(() => _edit.Create([GlobalIdCodec.Plain.Encode("Book", 10L), InputObjectType.Absent, InputObjectType.Absent, 40000]))
            .Message.ShouldStartWith("Int cannot represent value: 40000.");

    [Fact]
    public void An_id_of_another_type_is_refused() =>
        Should.Throw<CoercionException>(() => _edit.Create([GlobalIdCodec.Plain.Encode("Author", 10L), null, null, null])).Message.ShouldEndWith("It is the ID of a Author, not of a Book.");

    [Fact]
    public async Task A_refused_input_names_the_argument() =>
        (await ErrorAsync("mutation($input: EditBookInput!) { editBook(input: $input) { edited { title } } }", new { input = new { id = "x" } })).Message.ShouldContain("It is not an ID that this server gave out.");

    [Fact]
    public async Task Exactly_one_field_of_a_oneOf_input_is_taken()
    {
        (await DataAsync("""{ lookup(key: { isbn: "1" }) }""")).ShouldBe("""{"lookup":true}""");
        await ErrorAsync("""{ lookup(key: { isbn: "1", id: "2" }) }""");
    }
}
