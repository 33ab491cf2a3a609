using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Paging;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Tests.Paging;

public sealed class PageTotalTests : PagingScene
{
    [Fact]
    public async Task The_total_is_counted_only_when_asked_for()
    {
        var query = Source(true).OrderBy(x => x.Id);
        (await Pager.PageAsync(query, new PagingArguments(First: 5), Bounds)).TotalCount.ShouldBeNull();
        Executor.Counts.ShouldBe(0);
        (await Pager.PageAsync(query, new PagingArguments(First: 5, IncludeTotalCount: true), Bounds)).TotalCount.ShouldBe(23);
        Executor.Counts.ShouldBe(1);
        (await Pager.PageAsync(query, new PagingArguments(First: 5, IncludeTotalCount: true), Bounds with { IncludeTotalCount = false })).TotalCount.ShouldBeNull();
        Executor.Counts.ShouldBe(1);
    }

    [Fact]
    public async Task The_total_of_a_list_that_fits_its_first_page_needs_no_counting()
    {
        (await Pager.PageAsync(Source(true).OrderBy(x => x.Id), new PagingArguments(First: 23, IncludeTotalCount: true), Bounds)).TotalCount.ShouldBe(23);
        Executor.Counts.ShouldBe(0);
    }
}
