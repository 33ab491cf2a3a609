using Portal.GraphQL.Types;

namespace Portal.GraphQL.Tests.Filtering;

/// <summary>Every comparison, against the same question asked in C#: the same books, in one statement.</summary>
public sealed class OperatorTests : IAsyncLifetime
{
    private static readonly Guid Two = new(2, 0, 0, new byte[8]);
    private static readonly DateOnly Day = new(2001, 1, 1);

    private static readonly Dictionary<string, Func<Book, bool>> Expected = new()
    {
        ["{}"] = _ => true,
        ["{ title: { eq: \"Ada\" } }"] = b => b.Title == "Ada",
        ["{ title: { neq: \"Ada\" } }"] = b => b.Title != "Ada",
        ["{ title: { in: [\"Ada\", \"Zen\", \"none\"] } }"] = b => b.Title is "Ada" or "Zen",
        ["{ title: { in: [] } }"] = _ => false,
        ["{ title: { nin: [\"Ada\", \"Zen\"] } }"] = b => b.Title is not ("Ada" or "Zen"),
        ["{ title: { nin: [] } }"] = _ => true,
        ["{ title: { contains: \"0%\" } }"] = b => b.Title.Contains("0%"),
        ["{ title: { contains: \"r_s\" } }"] = b => b.Title.Contains("r_s"),
        ["{ title: { contains: \"a\\\\b\" } }"] = b => b.Title.Contains("a\\b"),
        ["{ title: { ncontains: \"e\" } }"] = b => !b.Title.Contains('e'),
        ["{ title: { startsWith: \"100%\" } }"] = b => b.Title.StartsWith("100%", StringComparison.Ordinal),
        ["{ title: { startsWith: \"under_\" } }"] = b => b.Title.StartsWith("under_", StringComparison.Ordinal),
        ["{ title: { nstartsWith: \"100\" } }"] = b => !b.Title.StartsWith("100", StringComparison.Ordinal),
        ["{ title: { endsWith: \"\\\\b\" } }"] = b => b.Title.EndsWith("\\b", StringComparison.Ordinal),
        ["{ title: { nendsWith: \"score\" } }"] = b => !b.Title.EndsWith("score", StringComparison.Ordinal),
        ["{ subtitle: { eq: null } }"] = b => b.Subtitle is null,
        ["{ subtitle: { neq: null } }"] = b => b.Subtitle is not null,
        ["{ subtitle: { neq: \"part 1\" } }"] = b => b.Subtitle != "part 1",
        ["{ subtitle: { in: [\"part 1\", null] } }"] = b => b.Subtitle is "part 1" or null,
        ["{ subtitle: { nin: [\"part 1\"] } }"] = b => b.Subtitle != "part 1",
        ["{ subtitle: { nin: [\"part 1\", null] } }"] = b => b.Subtitle is not ("part 1" or null),
        ["{ subtitle: { contains: \"1\" } }"] = b => b.Subtitle?.Contains('1') == true,
        ["{ not: { subtitle: { contains: \"1\" } } }"] = b => b.Subtitle?.Contains('1') != true,
        ["{ subtitle: { nstartsWith: \"part 1\" } }"] = b => b.Subtitle?.StartsWith("part 1", StringComparison.Ordinal) != true,
        ["{ pages: { gt: 100 } }"] = b => b.Pages > 100,
        ["{ pages: { gte: 100, lt: 300 } }"] = b => b.Pages is >= 100 and < 300,
        ["{ pages: { lte: 100 } }"] = b => b.Pages <= 100,
        ["{ pages: { in: [100, 300] } }"] = b => b.Pages is 100 or 300,
        ["{ stock: { gt: 2 } }"] = b => b.Stock > 2,
        ["{ not: { stock: { gt: 2 } } }"] = b => !(b.Stock > 2),
        ["{ not: { stock: { lte: 2 } } }"] = b => !(b.Stock <= 2),
        ["{ stock: { nin: [1, 2] } }"] = b => b.Stock is not (1 or 2),
        ["{ price: { gte: 9.5 } }"] = b => b.Price >= 9.5m,
        ["{ price: { lt: 9.5 } }"] = b => b.Price < 9.5m,
        ["{ published: { eq: \"2001-01-01\" } }"] = b => b.Published == Day,
        ["{ published: { gte: \"2001-01-01\" } }"] = b => b.Published >= Day,
        ["{ published: { lt: \"2001-01-01\" } }"] = b => b.Published < Day,
        ["{ genre: { eq: POETRY } }"] = b => b.Genre == Genre.Poetry,
        ["{ genre: { nin: [POETRY, NOVEL] } }"] = b => b.Genre == Genre.Science,
        ["{ signed: { eq: true } }"] = b => b.Signed,
        ["{ signed: { neq: true } }"] = b => !b.Signed,
        ["{ code: { eq: \"00000002-0000-0000-0000-000000000000\" } }"] = b => b.Code == Two,
        ["{ code: { nin: [\"00000002-0000-0000-0000-000000000000\"] } }"] = b => b.Code != Two,
        ["{ writerId: { eq: null } }"] = b => b.WriterId is null,
        ["{ writer: { name: { eq: \"Writer 1\" } } }"] = b => b.Writer?.Name == "Writer 1",
        ["{ writer: { name: { neq: \"Writer 1\" } } }"] = b => b.Writer is not null && b.Writer.Name != "Writer 1",
        ["{ not: { writer: { born: { gt: 1901 } } } }"] = b => !(b.Writer?.Born > 1901),
        ["{ reviews: { any: true } }"] = b => b.Reviews.Count > 0,
        ["{ reviews: { any: false } }"] = b => b.Reviews.Count == 0,
        ["{ reviews: { some: { stars: { gte: 3 } } } }"] = b => b.Reviews.Any(r => r.Stars >= 3),
        ["{ reviews: { none: { stars: { gte: 3 } } } }"] = b => !b.Reviews.Any(r => r.Stars >= 3),
        ["{ reviews: { all: { stars: { lt: 3 }, text: { eq: null } } } }"] = b => b.Reviews.All(r => r.Stars < 3 && r.Text is null),
        ["{ and: [{ signed: { eq: true } }, { pages: { gt: 0 } }] }"] = b => b.Signed && b.Pages > 0,
        ["{ or: [{ signed: { eq: true } }, { title: { eq: \"Zen\" } }], pages: { gt: 0 } }"] = b => (b.Signed || b.Title == "Zen") && b.Pages > 0,
        ["{ or: [] }"] = _ => false,
        ["{ and: [] }"] = _ => true,
        ["{ not: { or: [{ signed: { eq: true } }, { stock: { lt: 3 } }] } }"] = b => !(b.Signed || b.Stock < 3),
    };

    private readonly ShopServer _shop = new();

    public static TheoryData<string> Filters => [.. Expected.Keys];

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _shop.DisposeAsync();

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task A_filter_finds_what_the_same_question_finds_in_CSharp(string where)
    {
        var wanted = _shop.Books.Where(Expected[where]).Select(b => b.Id).ToArray();
        (await _shop.FindAsync(where)).ShouldBe(wanted, where);
    }

    [Fact]
    public void Every_operator_is_asked_about_and_finds_some_books_but_not_all()
    {
        var asked = string.Concat(Expected.Where(e => _shop.Books.Count(e.Value) is > 0 and < 15).Select(e => e.Key));
        var inputs = _shop.Schema.Types.OfType<InputObjectType>().Where(t => t.Name.EndsWith("OperationFilterInput", StringComparison.Ordinal) || t.Name == "ReviewListFilterInput");
        foreach (var name in inputs.SelectMany(t => t.Fields).Select(f => f.Name).Distinct()) asked.ShouldContain($"{name}:");
    }
}
