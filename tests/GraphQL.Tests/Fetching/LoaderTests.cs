using Microsoft.Extensions.DependencyInjection;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Fetching;
using Portal.GraphQL.Tests.Execution;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Tests.Fetching;

public sealed class LoaderTests
{
    /// <summary>Notes what was loaded, and fails when two loads overlap.</summary>
    private sealed class Database
    {
        private int _busy;

        public List<string> Loads { get; } = [];

        public async Task UseAsync(string load)
        {
            Interlocked.Increment(ref _busy).ShouldBe(1, "two database operations overlap");
            Loads.Add(load);
            await Task.Delay(1);
            await Task.Yield();
            Interlocked.Decrement(ref _busy);
        }
    }

    private sealed record Person(int Id);

    private sealed class PersonById(Database db, LoaderDispatcher dispatcher) : BatchDataLoader<int, Person>(dispatcher, maxBatchSize: 10)
    {
        protected override async Task<IReadOnlyDictionary<int, Person>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
        {
            await db.UseAsync($"person {string.Join(",", keys)}");
            if (keys.Contains(666))
                throw new InvalidOperationException("the secret of the database");
            return keys.Where(k => k < 100).ToDictionary(k => k, k => new Person(k));
        }
    }

    private sealed class FriendsOf(Database db, LoaderDispatcher dispatcher) : GroupedDataLoader<int, int>(dispatcher)
    {
        protected override async Task<ILookup<int, int>> LoadGroupedAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
        {
            await db.UseAsync($"friends {string.Join(",", keys)}");
            return keys.Where(k => k < 5).SelectMany(k => new[] { k + 1, k + 2 }.Select(f => (k, f))).ToLookup(p => p.k, p => p.f);
        }
    }

    private static T Service<T>(ResolverContext context) where T : notnull => context.Services.GetRequiredService<T>();

    private static (HandMadeSchema Schema, Database Database) People()
    {
        var s = new HandMadeSchema();
        var db = new Database();
        s.Services.AddSingleton(db);
        s.Services.AddDataLoader<PersonById>().AddDataLoader<FriendsOf>();
        var person = s.Object<Person>("Person");
        person.Fields = new(
        [
            s.Property<Person>("id", "Int!", p => p.Id),
            s.AsyncField("friends", "[Person]!", async c => await Service<PersonById>(c).LoadAsync(await Service<FriendsOf>(c).LoadAsync(((Person)c.Parent).Id))),
            s.AsyncField("friendIds", "[Int!]!", async c => await Service<FriendsOf>(c).LoadAsync(((Person)c.Parent).Id)),
            s.AsyncField("self", "Person", async c => await Service<PersonById>(c).LoadAsync(((Person)c.Parent).Id)),
            s.AsyncField("slowSelf", "Person", async c =>
            {
                await Task.Delay(((Person)c.Parent).Id);
                return await Service<PersonById>(c).LoadAsync(((Person)c.Parent).Id + 10);
            }),
            s.AsyncField("cursed", "Person", async c => await Service<PersonById>(c).LoadAsync(666)),
        ]);
        s.Query(
            s.AsyncField("people", "[Person!]!", async c =>
            {
                await db.UseAsync("people");
                return Enumerable.Range(1, (int)c.Argument(0)!).Select(i => new Person(i)).ToList();
            }, s.Argument("count", "Int!", "3")),
            s.AsyncField("person", "Person", async c => await Service<PersonById>(c).LoadAsync((int)c.Argument(0)!), s.Argument("id", "Int!")));
        return (s, db);
    }

    [Fact]
    public async Task Each_level_is_one_batch_however_deep()
    {
        var (s, db) = People();
        var answer = await s.ExecuteAsync("{ people { friends { friends { id } } } }");
        answer.Parsed().GetProperty("data").GetProperty("people")[0].GetProperty("friends")[1].GetProperty("friends").GetRawText()
            .ShouldBe("""[{"id":4},{"id":5}]""");
        db.Loads.ShouldBe(["people", "friends 1,2,3", "person 2,3,4,5", "friends 4,5", "person 6"]);
    }

    [Fact]
    public async Task The_same_key_is_loaded_once_in_a_request()
    {
        var (s, db) = People();
        await s.ExecuteAsync("{ people { a: self { id self { id } } b: self { id } } }");
        db.Loads.ShouldBe(["people", "person 1,2,3"]);
    }

    [Fact]
    public async Task Another_request_loads_anew()
    {
        var (s, db) = People();
        await using var host = s.Host();
        await HandMadeSchema.ExecuteAsync(host, "{ person(id: 1) { id } }");
        await HandMadeSchema.ExecuteAsync(host, "{ person(id: 1) { id } }");
        db.Loads.ShouldBe(["person 1", "person 1"]);
    }

    [Fact]
    public async Task Fields_of_different_roots_share_their_batches()
    {
        var (s, db) = People();
        await s.ExecuteAsync("{ a: people(count: 2) { friendIds } b: people(count: 4) { friendIds self { id } } }");
        db.Loads.ShouldBe(["people", "people", "friends 1,2,3,4", "person 1,2,3,4"]);
    }

    [Theory]
    [InlineData(10, 1)]
    [InlineData(11, 2)]
    public async Task A_batch_has_at_most_so_many_keys(int people, int batches)
    {
        var (s, db) = People();
        await s.ExecuteAsync("query($n: Int!) { people(count: $n) { self { id } } }", $$"""{"n":{{people}}}""");
        db.Loads.Count(l => l.StartsWith("person ")).ShouldBe(batches);
    }

