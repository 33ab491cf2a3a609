using Portal.GraphQL.Building;
using Portal.GraphQL.Tests.Building.Library;

namespace Portal.GraphQL.Tests.Building;

/// <summary>Each wrong schema below has one problem, and the message names its C# member.</summary>
public sealed class SchemaChecksTests
{
    [Fact]
    public void A_schema_without_query_is_refused() =>
        LibrarySchema.ProblemsOf().ShouldContain("No class is marked with [QueryType]: a schema needs a Query.");

    [Theory]
    [InlineData(typeof(EmptyResult), "SchemaChecksTests+Nothing: the type Nothing has no fields.")]
    [InlineData(typeof(EmptyEnum), "SchemaChecksTests+NoValues: the enum NoValues has no values.")]
    [InlineData(typeof(EmptyInput), "SchemaChecksTests+NoInput: the input NoInput has no fields.")]
    [InlineData(typeof(EmptyUnion), "SchemaChecksTests+INobody: the union Nobody has no members: no class of the added assemblies implements it.")]
    [InlineData(typeof(ReservedName), "ReservedName.Secret: the name __secret begins with \"__\", which is reserved for introspection.")]
    [InlineData(typeof(BadName), "BadName.Odd: not-a-name is not a GraphQL name; give one with [GraphQLName].")]
    [InlineData(typeof(SameName), "SameName.GetOneAsync: Query has a field one already (SameName.One).")]
    [InlineData(typeof(UnknownParameter), "UnknownParameter.Find: the parameter clock of type IFormatProvider is neither an argument nor a service: register the service.")]
    [InlineData(typeof(UnknownResult), "UnknownResult.At: the CLR type System.TimeSpan has no GraphQL type as an output; bind it to a scalar, or use a type that has one.")]
    [InlineData(typeof(AbstractResult), "AbstractResult.Get: the CLR type Portal.GraphQL.Tests.Building.SchemaChecksTests+Shape has no GraphQL type as an output; mark it with [InterfaceType] or [UnionType], or use a class.")]
    [InlineData(typeof(NoResult), "NoResult.Do: a field has a value, but the method returns none.")]
    [InlineData(typeof(OneOfRequired), "OneWay.A: OneWayInput is a oneOf input, so a must be nullable.")]
    [InlineData(typeof(DeprecatedRequired), "DeprecatedRequired.Old(a): a is required and cannot be deprecated; make it nullable first.")]
    [InlineData(typeof(PagedNumber), "PagedNumber.Pages: [UsePaging] needs a sequence, a query, a PagedQuery<T> or a Connection<T>, not Int32.")]
    [InlineData(typeof(BadList), "BadList.Sum(values): an input list cannot be a Queue`1; use an array, a list or a set.")]
    [InlineData(typeof(BadId), "BadId.Get(id): an ID cannot be a Nothing; use a number, Guid, string or an IParsable of your own.")]
    [InlineData(typeof(Cycle), "SchemaChecksTests+Egg: EggInput requires itself through EggInput.hen → HenInput.egg; one of these must be nullable.")]
    public void A_wrong_query_is_refused(Type query, string problem)
    {
        var problems = LibrarySchema.ProblemsOf(query);
        problems.Count.ShouldBe(1, string.Join("\n", problems));
        problems[0].Replace("Portal.GraphQL.Tests.Building.SchemaChecksTests+", problem.Contains("the CLR type") ? "Portal.GraphQL.Tests.Building.SchemaChecksTests+" : "SchemaChecksTests+").ShouldBe(problem);
    }

    [Fact]
    public void A_parent_without_its_attribute_is_refused() =>
        LibrarySchema.ProblemsOf(typeof(BookQueries), typeof(NoParent)).ShouldBe(["NoParent.Twice: the parameter book is the parent: mark it with [Parent]."]);

    [Fact]
    public void A_parent_of_another_type_is_refused() =>
        LibrarySchema.ProblemsOf(typeof(BookQueries), typeof(WrongParent)).ShouldBe(["WrongParent.Twice: the parameter author is a [Parent] of type Author, but the objects are Book."]);

    [Fact]
    public void A_loader_that_is_not_registered_is_named() =>
        LibrarySchema.ProblemsOf(typeof(BookQueries), typeof(BookType)).ShouldBe(
            ["BookType.GetAuthorAsync: the parameter authors is a data loader that is not registered: add its assembly with AddTypes, or the loader with AddDataLoader."]);

    [Fact]
    public void A_property_that_does_not_exist_cannot_be_published() =>
        LibrarySchema.ProblemsOf(typeof(BookQueries), typeof(Misspelt)).ShouldBe(["Misspelt: [ObjectType<Book>] publishes Titel, which Book does not have."]);

    [Fact]
    public void An_interface_must_be_implemented_in_full() =>
        LibrarySchema.ProblemsOf(typeof(BookQueries), typeof(NoTitle)).ShouldBe(["Portal.GraphQL.Tests.Building.Library.Book: Book implements Loanable but does not publish title."]);

