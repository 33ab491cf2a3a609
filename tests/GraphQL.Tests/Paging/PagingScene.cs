using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Paging;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Tests.Paging;

/// <summary>Items in a database, and a pager that notes what it reads.</summary>
public abstract class PagingScene : IDisposable
{
    public enum Grade { Low, High }

    public sealed class Item
    {
        public long Id { get; set; }
        public string Name { get; set; } = "";
        public string? Nick { get; set; }
        public DateOnly Day { get; set; }
        public DateOnly? Closed { get; set; }
        public Grade Grade { get; set; }
        public bool Urgent { get; set; }
        public long? Rank { get; set; }
    }

    protected sealed class Store(SqliteConnection connection) : DbContext(new DbContextOptionsBuilder().UseSqlite(connection).Options)
    {
        public DbSet<Item> Items => Set<Item>();
        protected override void OnModelCreating(ModelBuilder model) => model.Entity<Item>();
    }

    protected static readonly PagingBounds Bounds = new(25, 200, true);

    private readonly SqliteConnection _connection = new("Data Source=:memory:");
    protected Store Database { get; }
    protected Counting Executor { get; } = new();
    protected Pager Pager { get; }

    protected PagingScene()
    {
        _connection.Open();
        Database = new Store(_connection);
        Database.Database.EnsureCreated();
        for (var i = 1; i <= 23; i++)
            Database.Add(new Item
            {
                Id = i,
                Name = $"{(char)('a' + i % 5)}",
                Nick = i % 4 == 0 ? null : $"n{i % 3}",
                Day = new DateOnly(2026, 1, 1).AddDays(i % 6),
                Closed = i % 3 == 0 ? null : new DateOnly(2026, 2, 1).AddDays(i % 4),
                Grade = (Grade)(i % 2),
                Urgent = i % 3 == 1,
                Rank = i % 5 == 0 ? null : i % 7,
            });
        Database.SaveChanges();
        Pager = new Pager(new CursorCodec(new PagingOptions()), Executor);
    }

    public void Dispose()
    {
        Database.Dispose();
        _connection.Dispose();
    }

    /// <summary>Reads as the plain one does, and notes what it was asked to.</summary>
    protected sealed class Counting : IQueryExecutor
    {
        private readonly PlainQueryExecutor _plain = new();

        public int Counts { get; private set; }
        public List<string> Sql { get; } = [];

        public Task<int> CountAsync<T>(IQueryable<T> query, CancellationToken cancellationToken)
        {
            Counts++;
            return _plain.CountAsync(query, cancellationToken);
        }

        public Task<List<T>> ToListAsync<T>(IQueryable<T> query, CancellationToken cancellationToken)
        {
            if (query is not EnumerableQuery<T>)
                Sql.Add(query.ToQueryString());
            return _plain.ToListAsync(query, cancellationToken);
        }
    }

    protected static IQueryable<Item> Ordered(IQueryable<Item> items, string order) => order switch
    {
        "id" => items.OrderBy(x => x.Id),
        "id desc" => items.OrderByDescending(x => x.Id),
        "name" => items.OrderBy(x => x.Name).ThenByDescending(x => x.Id),
        "nick" => items.OrderBy(x => x.Nick).ThenBy(x => x.Id),
        "nick desc" => items.OrderByDescending(x => x.Nick).ThenBy(x => x.Id),
        "day" => items.OrderByDescending(x => x.Day).ThenBy(x => x.Id),
        "closed" => items.OrderBy(x => x.Closed).ThenBy(x => x.Id),
        "closed desc" => items.OrderByDescending(x => x.Closed).ThenByDescending(x => x.Id),
        "grade" => items.OrderByDescending(x => x.Grade).ThenBy(x => x.Id),
        "urgent" => items.OrderByDescending(x => x.Urgent).ThenBy(x => x.Day).ThenBy(x => x.Id),
        "urgent up" => items.OrderBy(x => x.Urgent).ThenBy(x => x.Id),
        "rank" => items.OrderBy(x => x.Rank).ThenByDescending(x => x.Closed).ThenBy(x => x.Id),
        _ => throw new ArgumentOutOfRangeException(nameof(order)),
    };

    public static TheoryData<string, bool> Orders()
    {
        var data = new TheoryData<string, bool>();
        foreach (var order in new[] { "id", "id desc", "name", "nick", "nick desc", "day", "closed", "closed desc", "grade", "urgent", "urgent up", "rank" })
        {
            data.Add(order, false);
            data.Add(order, true);
        }
        return data;
    }

    protected IQueryable<Item> Source(bool database) => database ? Database.Items.AsNoTracking() : Database.Items.AsNoTracking().ToList().AsQueryable();
}