    [Fact]
    public async Task A_key_without_a_value_is_null_and_a_group_without_members_is_empty()
    {
        var (s, _) = People();
        (await s.ExecuteAsync("{ person(id: 100) { id } people(count: 5) { friendIds } }"))
            .ShouldBeJson("""{"data":{"person":null,"people":[{"friendIds":[2,3]},{"friendIds":[3,4]},{"friendIds":[4,5]},{"friendIds":[5,6]},{"friendIds":[]}]}}""");
    }

    [Fact]
    public async Task Resolvers_that_wait_for_other_things_before_they_load_finish_too()
    {
        var (s, db) = People();
        var answer = await s.ExecuteAsync("{ people(count: 8) { slowSelf { id } } }");
        answer.Parsed().GetProperty("data").GetProperty("people").EnumerateArray().Select(p => p.GetProperty("slowSelf").GetProperty("id").GetInt32())
            .ShouldBe(Enumerable.Range(11, 8));
        db.Loads.Skip(1).SelectMany(l => l[7..].Split(',')).Select(int.Parse).Order().ShouldBe(Enumerable.Range(11, 8));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Fields_that_use_the_database_themselves_run_alone_and_share_the_batches_below_them(bool paged)
    {
        var (s, db) = People();
        await using var host = s.Host();
        var person = (ObjectType)host.GetRequiredService<Schema>().FindType("Person")!;
        var direct = s.AsyncField("direct", "[Person!]!", async c =>
        {
            await db.UseAsync($"direct {((Person)c.Parent).Id}");
            return new[] { new Person(((Person)c.Parent).Id + 10) };
        });
        if (paged)
            direct.Paging = new(25, 200, true);
        else
            direct.RunsAlone = true;
        person.Fields = new([.. person.Fields, direct]);
        var answer = await HandMadeSchema.ExecuteAsync(host, "{ people(count: 2) { friendIds direct { id self { id } } friends { direct { id } } } }");
        answer.Parsed().GetProperty("data").GetProperty("people")[1].GetRawText().ShouldBe(
            """{"friendIds":[3,4],"direct":[{"id":12,"self":{"id":12}}],"friends":[{"direct":[{"id":13}]},{"direct":[{"id":14}]}]}""");
        db.Loads.ShouldBe(["people", "friends 1,2", "person 2,3,4", "direct 1", "direct 2", "direct 2", "direct 3", "direct 3", "direct 4", "person 11,12"]);
    }

    [Fact]
    public async Task A_failing_batch_fails_its_fields_under_one_correlation_id_and_no_others()
    {
        var (s, _) = People();
        var answer = (await s.ExecuteAsync("{ people(count: 2) { id cursed { id } friendIds } }")).Parsed();
        answer.GetProperty("data").GetRawText().ShouldBeJson(
            """{"people":[{"id":1,"cursed":null,"friendIds":[2,3]},{"id":2,"cursed":null,"friendIds":[3,4]}]}""");
        var errors = answer.GetProperty("errors").EnumerateArray().ToList();
        errors.Count.ShouldBe(2);
        errors.Select(e => e.GetProperty("extensions").GetProperty("correlationId").GetString()).Distinct().Count().ShouldBe(1);
        answer.GetRawText().ShouldNotContain("secret");
    }

    [Fact]
    public async Task Everyone_who_asks_for_a_key_has_a_promise_of_their_own()
    {
        var dispatcher = new LoaderDispatcher();
        var db = new Database();
        var people = new PersonById(db, dispatcher);
        var friends = new FriendsOf(db, dispatcher);
        async Task<int> Through(int key) => (await friends.LoadAsync((await people.LoadAsync(key))!.Id)).Count;
        Task<int>[] tasks = [Through(1), Through(1), Through(2)];
        await dispatcher.DispatchAsync();
        var later = Through(1);
        await dispatcher.DispatchAsync();
        (await Task.WhenAll([.. tasks, later])).ShouldBe([2, 2, 2, 2]);
        db.Loads.ShouldBe(["person 1,2", "friends 1,2"]);
    }

    [Fact]
    public async Task Values_put_in_or_cleared_by_hand_are_respected()
    {
        var dispatcher = new LoaderDispatcher();
        var db = new Database();
        var people = new PersonById(db, dispatcher);
        people.Prime(1, new Person(42));
        (await people.LoadAsync(1))!.Id.ShouldBe(42);
        db.Loads.ShouldBeEmpty();
        people.Clear(1);
        var again = people.LoadAsync(1);
        await dispatcher.DispatchAsync();
        (await again)!.Id.ShouldBe(1);
    }

    [Fact]
    public async Task A_loader_that_waits_for_another_is_told_that_it_must_not()
    {
        var dispatcher = new LoaderDispatcher();
        var loader = new Reentrant(dispatcher);
        var load = loader.LoadAsync(1).AsTask();
        await dispatcher.DispatchAsync();
        (await Should.ThrowAsync<InvalidOperationException>(load)).Message.ShouldContain("must not wait for another");
    }

    private sealed class Reentrant(LoaderDispatcher dispatcher) : BatchDataLoader<int, int>(dispatcher)
    {
        private readonly LoaderDispatcher _dispatcher = dispatcher;

        protected override async Task<IReadOnlyDictionary<int, int>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
        {
            await _dispatcher.DispatchAsync(cancellationToken);
            return new Dictionary<int, int>();
        }
    }
}