    [Fact]
    public void An_interface_must_be_implemented_with_its_types() =>
        LibrarySchema.ProblemsOf(typeof(BookQueries), typeof(NullTitle)).ShouldBe(["NullTitle.Title: Book.title is String, but Loanable has it as String!."]);

    [Fact]
    public void Two_types_of_one_name_are_refused() =>
        LibrarySchema.ProblemsOf(typeof(TwoNames)).ShouldHaveSingleItem().ShouldStartWith("Several types are called Genre: ");

    [Fact]
    public void A_type_is_declared_once() =>
        LibrarySchema.ProblemsOf(typeof(BookQueries), typeof(FirstBook), typeof(SecondBook)).ShouldHaveSingleItem().ShouldEndWith("FirstBook already. Use [ExtendObjectType<Book>].");

    [Fact]
    public void A_node_resolver_takes_one_key() =>
        LibrarySchema.ProblemsOf(typeof(BookQueries), typeof(TwoKeys)).ShouldBe(["TwoKeys.Find: a node resolver takes one key (a number, Guid, string or an IParsable) besides its services."]);

    [Fact]
    public void A_subscription_streams()
    {
        LibrarySchema.ProblemsOf(typeof(BookQueries), typeof(BookSubscriptions), typeof(PlainSubscription)).ShouldBe(["PlainSubscription.Tick: a subscription returns IAsyncEnumerable<T>, not Int32."]);
    }

    [Fact]
    public void All_problems_are_reported_at_once() =>
        LibrarySchema.ProblemsOf(typeof(EmptyResult), typeof(EmptyEnum), typeof(ReservedName)).Count.ShouldBe(3);

    public sealed class Nothing;
    public enum NoValues;
    public sealed record NoInput;
    [UnionType] public interface INobody;
    public abstract record Shape(int Sides);
    [OneOf] public sealed record OneWay(int A, int? B);
    public sealed record Egg(Hen Hen);
    public sealed record Hen(Egg Egg, Hen? Mother, IReadOnlyList<Hen> Chicks);
    public static class Other { public enum Genre { Rock } }

    [QueryType] public static class EmptyResult { public static Nothing? A() => null; }
    [QueryType] public static class EmptyEnum { public static NoValues B() => default; }
    [QueryType] public static class EmptyInput { public static int C(NoInput input) => input is null ? 0 : 1; }
    [QueryType] public static class EmptyUnion { public static INobody? D() => null; }
    [QueryType] public static class ReservedName { [GraphQLName("__secret")] public static int Secret() => 1; }
    [QueryType] public static class BadName { [GraphQLName("not-a-name")] public static int Odd() => 1; }
    [QueryType] public static class SameName { public static int One() => 1; public static Task<int> GetOneAsync() => Task.FromResult(1); }
    [QueryType] public static class UnknownParameter { public static int One() => 1; public static string Find(IFormatProvider clock) => clock.ToString()!; }
    [QueryType] public static class UnknownResult { public static int One() => 1; public static TimeSpan At() => default; }
    [QueryType] public static class AbstractResult { public static int One() => 1; public static Shape? Get() => null; }
    [QueryType] public static class NoResult { public static int One() => 1; public static Task Do() => Task.CompletedTask; }
    [QueryType] public static class OneOfRequired { public static int One(OneWay by) => by.A; }
    [QueryType] public static class DeprecatedRequired { public static int Old([GraphQLDeprecated("soon")] int a) => a; }
    [QueryType] public static class PagedNumber { public static int One() => 1; [UsePaging] public static int Pages() => 1; }
    [QueryType] public static class BadList { public static int Sum(Queue<int> values) => values.Count; }
    [QueryType] public static class BadId { public static int One() => 1; public static bool Get([ID] Nothing id) => id is null; }
    [QueryType] public static class Cycle { public static int One(Egg egg) => egg is null ? 0 : 1; }
    [QueryType] public static class TwoNames { public static Genre? A() => null; public static Other.Genre? B() => null; }
    [ObjectType<Book>] public static class NoParent { public static string Twice(Book book) => book.Title + book.Title; }
    [ObjectType<Book>] public static class WrongParent { public static string Twice([Parent] Author author) => author.Name; }
    [ObjectType<Book>(Fields = ["Titel", "Title"])] public static class Misspelt;
    [ObjectType<Book>(Fields = ["Pages"])] public static class NoTitle;
    [ObjectType<Book>] public static class NullTitle { public static string? Title([Parent] Book book) => book.Title; }
    [ObjectType<Book>] public static class FirstBook;
    [ObjectType<Book>] public static class SecondBook;
    [ObjectType<Book>] public static class TwoKeys { [NodeResolver] public static Book? Find(long id, string other) => id > 0 && other.Length > 0 ? null : null; }
    [SubscriptionType] public static class PlainSubscription { public static int Tick() => 1; }
}
