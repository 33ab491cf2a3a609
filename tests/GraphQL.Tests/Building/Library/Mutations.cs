using Portal.GraphQL.Building;
using Portal.GraphQL.Execution;

namespace Portal.GraphQL.Tests.Building.Library;

/// <summary>Why nothing was done.</summary>
public abstract record Problem(string Message)
{
    /// <summary>A name for programs.</summary>
    public string Code => GetType().Name;
}

/// <summary>Somebody else has it.</summary>
/// <param name="BookId">The book.</param>
public sealed record BookOnLoan(string Message, [property: ID<Book>] long BookId) : Problem(Message);

/// <summary>There is no such book.</summary>
public sealed record NotFound(string Message) : Problem(Message);

/// <summary>No permission.</summary>
public sealed record ForbiddenError(string Message) : Problem(Message);

[MutationType]
public static class BookMutations
{
    /// <summary>Takes a book home.</summary>
    /// <param name="bookId">Which.</param>
    /// <param name="days">For how long.</param>
    [Error<BookOnLoan>, Error<NotFound>]
    public static FieldResult<Book> Borrow([ID<Book>] long bookId, Shelf shelf, int days = 14)
    {
        if (days > 28) return FieldErrors.Of(new TooLong("Four weeks at most."));
        if (bookId == 11) return FieldErrors.Of(new BookOnLoan("Out.", bookId));
        return shelf.Books.Find(b => b.Id == bookId) is { } book ? book : FieldErrors.Of(new NotFound("None."));
    }

    /// <summary>Changes a book.</summary>
    [Error<NotFound>, PayloadField("edited")]
    public static async Task<Answer<Book>> EditBookAsync(EditBookInput input, Shelf shelf)
    {
        await Task.Yield();
        return shelf.Books.Find(b => b.Id == input.Id) is { } book
            ? new(book with { Title = input.Title.OrElse(book.Title)! }, [])
            : new(null, [new NotFound("None.")]);
    }

    /// <summary>Counts again.</summary>
    public static CountBooksPayload CountBooks(Shelf shelf) => new(shelf.Books.Count, ["slow"]);

    public static IReadOnlyList<Book> SortBooks(Shelf shelf) => shelf.Books;
}

/// <summary>Not declared by any mutation.</summary>
public sealed record TooLong(string Message) : Problem(Message);

/// <summary>What counting found.</summary>
/// <param name="Count">How many.</param>
/// <param name="Warnings">What to know beside.</param>
public sealed record CountBooksPayload(int Count, IReadOnlyList<string> Warnings);

/// <summary>A result type of the product's own.</summary>
public sealed record Answer<T>(T? Value, IReadOnlyList<Problem> Problems);

public sealed class AnswerAdapter<T> : ResultAdapter
{
    public override object? Value(object result) => ((Answer<T>)result).Value;
    public override IReadOnlyList<object> Errors(object result) => ((Answer<T>)result).Problems;
}
