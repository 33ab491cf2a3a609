using Portal.GraphQL.Building;

namespace Portal.GraphQL.Tests.Building.Library;

/// <summary>Which books to find.</summary>
/// <param name="Text">A part of the title.</param>
/// <param name="Genres">Only these.</param>
public sealed record BookFilter(string? Text, IReadOnlyList<Genre>? Genres = null, bool Exact = false, Genre Favourite = Genre.NonFiction, decimal Most = 9.25m)
{
    public int Tolerance { get; init; } = 2;
    public IReadOnlyList<string> Words { get; init; } = [];
    public DateOnly? Since { get; init; }
}

/// <summary>One way to name a book.</summary>
[OneOf]
public sealed record LookupKey(string? Isbn, [property: ID<Book>] long? Id);

/// <summary>A changed book.</summary>
public sealed record EditBookInput([property: ID<Book>] long Id, Optional<string> Title, Optional<int?> Pages, short? Shelf);
