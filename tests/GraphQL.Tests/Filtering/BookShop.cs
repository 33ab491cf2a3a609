using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Portal.GraphQL.Building;
using Portal.GraphQL.Filtering;
using Portal.GraphQL.Paging;

namespace Portal.GraphQL.Tests.Filtering;

/// <summary>What a book is about.</summary>
public enum Genre { Novel, Poetry, Science }

/// <summary>A book on sale.</summary>
public sealed class Book
{
    [ID] public long Id { get; set; }

    /// <summary>What is on the cover.</summary>
    [Filterable, Sortable] public string Title { get; set; } = "";

    [Filterable, Sortable] public string? Subtitle { get; set; }
    [Filterable, Sortable] public short Pages { get; set; }
    [Filterable, Sortable] public int? Stock { get; set; }
    [Filterable] public decimal? Price { get; set; }
    [Filterable, Sortable] public DateOnly? Published { get; set; }
    [Filterable] public Genre Genre { get; set; }
    [Filterable] public bool Signed { get; set; }
    [Filterable] public Guid Code { get; set; }
    [Filterable, ID<Writer>] public long? WriterId { get; set; }
    [Filterable] public Writer? Writer { get; set; }
    [Filterable] public List<Review> Reviews { get; set; } = [];

    /// <summary>Not for clients to find out by filtering.</summary>
    public string Secret { get; set; } = "";
}

public sealed class Writer
{
    [ID] public long Id { get; set; }
    [Filterable] public string Name { get; set; } = "";
    [Filterable] public int? Born { get; set; }
}

public sealed class Review
{
    public long Id { get; set; }
    public long BookId { get; set; }
    [Filterable] public int Stars { get; set; }
    [Filterable] public string? Text { get; set; }
}

/// <summary>Only what the shop's own page filters by.</summary>
public sealed class ShopFilter : FilterInputType<Book>
{
    public override string? Name => "ShopFilterInput";

    protected override void Configure(MemberFields<Book> fields) => fields.Add(b => b.Title).Add(b => b.Writer!.Name, "by").AddId<Writer>(b => b.WriterId, "writer");
}

/// <summary>The shop's own order, across objects.</summary>
public sealed class ShopOrder : SortInputType<Book>
{
    public override string? Name => "ShopSortInput";

    protected override void Configure(MemberFields<Book> fields) => fields.Add(b => b.Title).Add(b => b.Pages).Add(b => b.Writer!.Name, "by");
}

[QueryType]
public sealed class ShopQueries
{
    /// <summary>All books.</summary>
    [UsePaging(MaxPageSize = 50), UseFiltering, UseSorting]
    public static IQueryable<Book> GetBooks(Shop shop) => shop.Books.AsNoTracking().OrderBy(b => b.Id);

    /// <summary>The shelf.</summary>
    [UseFiltering(typeof(ShopFilter)), UseSorting(typeof(ShopOrder))]
    public static IQueryable<Book> GetShelf(Shop shop) => shop.Books.AsNoTracking();

    /// <summary>A page made elsewhere.</summary>
    [UsePaging, UseFiltering]
    public static PagedQuery<Book> GetPaged(Shop shop) => new(shop.Books.AsNoTracking().OrderByDescending(b => b.Id));
}

public sealed class Shop(DbContextOptions<Shop> options) : DbContext(options)
{
    public DbSet<Book> Books => Set<Book>();

    protected override void OnModelCreating(ModelBuilder model) => model.Entity<Book>().HasMany(b => b.Reviews).WithOne().HasForeignKey(r => r.BookId);

    /// <summary>Fifteen books with gaps, ties, and the characters that LIKE knows.</summary>
    public static void Fill(SqliteConnection connection, DbContextOptions<Shop> options)
    {
        using var shop = new Shop(options);
        shop.Database.EnsureCreated();
        string[] titles = ["Ada", "ada", "100% wool", "100 sheep", "under_score", "underXscore", "a\\b", "Zen"];
        var writers = Enumerable.Range(1, 3).Select(i => new Writer { Id = i, Name = $"Writer {i}", Born = i == 3 ? null : 1900 + i }).ToList();
        for (var i = 1; i <= 15; i++)
            shop.Add(new Book
            {
                Id = i, Title = titles[i % titles.Length], Subtitle = i % 3 == 0 ? null : $"part {i % 4}", Pages = (short)(100 * (i % 4)), Stock = i % 4 == 0 ? null : i % 5,
                Price = i % 5 == 0 ? null : 9.5m * (i % 3), Published = i % 6 == 0 ? null : new DateOnly(2000 + i % 3, 1, 1), Genre = (Genre)(i % 3), Signed = i % 2 == 0,
                Code = new Guid(i % 4, 0, 0, new byte[8]), Writer = i % 4 == 3 ? null : writers[i % 3], Secret = $"s{i}",
                Reviews = [.. Enumerable.Range(0, i % 3).Select(r => new Review { Stars = (i + r) % 5, Text = r == 0 ? null : "good" })],
            });
        shop.SaveChanges();
    }
}
