using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Paging;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Tests.Paging;

public sealed class CursorTests : PagingScene
{
    [Fact]
    public async Task Cursors_are_parameters_of_the_statement_which_enters_at_the_first_key()
    {
        var query = Source(true).OrderByDescending(x => x.Day).ThenBy(x => x.Id);
        var first = await Pager.PageAsync(query, new PagingArguments(First: 3), Bounds);
        await Pager.PageAsync(query, new PagingArguments(First: 3, After: first.PageInfo.EndCursor), Bounds);
        var statement = Executor.Sql[^1];
        statement.ShouldContain("\"Day\" <= @");
        statement.Split("WHERE")[1].ShouldNotContain("'");
        Executor.Sql[0].ShouldContain("LIMIT");
    }

    [Fact]
    public async Task Cursors_that_were_altered_or_come_from_elsewhere_are_refused()
    {
        var byId = Source(true).OrderBy(x => x.Id);
        var cursor = (await Pager.PageAsync(byId, new PagingArguments(First: 1), Bounds)).PageInfo.EndCursor!;
        var altered = (cursor[0] == 'A' ? "B" : "A") + cursor[1..];
        var foreign = (await new Pager(new CursorCodec(new PagingOptions()), Executor).PageAsync(byId, new PagingArguments(First: 1), Bounds)).PageInfo.EndCursor!;
        foreach (var bad in new[] { altered, foreign, "", "x", "!!!", cursor[..^4], new string('A', 5000) })
            foreach (var arguments in new[] { new PagingArguments(First: 1, After: bad), new PagingArguments(Last: 1, Before: bad) })
                (await Should.ThrowAsync<GraphQLException>(Pager.PageAsync(byId, arguments, Bounds))).Errors.Single().Code.ShouldBe("INVALID_CURSOR");
        var otherOrder = Pager.PageAsync(Source(true).OrderByDescending(x => x.Id), new PagingArguments(First: 1, After: cursor), Bounds);
        (await Should.ThrowAsync<GraphQLException>(otherOrder)).Errors.Single().Code.ShouldBe("INVALID_CURSOR");
    }

    [Fact]
    public async Task Servers_that_share_a_key_read_each_others_cursors()
    {
        var key = new byte[32];
        Pager Server() => new(new CursorCodec(new PagingOptions { CursorKey = key }), Executor);
        var query = Source(true).OrderBy(x => x.Id);
        var first = await Server().PageAsync(query, new PagingArguments(First: 3), Bounds);
        (await Server().PageAsync(query, new PagingArguments(First: 1, After: first.PageInfo.EndCursor), Bounds)).Nodes.Single().Id.ShouldBe(4);
    }
}
