using System.Runtime.CompilerServices;
using System.Security.Claims;
using Portal.GraphQL.Building;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Fetching;
using Portal.GraphQL.Paging;

namespace Portal.GraphQL.Tests.Building.Library;

/// <summary>The books and authors that the tests ask for.</summary>
public sealed class Shelf
{
    public List<Author> Authors { get; } = [new(1, "Ada", Genre.NonFiction), new(2, "Bo", null)];

    public List<Book> Books { get; } =
    [
        new(10, "Engines", 120, Genre.NonFiction, 12.50m, new(1843, 9, 1), ["maths", null], 1) { Shelf = 3 },
        new(11, "Night", null, Genre.Fiction, 7m, new(2020, 2, 29), [], 2),
    ];
}

[QueryType]
public static class BookQueries
{
    /// <summary>All books, in the order of their titles.</summary>
    /// <param name="genre">Only books of this genre.</param>
    [UsePaging(MaxPageSize = 50)]
    public static IQueryable<Book> GetBooks(Shelf shelf, Genre? genre = null) =>
        shelf.Books.Where(b => genre is null || b.Genre == genre).AsQueryable().OrderBy(b => b.Title).ThenBy(b => b.Id);

    /// <summary>One book.</summary>
    /// <param name="id">Its ID.</param>
    public static Book? GetBook([ID<Book>] long id, Shelf shelf) => shelf.Books.Find(b => b.Id == id);

    /// <summary>Books by their IDs.</summary>
    public static async Task<IReadOnlyList<Book>> GetBooksByIdAsync([ID<Book>] long[] ids, Shelf shelf, CancellationToken cancellationToken)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        return [.. shelf.Books.Where(b => ids.Contains(b.Id))];
    }

    /// <summary>Finds by text.</summary>
    public static IEnumerable<ISearchResult> Search(BookFilter filter, Shelf shelf, int limit = 10) =>
        shelf.Books.Where(b => b.Title.Contains(filter.Text ?? "", StringComparison.Ordinal)).Take(limit);

    public static IReadOnlyList<ILoanable> GetLoanables(Shelf shelf) => [.. shelf.Books, new Recording { Title = "Waves", Minutes = 3.5f }];

    public static string? GetCaller(ClaimsPrincipal user) => user.Identity?.Name;

    public static FieldResult<Book> GetRefused() => FieldErrors.Of(new BookOnLoan("Come back tomorrow.", 10));

    public static bool? Lookup(LookupKey key) => key.Isbn is not null;
}

/// <summary>Made by the container for each request.</summary>
[QueryType, Authorize("read")]
public sealed class ShelfQueries(Shelf shelf)
{
    public int Count => shelf.Books.Count;

    [AllowAnonymous]
    public ValueTask<short> GetShelfCountAsync() => new(7);

    [Authorize]
    public async IAsyncEnumerable<string> Titles([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var book in shelf.Books)
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            yield return book.Title;
        }
    }
}

[ObjectType<Book>(Fields = [nameof(Book.Title), nameof(Book.Pages), nameof(Book.Genre), nameof(Book.Price), nameof(Book.PublishedOn), nameof(Book.Tags), nameof(Book.ArrivedAt), nameof(Book.Shelf)])]
public static class BookType
{
    [NodeResolver]
    public static Book? GetBookById(long id, Shelf shelf) => shelf.Books.Find(b => b.Id == id);

    /// <summary>Who wrote it.</summary>
    public static ValueTask<Author?> GetAuthorAsync([Parent] Book book, AuthorById authors, CancellationToken cancellationToken) => authors.LoadAsync(book.AuthorId, cancellationToken);

    /// <summary>The ID of who wrote it.</summary>
    [ID<Author>]
    public static long GetAuthorId([Parent] Book book) => book.AuthorId;

    /// <summary>Books like it.</summary>
    public static IQueryable<Book> Similar([Parent] Book book, Shelf shelf) => shelf.Books.Where(b => b.Genre == book.Genre && b.Id != book.Id).AsQueryable();
}

[ExtendObjectType<Author>]
public static class AuthorExtensions
{
    /// <summary>How long the name is.</summary>
    public static int NameLength([Parent] Author author) => author.Name.Length;
}

public sealed class AuthorById(Shelf shelf, LoaderDispatcher dispatcher) : BatchDataLoader<long, Author>(dispatcher)
{
    protected override Task<IReadOnlyDictionary<long, Author>> LoadBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<long, Author>>(shelf.Authors.Where(a => keys.Contains(a.Id)).ToDictionary(a => a.Id));
}

[SubscriptionType]
public static class BookSubscriptions
{
    /// <summary>Books as they arrive.</summary>
    public static async IAsyncEnumerable<Book> BookArrived(Shelf shelf)
    {
        foreach (var book in shelf.Books)
        {
            await Task.Yield();
            yield return book;
        }
    }
}
