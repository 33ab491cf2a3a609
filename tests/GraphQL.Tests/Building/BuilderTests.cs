using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;
using Portal.GraphQL.Building;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Tests.Building.Library;
using Portal.GraphQL.Types;
using Portal.GraphQL.Types.Scalars;

namespace Portal.GraphQL.Tests.Building;

public sealed class BuilderTests
{
    [Fact]
    public async Task A_type_with_conversions_is_bound_to_a_scalar_both_ways()
    {
        var (schema, ask) = Server(b => b.BindScalar<Isbn, StringScalar>(), typeof(BoundQueries));
        SchemaPrinter.Print(schema.Query).ShouldBe("type Query {\n  echo(isbn: String!): String!\n  none(isbn: String): String\n  all(isbns: [String!]!): [String!]!\n}");
        (await ask("""{ echo(isbn: "a") none all(isbns: ["b", "c"]) }""")).ShouldBe("""{"data":{"echo":"A","none":null,"all":["B","C"]}}""");
    }

    [Fact]
    public void A_type_cannot_be_bound_to_a_scalar_without_conversion() =>
        Should.Throw<SchemaException>(() => LibrarySchema.Of(b => b.BindScalar<Isbn, BooleanScalar>(), typeof(BoundQueries)))
            .Problems.ShouldContain("BoundQueries.Echo(isbn): there is no conversion from the scalar Boolean to Isbn.");

    [Fact]
    public void Interfaces_and_unions_need_not_know_the_library()
    {
        var schema = LibrarySchema.Of(World);
        SchemaPrinter.Print(schema.FindType("Animal")!).ShouldBe("interface Animal {\n  legs: Int!\n}");
        SchemaPrinter.Print(schema.FindType("Cat")!).ShouldBe("type Cat implements Animal {\n  legs: Int!\n}");
        SchemaPrinter.Print(schema.FindType("Vehicle")!).ShouldBe("union Vehicle = Bike | Car");
    }

    [Fact]
    public async Task The_more_derived_type_wins_where_both_are_published()
    {
        var (_, ask) = Server(World);
        (await ask("{ vehicles { __typename } }")).ShouldBe("""{"data":{"vehicles":[{"__typename":"Bike"},{"__typename":"Car"}]}}""");
    }

    [Fact]
    public void Options_change_the_schema()
    {
        var schema = LibrarySchema.Of(b => { World(b); b.ModifyOptions(o => (o.Description, o.MaxNodes) = ("A test.", 7)); }, typeof(NodeType));
        SchemaPrinter.Print(schema).ShouldStartWith("\"\"\"A test.\"\"\"\nschema {\n  query: Query\n}\n");
        schema.Query.Fields.Find("nodes")!.Description.ShouldStartWith("Fetches up to 7 objects");
    }

    [Fact]
    public void Adding_the_server_again_goes_on_with_the_same_one()
    {
        var services = new ServiceCollection();
        World(services.AddGraphQLServer());
        services.AddGraphQLServer().AddTypes(typeof(BoundQueries)).BindScalar<Isbn, StringScalar>();
        services.BuildServiceProvider().GetRequiredService<Schema>().Query.Fields.Select(f => f.Name).ShouldBe(["echo", "none", "all", "animals", "vehicles"], ignoreOrder: true);
    }

    /// <summary>This assembly has many wrong schemas in it: all are found, and none breaks the report.</summary>
    [Fact]
    public void An_assembly_gives_all_its_annotated_types()
    {
        var problems = Should.Throw<SchemaException>(() => LibrarySchema.Of(b => b.AddTypes(typeof(BuilderTests).Assembly))).Problems;
        problems.ShouldContain("NoResult.Do: a field has a value, but the method returns none.");
        problems.ShouldContain("PlainSubscription.Tick: a subscription returns IAsyncEnumerable<T>, not Int32.");
        problems.ShouldContain("ReservedName.Secret: the name __secret begins with \"__\", which is reserved for introspection.");
    }

    [Fact]
    public async Task A_subscription_opens_its_stream_and_each_event_is_the_value()
    {
        var schema = LibrarySchema.Of(typeof(BookQueries), typeof(Ticks));
        var field = schema.Subscription!.Fields.Find("ticks")!;
        var events = new List<object?>();
        await foreach (var tick in await field.Subscribe!(new Request(field, new(), [3]))) events.Add(tick);
        events.ShouldBe([(short)0, (short)1, (short)2]);
        (await field.Resolve!(new Request(field, events[2]!, [3]))).ShouldBe(2);
    }

    private static void World(GraphQLServerBuilder builder) =>
        builder.AddTypes(typeof(WorldQueries)).AddInterfaceType<IAnimal>().AddUnionType<Vehicle>("Vehicle");

    private static (Schema Schema, Func<string, Task<string>> Ask) Server(Action<GraphQLServerBuilder> configure, params Type[] types)
    {
        var services = new ServiceCollection();
        configure(services.AddGraphQLServer().AddTypes(types));
        var provider = services.BuildServiceProvider();
        return (provider.GetRequiredService<Schema>(), async document =>
        {
            await using var scope = provider.CreateAsyncScope();
            using var result = await provider.GetRequiredService<GraphQLExecutor>().ExecuteAsync(new(document), scope.ServiceProvider);
            var answer = System.Text.Json.JsonDocument.Parse(result.Utf8).RootElement;
            answer.TryGetProperty("errors", out var errors).ShouldBeFalse(errors.ToString());
            return $$"""{"data":{{answer.GetProperty("data").GetRawText()}}}""";
        });
    }

    public readonly record struct Isbn(string Text)
    {
        public static implicit operator string(Isbn isbn) => isbn.Text.ToUpperInvariant();
        public static explicit operator Isbn(string text) => new(text);
    }

    [QueryType]
    public static class BoundQueries
    {
        public static Isbn Echo(Isbn isbn) => isbn;
        public static Isbn? None(Isbn? isbn) => isbn;
        public static IEnumerable<Isbn> All(List<Isbn> isbns) => isbns;
    }

    public interface IAnimal { int Legs { get; } }
    public sealed record Cat(int Legs) : IAnimal;
    public abstract record Vehicle;
    public record Bike(int Wheels) : Vehicle;
    public sealed record Car(int Wheels, int Doors) : Bike(Wheels);

    [QueryType]
    public static class WorldQueries
    {
        public static IEnumerable<IAnimal> Animals() => [new Cat(4)];
        public static IEnumerable<Vehicle> Vehicles() => [new Bike(2), new Car(4, 5)];
    }

    [ObjectType<Cat>]
    public static class NodeType
    {
        [NodeResolver]
        public static Cat GetCat(int id) => new(id);

        [ID]
        public static int Id([Parent] Cat cat) => cat.Legs;
    }

    [SubscriptionType]
    public static class Ticks
    {
        [GraphQLName("ticks")]
        public static async IAsyncEnumerable<short> Stream(int count)
        {
            for (short i = 0; i < count; i++)
            {
                await Task.Yield();
                yield return i;
            }
        }
    }

    private sealed class Request(OutputField resolved, object parent, object?[] arguments) : ResolverContext
    {
        public override object Parent => parent;
        public override OutputField Field => resolved;
        public override object? Argument(int index) => arguments[index];
        public override IServiceProvider Services => LibrarySchema.Services;
        public override ClaimsPrincipal User { get; } = new();
        public override CancellationToken CancellationToken => default;
        public override bool IsSelected(string fieldName) => true;
        public override void ReportError(GraphQLError error) => throw new GraphQLException(error);
    }
}
