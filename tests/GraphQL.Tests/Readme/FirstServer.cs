using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.GraphQL.Building;
using Portal.GraphQL.Filtering;
using Portal.GraphQL.Transport;

namespace Portal.GraphQL.Tests.Readme;

// README
public sealed record Book(int Id, [property: Filterable, Sortable] string Title, [property: Filterable] int Year);

public sealed class Library(DbContextOptions<Library> options) : DbContext(options)
{
    public DbSet<Book> Books => Set<Book>();
}

[QueryType]
public static class BookQueries
{
    /// <summary>The books, oldest number first.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static IQueryable<Book> GetBooks(Library library) => library.Books.OrderBy(b => b.Id);
}

public static class Server
{
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddDbContext<Library>(o => o.UseSqlite("Data Source=books.db"));
        builder.Services.AddGraphQLServer().AddTypes(typeof(BookQueries));
        var app = builder.Build();
        app.MapGraphQL();
        return app;
    }
}
// README
