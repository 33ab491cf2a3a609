using Portal.GraphQL.Building;
using Portal.GraphQL.Tests.Building.Library;
using Portal.GraphQL.Types;
using static Portal.GraphQL.Tests.Building.Library.LibraryClient;

namespace Portal.GraphQL.Tests.Building;

public sealed class MutationConventionTests
{
    private const string Borrow = "mutation($id: ID!, $days: Int! = 14) { borrow(input: { bookId: $id, days: $days }) { book { title } errors { __typename ... on Error { code message } ... on BookOnLoanError { bookId } } } }";
    private const string Edit = "mutation($input: EditBookInput!) { editBook(input: $input) { edited { title } errors { ... on Error { message } } } }";

    private static readonly string _engines = GlobalIdCodec.Plain.Encode("Book", 10L);
    private static readonly string _night = GlobalIdCodec.Plain.Encode("Book", 11L);

    [Fact]
    public async Task A_result_comes_without_errors() =>
        (await DataAsync(Borrow, new { id = _engines })).ShouldBe("""{"borrow":{"book":{"title":"Engines"},"errors":null}}""");

    [Fact]
    public async Task A_refusal_comes_without_result() =>
        (await DataAsync(Borrow, new { id = _night })).ShouldBe(
            $$$"""{"borrow":{"book":null,"errors":[{"__typename":"BookOnLoanError","code":"BookOnLoan","message":"Out.","bookId":"{{{_night}}}"}]}}""");

    [Fact]
    public async Task A_refusal_that_is_not_declared_is_a_fault() =>
        (await ErrorAsync(Borrow, new { id = _engines, days = 29 })).Code.ShouldBe("INTERNAL_ERROR");

    [Fact]
    public void A_refusal_that_is_not_declared_is_named_with_its_method()
    {
        var field = LibrarySchema.Schema.Mutation!.Fields.Find("borrow")!;
        Should.Throw<InvalidOperationException>(() => field.Errors!.Refuse([new TooLong("!")])).Message.ShouldBe(
            "BookMutations.Borrow refused with TooLong, which it does not declare: add [Error<TooLong>].");
    }

    [Fact]
    public async Task An_input_of_its_own_tells_absent_from_null()
    {
        (await DataAsync(Edit, new { input = new { id = _engines } })).ShouldBe("""{"editBook":{"edited":{"title":"Engines"},"errors":null}}""");
        (await DataAsync(Edit, new { input = new { id = _engines, title = "Motors" } })).ShouldBe("""{"editBook":{"edited":{"title":"Motors"},"errors":null}}""");
    }

    [Fact]
    public async Task A_result_type_of_the_product_is_understood() =>
        (await DataAsync(Edit, new { input = new { id = GlobalIdCodec.Plain.Encode("Book", 99L) } })).ShouldBe("""{"editBook":{"edited":null,"errors":[{"message":"None."}]}}""");

    [Fact]
    public async Task A_result_called_like_the_payload_is_the_payload() =>
        (await DataAsync("mutation { countBooks { count warnings errors { __typename } } }")).ShouldBe("""{"countBooks":{"count":2,"warnings":["slow"],"errors":null}}""");

    [Fact]
    public async Task A_list_is_called_in_the_plural() =>
        (await DataAsync("mutation { sortBooks { books { title } } }")).ShouldBe("""{"sortBooks":{"books":[{"title":"Engines"},{"title":"Night"}]}}""");

    [Fact]
    public void The_executor_can_refuse_for_a_mutation()
    {
        var errors = LibrarySchema.Schema.Mutation!.Fields.Find("borrow")!.Errors!;
        errors.Declares(new ForbiddenError("No.")).ShouldBeTrue();
        errors.Declares(new TooLong("No.")).ShouldBeFalse();
        errors.Declared.ShouldBe([typeof(BookOnLoan), typeof(NotFound), typeof(ForbiddenError)]);
    }

    [Fact]
    public void Without_the_convention_a_mutation_is_a_plain_field()
    {
        var schema = LibrarySchema.Of(typeof(BookQueries), typeof(PlainMutations));
        SchemaPrinter.Print(schema.Mutation!).ShouldBe("type Mutation {\n  burn(pages: Int!): Boolean!\n}");
    }

    [Fact]
    public void An_error_must_be_what_the_error_interface_is_made_of() =>
        Should.Throw<SchemaException>(() => LibrarySchema.Of(b => b.AddErrorInterface<Problem>().AddMutationConventions(), typeof(BookQueries), typeof(StrayError)))
            .Problems.ShouldBe(["StrayError.Burn: the error Shelf is no Problem, which the error interface is made of."]);

    [MutationType]
    public static class PlainMutations
    {
        public static bool Burn(int pages) => pages > 0;
    }

    [MutationType]
    public static class StrayError
    {
        [Error<Shelf>]
        public static bool Burn(int pages) => pages > 0;
    }
}
