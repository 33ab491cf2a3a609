using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Portal.GraphQL.Building;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Tests.Building;

public sealed class Utf8TextTests
{
    private static readonly ServiceProvider Services = Build();

    [Fact]
    public void It_is_published_as_a_string()
    {
        var type = (ObjectType)Services.GetRequiredService<Schema>().FindType("Page")!;
        type.Fields.Find("title")!.Type.ToString().ShouldBe("String!");
        type.Fields.Find("note")!.Type.ToString().ShouldBe("String");
        type.Fields.Find("tags")!.Type.ToString().ShouldBe("[String!]!");
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("")]
    [InlineData("quote \" backslash \\ line \n control \u0001 ü 日本 😀")]
    public async Task It_is_answered_as_the_text_it_holds(string text)
    {
        var page = (await AskAsync("query($t: String!) { page(title: $t) { title tags } }", new { t = text })).GetProperty("page");
        page.GetProperty("title").GetString().ShouldBe(text);
        page.GetProperty("tags").EnumerateArray().Select(t => t.GetString()).ShouldBe([text, "second"]);
    }

    [Fact]
    public async Task Without_a_value_it_is_null()
    {
        (await AskAsync("""{ page(title: "a") { note } }""")).GetProperty("page").GetProperty("note").ValueKind.ShouldBe(JsonValueKind.Null);
        (await AskAsync("""{ page(title: "a", note: "b") { note } }""")).GetProperty("page").GetProperty("note").GetString().ShouldBe("b");
    }

    [Fact]
    public async Task A_resolver_may_return_it() =>
        (await AskAsync("{ motto }")).GetProperty("motto").GetString().ShouldBe("Größe");

    [Fact]
    public async Task Bytes_that_are_not_utf8_become_the_replacement_character() =>
        (await AskAsync("{ broken { title } }")).GetProperty("broken").GetProperty("title").GetString().ShouldBe("a\ufffdb");

    [Fact]
    public void A_buffer_keeps_what_was_put_into_it()
    {
        var buffer = new Utf8TextBuffer();
        var words = Enumerable.Range(0, 5000).Select(i => new string((char)('a' + i % 26), i % 40)).ToList();
        var texts = words.Select(w => buffer.Add(Encoding.UTF8.GetBytes(w))).ToList();
        var long_ = buffer.Add(new byte[200_000]);
        texts.Select(t => t.ToString()).ShouldBe(words);
        long_.Bytes.Length.ShouldBe(200_000);
    }

    [Fact]
    public void Equal_texts_are_equal_wherever_their_bytes_are()
    {
        var (one, other) = ((Utf8Text)"Zoë", new Utf8TextBuffer().Add("Zoë"u8));
        (one == other).ShouldBeTrue();
        one.GetHashCode().ShouldBe(other.GetHashCode());
        (one != (Utf8Text)"Zoe").ShouldBeTrue();
        default(Utf8Text).ToString().ShouldBe("");
    }

    private static async Task<JsonElement> AskAsync(string document, object? variables = null)
    {
        await using var scope = Services.CreateAsyncScope();
        using var result = await scope.ServiceProvider.GetRequiredService<GraphQLExecutor>().ExecuteAsync(
            new GraphQLRequest(document) { Variables = JsonSerializer.SerializeToElement(variables ?? new { }) }, scope.ServiceProvider);
        result.Errors.ShouldBeEmpty();
        return JsonDocument.Parse(result.Utf8.ToArray()).RootElement.GetProperty("data");
    }

    private static ServiceProvider Build()
    {
        var services = new ServiceCollection();
        services.AddGraphQLServer().AddTypes(typeof(PageQueries));
        return services.BuildServiceProvider();
    }
}

public sealed record Page(Utf8Text Title, Utf8Text? Note, IReadOnlyList<Utf8Text> Tags);

[QueryType]
public static class PageQueries
{
    public static Page GetPage(Utf8Text title, Utf8Text? note = null) => new(title, note, [title, (Utf8Text)"second"]);

    public static Utf8Text GetMotto() => (Utf8Text)"Größe";

    public static Page GetBroken() => new(new Utf8Text(new byte[] { (byte)'a', 0xff, (byte)'b' }), null, []);
}
