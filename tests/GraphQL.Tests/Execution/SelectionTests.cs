using Portal.GraphQL.Execution;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Tests.Execution;

public sealed class SelectionTests
{
    private sealed record Address(string City, int? Floor);
    private sealed record Person(string Name, Address? Home, IReadOnlyList<string> Tags, Person? Boss = null);
    private sealed record Robot(string Name, int Volts);

    private static readonly Person Ann = new("Ann", new("Rome", 3), ["a", "b"], new("Bob", null, []));

    private static HandMadeSchema People()
    {
        var s = new HandMadeSchema();
        s.Object<Address>("Address", s.Property<Address>("city", "String!", a => a.City), s.Property<Address>("floor", "Int", a => a.Floor));
        var named = s.Interface("Named", s.Property<object>("name", "String!", _ => null));
        var person = s.Object<Person>("Person");
        person.Fields = new(
        [
            s.Property<Person>("name", "String!", p => p.Name),
            s.Property<Person>("home", "Address", p => p.Home),
            s.Property<Person>("tags", "[String!]!", p => p.Tags),
            s.Property<Person>("boss", "Person", p => p.Boss),
            s.Field("greeting", "String!", c => $"{c.Argument(0)} {((Person)c.Parent).Name}", s.Argument("word", "String!", "\"Hello\"")),
        ]);
        person.Interfaces = [named];
        var robot = s.Object<Robot>("Robot", s.Property<Robot>("name", "String!", r => r.Name), s.Property<Robot>("volts", "Int!", r => r.Volts));
        robot.Interfaces = [named];
        s.Add(new UnionType("Being") { Members = [person, robot] });
        s.Query(
            s.Field("person", "Person", _ => Ann),
            s.Field("beings", "[Being!]!", _ => new object[] { Ann, new Robot("R2", 12) }),
            s.Field("named", "Named", _ => new Robot("R2", 12)));
        return s;
    }

    [Fact]
    public async Task Fields_come_in_the_order_of_the_query_with_aliases() =>
        (await People().ExecuteAsync("{ person { n: name home { floor city } tags __typename } }"))
            .ShouldBeJson("""{"data":{"person":{"n":"Ann","home":{"floor":3,"city":"Rome"},"tags":["a","b"],"__typename":"Person"}}}""");

    [Fact]
    public async Task Selections_of_the_same_field_are_merged() =>
        (await People().ExecuteAsync("{ person { home { city } ...A } } fragment A on Person { home { floor } ... { name } }"))
            .ShouldBeJson("""{"data":{"person":{"home":{"city":"Rome","floor":3},"name":"Ann"}}}""");

    [Fact]
    public async Task Properties_below_resolvers_and_resolvers_below_properties_work() =>
        (await People().ExecuteAsync("""{ person { greeting boss { name greeting(word: "Bye") boss { name } } } }"""))
            .ShouldBeJson("""{"data":{"person":{"greeting":"Hello Ann","boss":{"name":"Bob","greeting":"Bye Bob","boss":null}}}}""");

    [Fact]
    public async Task An_abstract_type_is_answered_by_its_runtime_type() =>
        (await People().ExecuteAsync("{ beings { __typename ... on Person { name greeting } ... on Robot { volts } ... on Named { also: name } } named { name ... on Person { tags } } }"))
            .ShouldBeJson("""
                {"data":{"beings":[{"__typename":"Person","name":"Ann","greeting":"Hello Ann","also":"Ann"},
                                   {"__typename":"Robot","volts":12,"also":"R2"}],
                         "named":{"name":"R2"}}}
                """);

    [Fact]
    public async Task A_value_of_no_possible_type_is_an_internal_error()
    {
        var s = People();
        s.Query(s.Field("named", "Named", _ => "a string"));
        var answer = (await s.ExecuteAsync("{ named { name } }")).Parsed();
        answer.GetProperty("data").GetProperty("named").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe(ErrorCodes.InternalError);
    }

    [Theory]
    [InlineData(true, false, """{"name":"Ann"}""")]
    [InlineData(false, false, "{}")]
    [InlineData(true, true, """{"name":"Ann","tags":["a","b"]}""")]
    public async Task Skip_and_include_follow_variables(bool name, bool tags, string person) =>
        (await People().ExecuteAsync(
            "query($name: Boolean!, $tags: Boolean!) { person { name @include(if: $name) ... @skip(if: true) { boss { name } } ...T @include(if: $tags) } } fragment T on Person { tags }",
            $$"""{"name":{{(name ? "true" : "false")}},"tags":{{(tags ? "true" : "false")}}}""")).ShouldBeJson($$$"""{"data":{"person":{{{person}}}}}""");

    [Theory]
    [InlineData(false, """{"home":{"city":"Rome"}}""")]
    [InlineData(true, """{"home":{"floor":3,"city":"Rome"}}""")]
    public async Task What_is_below_a_field_selected_twice_follows_the_condition_of_its_own_place(bool floor, string person) =>
        (await People().ExecuteAsync("query($floor: Boolean!) { person { home @include(if: $floor) { floor } home { city } } }",
            $$"""{"floor":{{(floor ? "true" : "false")}}}""")).ShouldBeJson($$$"""{"data":{"person":{{{person}}}}}""");

    [Fact]
    public async Task A_fragment_spread_under_two_conditions_takes_part_when_either_holds() =>
        (await People().ExecuteAsync(
            "query($a: Boolean!, $b: Boolean!) { person { ...T @include(if: $a) ...T @include(if: $b) } } fragment T on Person { name }",
            """{"a":false,"b":true}""")).ShouldBeJson("""{"data":{"person":{"name":"Ann"}}}""");

    [Fact]
    public async Task A_resolver_sees_what_is_selected_below_it()
    {
        var seen = new List<bool>();
        var s = People();
        s.Query(s.Field("person", "Person", c =>
        {
            seen.Add(c.IsSelected("name"));
            seen.Add(c.IsSelected("tags"));
            seen.Add(c.IsSelected("home"));
            return null;
        }));
        await s.ExecuteAsync("query($t: Boolean!) { person { n: name ... on Person { tags @skip(if: $t) } } }", """{"t":true}""");
        seen.ShouldBe([true, false, false]);
    }

    [Fact]
    public async Task Introspection_is_answered() =>
        (await People().ExecuteAsync("""{ __schema { queryType { name } } __type(name: "Address") { fields { name type { kind ofType { name } } } } }"""))
            .ShouldBeJson("""
                {"data":{"__schema":{"queryType":{"name":"Query"}},
                 "__type":{"fields":[{"name":"city","type":{"kind":"NON_NULL","ofType":{"name":"String"}}},{"name":"floor","type":{"kind":"SCALAR","ofType":null}}]}}}
                """);
}
