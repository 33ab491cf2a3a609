using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Paging;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Tests.Paging;

public sealed class NullOrderTests : PagingScene
{
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
