using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Paging;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Tests.Paging;

public sealed class PagingTests : IDisposable
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

    private sealed class Store(SqliteConnection connection) : DbContext(new DbContextOptionsBuilder().UseSqlite(connection).Options)
    {
        public DbSet<Item> Items => Set<Item>();
        protected override void OnModelCreating(ModelBuilder model) => model.Entity<Item>();
    }

    private static readonly PagingBounds Bounds = new(25, 200, true);

    private readonly SqliteConnection _connection = new("Data Source=:memory:");
    private readonly Store _store;
    private readonly Counting _executor = new();
    private readonly Pager _pager;

    public PagingTests()
    {
        _connection.Open();
        _store = new Store(_connection);
        _store.Database.EnsureCreated();
        for (var i = 1; i <= 23; i++)
            _store.Add(new Item
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
        _store.SaveChanges();
        _pager = new Pager(new CursorCodec(new PagingOptions()), _executor);
    }

    public void Dispose()
    {
        _store.Dispose();
        _connection.Dispose();
    }

    /// <summary>Reads as the plain one does, and notes what it was asked to.</summary>
    private sealed class Counting : IQueryExecutor
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

    private static IQueryable<Item> Ordered(IQueryable<Item> items, string order) => order switch
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

    private IQueryable<Item> Source(bool database) => database ? _store.Items.AsNoTracking() : _store.Items.AsNoTracking().ToList().AsQueryable();

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Pages_forward_join_to_the_whole_list(string order, bool database)
    {
        var query = Ordered(Source(database), order);
        var seen = new List<long>();
        for (string? after = null; ;)
        {
            var page = await _pager.PageAsync(query, new PagingArguments(First: 4, After: after), Bounds);
            seen.AddRange(page.Nodes.Select(n => n.Id));
            page.PageInfo.HasPreviousPage.ShouldBe(after is not null);
            page.PageInfo.EndCursor.ShouldBe(page.Edges[^1].Cursor);
            after = page.PageInfo.EndCursor;
            if (!page.PageInfo.HasNextPage)
                break;
        }
        seen.ShouldBe(query.AsEnumerable().Select(n => n.Id));
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Pages_backward_join_to_the_whole_list(string order, bool database)
    {
        var query = Ordered(Source(database), order);
        var seen = new List<long>();
        for (string? before = null; ;)
        {
            var page = await _pager.PageAsync(query, new PagingArguments(Last: 4, Before: before), Bounds);
            seen.InsertRange(0, page.Nodes.Select(n => n.Id));
            page.PageInfo.HasNextPage.ShouldBe(before is not null);
            before = page.PageInfo.StartCursor;
            if (!page.PageInfo.HasPreviousPage)
                break;
        }
        seen.ShouldBe(query.AsEnumerable().Select(n => n.Id));
    }

    [Fact]
    public async Task Items_inserted_between_two_pages_neither_repeat_nor_hide_others()
    {
        var query = _store.Items.AsNoTracking().OrderByDescending(x => x.Day).ThenBy(x => x.Id);
        var before = query.Select(x => x.Id).ToList();
        var first = await _pager.PageAsync(query, new PagingArguments(First: 5), Bounds);
        _store.Add(new Item { Id = 100, Name = "new", Day = new DateOnly(2027, 1, 1) });
        _store.Add(new Item { Id = 101, Name = "new", Day = first.Nodes[^1].Day });
        await _store.SaveChangesAsync();
        var second = await _pager.PageAsync(query, new PagingArguments(First: 200, After: first.PageInfo.EndCursor), Bounds);
        first.Nodes.Concat(second.Nodes).Select(n => n.Id).Where(id => id < 100).ShouldBe(before);
        second.Nodes.Select(n => n.Id).ShouldContain(101);
        second.Nodes.Select(n => n.Id).ShouldNotContain(100);
    }

    [Fact]
    public async Task The_item_of_a_cursor_may_be_gone()
    {
        var query = _store.Items.AsNoTracking().OrderBy(x => x.Id);
        var first = await _pager.PageAsync(query, new PagingArguments(First: 5), Bounds);
        await _store.Items.Where(x => x.Id == 5).ExecuteDeleteAsync();
        (await _pager.PageAsync(query, new PagingArguments(First: 2, After: first.PageInfo.EndCursor), Bounds)).Nodes.Select(n => n.Id).ShouldBe([6, 7]);
    }

    [Fact]
    public async Task A_window_between_two_cursors_stays_inside_them()
    {
        var query = Source(true).OrderBy(x => x.Id);
        var all = await _pager.PageAsync(query, new PagingArguments(), Bounds);
        var window = await _pager.PageAsync(query, new PagingArguments(First: 10, After: all.Edges[2].Cursor, Before: all.Edges[6].Cursor), Bounds);
        window.Nodes.Select(n => n.Id).ShouldBe([4, 5, 6]);
        var last = await _pager.PageAsync(query, new PagingArguments(Last: 2, After: all.Edges[2].Cursor, Before: all.Edges[6].Cursor), Bounds);
        last.Nodes.Select(n => n.Id).ShouldBe([5, 6]);
        last.PageInfo.HasPreviousPage.ShouldBeTrue();
    }

    [Fact]
    public async Task The_total_is_counted_only_when_asked_for()
    {
        var query = Source(true).OrderBy(x => x.Id);
        (await _pager.PageAsync(query, new PagingArguments(First: 5), Bounds)).TotalCount.ShouldBeNull();
        _executor.Counts.ShouldBe(0);
        (await _pager.PageAsync(query, new PagingArguments(First: 5, IncludeTotalCount: true), Bounds)).TotalCount.ShouldBe(23);
        _executor.Counts.ShouldBe(1);
        (await _pager.PageAsync(query, new PagingArguments(First: 5, IncludeTotalCount: true), Bounds with { IncludeTotalCount = false })).TotalCount.ShouldBeNull();
        _executor.Counts.ShouldBe(1);
    }

    [Fact]
    public async Task The_total_of_a_list_that_fits_its_first_page_needs_no_counting()
    {
        (await _pager.PageAsync(Source(true).OrderBy(x => x.Id), new PagingArguments(First: 23, IncludeTotalCount: true), Bounds)).TotalCount.ShouldBe(23);
        _executor.Counts.ShouldBe(0);
    }

    [Fact]
    public async Task Cursors_are_parameters_of_the_statement_which_enters_at_the_first_key()
    {
        var query = Source(true).OrderByDescending(x => x.Day).ThenBy(x => x.Id);
        var first = await _pager.PageAsync(query, new PagingArguments(First: 3), Bounds);
        await _pager.PageAsync(query, new PagingArguments(First: 3, After: first.PageInfo.EndCursor), Bounds);
        var statement = _executor.Sql[^1];
        statement.ShouldContain("\"Day\" <= @");
        statement.Split("WHERE")[1].ShouldNotContain("'");
        _executor.Sql[0].ShouldContain("LIMIT");
    }

    [Theory]
    [InlineData(0, null, 0)]
    [InlineData(1, null, 1)]
    [InlineData(200, null, 23)]
    [InlineData(null, 200, 23)]
    [InlineData(null, null, 10)]
    public async Task Page_sizes_within_bounds_are_respected(int? first, int? last, int expected) =>
        (await _pager.PageAsync(Source(true).OrderBy(x => x.Id), new PagingArguments(First: first, Last: last), Bounds with { DefaultPageSize = 10 })).Nodes.Count.ShouldBe(expected);

    [Theory]
    [InlineData(201, null, "QUERY_TOO_COMPLEX")]
    [InlineData(null, 201, "QUERY_TOO_COMPLEX")]
    [InlineData(-1, null, "INVALID_PAGE_SIZE")]
    [InlineData(null, -1, "INVALID_PAGE_SIZE")]
    [InlineData(1, 1, "INVALID_PAGING_ARGUMENTS")]
    public async Task Page_sizes_out_of_bounds_are_refused(int? first, int? last, string code)
    {
        (await Should.ThrowAsync<GraphQLException>(_pager.PageAsync(Source(true).OrderBy(x => x.Id), new PagingArguments(First: first, Last: last), Bounds)))
            .Errors.Single().Code.ShouldBe(code);
        Should.Throw<GraphQLException>(() => _pager.Page([1, 2], new PagingArguments(First: first, Last: last), Bounds)).Errors.Single().Code.ShouldBe(code);
    }

    [Fact]
    public async Task Cursors_that_were_altered_or_come_from_elsewhere_are_refused()
    {
        var byId = Source(true).OrderBy(x => x.Id);
        var cursor = (await _pager.PageAsync(byId, new PagingArguments(First: 1), Bounds)).PageInfo.EndCursor!;
        var altered = (cursor[0] == 'A' ? "B" : "A") + cursor[1..];
        var foreign = (await new Pager(new CursorCodec(new PagingOptions()), _executor).PageAsync(byId, new PagingArguments(First: 1), Bounds)).PageInfo.EndCursor!;
        foreach (var bad in new[] { altered, foreign, "", "x", "!!!", cursor[..^4], new string('A', 5000) })
            foreach (var arguments in new[] { new PagingArguments(First: 1, After: bad), new PagingArguments(Last: 1, Before: bad) })
                (await Should.ThrowAsync<GraphQLException>(_pager.PageAsync(byId, arguments, Bounds))).Errors.Single().Code.ShouldBe("INVALID_CURSOR");
        var otherOrder = _pager.PageAsync(Source(true).OrderByDescending(x => x.Id), new PagingArguments(First: 1, After: cursor), Bounds);
        (await Should.ThrowAsync<GraphQLException>(otherOrder)).Errors.Single().Code.ShouldBe("INVALID_CURSOR");
    }

    [Fact]
    public async Task Servers_that_share_a_key_read_each_others_cursors()
    {
        var key = new byte[32];
        Pager Server() => new(new CursorCodec(new PagingOptions { CursorKey = key }), _executor);
        var query = Source(true).OrderBy(x => x.Id);
        var first = await Server().PageAsync(query, new PagingArguments(First: 3), Bounds);
        (await Server().PageAsync(query, new PagingArguments(First: 1, After: first.PageInfo.EndCursor), Bounds)).Nodes.Single().Id.ShouldBe(4);
    }

    [Fact]
    public async Task The_page_is_told_to_whoever_wants_to_know_without_the_extra_item()
    {
        IReadOnlyList<Item>? told = null;
        await _pager.PageAsync(new PagedQuery<Item>(Source(true).OrderBy(x => x.Id), page => told = page), new PagingArguments(Last: 3), Bounds);
        told!.Select(i => i.Id).ShouldBe([21, 22, 23]);
    }

    [Fact]
    public async Task A_query_without_order_or_cut_by_itself_is_a_mistake_of_the_schema()
    {
        await Should.ThrowAsync<InvalidOperationException>(_pager.PageAsync(Source(true), new PagingArguments(), Bounds));
        await Should.ThrowAsync<InvalidOperationException>(_pager.PageAsync(Source(true).OrderBy(x => x.Id).Take(5), new PagingArguments(), Bounds));
    }

    [Fact]
    public async Task Captured_values_in_a_key_belong_to_their_own_request()
    {
        foreach (var special in new[] { 3L, 20L })
        {
            var query = Source(true).OrderByDescending(x => x.Id == special).ThenBy(x => x.Id);
            var first = await _pager.PageAsync(query, new PagingArguments(First: 1), Bounds);
            first.Nodes.Single().Id.ShouldBe(special);
            (await _pager.PageAsync(query, new PagingArguments(First: 1, After: first.PageInfo.EndCursor), Bounds)).Nodes.Single().Id.ShouldBe(1);
        }
    }

    [Fact]
    public void Lists_in_memory_are_paged_by_place()
    {
        var items = Enumerable.Range(0, 10).ToList();
        var first = _pager.Page(items, new PagingArguments(First: 4, IncludeTotalCount: true), Bounds);
        (first.Nodes, first.TotalCount, first.PageInfo.HasNextPage, first.PageInfo.HasPreviousPage).ShouldSatisfyAllConditions(
            x => x.Nodes.ShouldBe([0, 1, 2, 3]), x => x.TotalCount.ShouldBe(10), x => x.HasNextPage.ShouldBeTrue(), x => x.HasPreviousPage.ShouldBeFalse());
        _pager.Page(items, new PagingArguments(First: 4, After: first.PageInfo.EndCursor), Bounds).Nodes.ShouldBe([4, 5, 6, 7]);
        var last = _pager.Page(items, new PagingArguments(Last: 3), Bounds);
        last.Nodes.ShouldBe([7, 8, 9]);
        last.PageInfo.HasNextPage.ShouldBeFalse();
        _pager.Page(items, new PagingArguments(Last: 3, Before: last.PageInfo.StartCursor), Bounds).Nodes.ShouldBe([4, 5, 6]);
        _pager.Page(items, new PagingArguments(First: 5, After: last.Edges[2].Cursor), Bounds).Nodes.ShouldBeEmpty();
        Should.Throw<GraphQLException>(() => _pager.Page(items, new PagingArguments(After: "x"), Bounds)).Errors.Single().Code.ShouldBe("INVALID_CURSOR");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nulls_lie_where_the_database_sorts_them(bool nullsFirst)
    {
        var items = Source(false).ToList();
        var pager = new Pager(new CursorCodec(new PagingOptions()), new Placing(nullsFirst));
        var expected = (nullsFirst ? items.OrderBy(x => x.Rank is null ? -1 : x.Rank) : items.OrderBy(x => x.Rank ?? long.MaxValue)).ThenBy(x => x.Id).Select(x => x.Id).ToList();
        var seen = new List<long>();
        for (string? after = null; ;)
        {
            var page = await pager.PageAsync(items.AsQueryable().OrderBy(x => x.Rank).ThenBy(x => x.Id), new PagingArguments(First: 3, After: after), Bounds);
            seen.AddRange(page.Nodes.Select(n => n.Id));
            after = page.PageInfo.EndCursor;
            if (!page.PageInfo.HasNextPage)
                break;
        }
        seen.ShouldBe(expected);
    }

    /// <summary>Sorts a page as a database does that has its nulls first or last.</summary>
    private sealed class Placing(bool nullsFirst) : IQueryExecutor
    {
        public bool NullsFirst => nullsFirst;

        public Task<int> CountAsync<T>(IQueryable<T> query, CancellationToken cancellationToken) => Task.FromResult(query.Count());

        public Task<List<T>> ToListAsync<T>(IQueryable<T> query, CancellationToken cancellationToken)
        {
            var take = (System.Linq.Expressions.MethodCallExpression)query.Expression;
            var size = (int)((System.Linq.Expressions.ConstantExpression)take.Arguments[1]).Value!;
            var all = query.Provider.CreateQuery<Item>(take.Arguments[0]).AsEnumerable();
            var sorted = nullsFirst ? all : all.OrderBy(x => x.Rank is null).ThenBy(x => x.Rank).ThenBy(x => x.Id);
            return Task.FromResult(sorted.Take(size).Cast<T>().ToList());
        }
    }
}
