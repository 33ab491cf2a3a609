using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Paging;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Tests.Paging;

public sealed class PageSizeTests : PagingScene
{
    [Theory]
    [InlineData(0, null, 0)]
    [InlineData(1, null, 1)]
    [InlineData(200, null, 23)]
    [InlineData(null, 200, 23)]
    [InlineData(null, null, 10)]
    public async Task Page_sizes_within_bounds_are_respected(int? first, int? last, int expected) =>
        (await Pager.PageAsync(Source(true).OrderBy(x => x.Id), new PagingArguments(First: first, Last: last), Bounds with { DefaultPageSize = 10 })).Nodes.Count.ShouldBe(expected);

    [Theory]
    [InlineData(201, null, "QUERY_TOO_COMPLEX")]
    [InlineData(null, 201, "QUERY_TOO_COMPLEX")]
    [InlineData(-1, null, "INVALID_PAGE_SIZE")]
    [InlineData(null, -1, "INVALID_PAGE_SIZE")]
    [InlineData(1, 1, "INVALID_PAGING_ARGUMENTS")]
    public async Task Page_sizes_out_of_bounds_are_refused(int? first, int? last, string code)
    {
        (await Should.ThrowAsync<GraphQLException>(Pager.PageAsync(Source(true).OrderBy(x => x.Id), new PagingArguments(First: first, Last: last), Bounds)))
            .Errors.Single().Code.ShouldBe(code);
        Should.Throw<GraphQLException>(() => Pager.Page([1, 2], new PagingArguments(First: first, Last: last), Bounds)).Errors.Single().Code.ShouldBe(code);
    }
}
