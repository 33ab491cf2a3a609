using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Paging;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Tests.Paging;

public sealed class PagingTests : PagingScene
{
    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Pages_forward_join_to_the_whole_list(string order, bool database)
    {
        var query = Ordered(Source(database), order);
        var seen = new List<long>();
        for (string? after = null; ;)
        {
            var page = await Pager.PageAsync(query, new PagingArguments(First: 4, After: after), Bounds);
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
            var page = await Pager.PageAsync(query, new PagingArguments(Last: 4, Before: before), Bounds);
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
        var query = Database.Items.AsNoTracking().OrderByDescending(x => x.Day).ThenBy(x => x.Id);
        var before = query.Select(x => x.Id).ToList();
        var first = await Pager.PageAsync(query, new PagingArguments(First: 5), Bounds);
        Database.Add(new Item { Id = 100, Name = "new", Day = new DateOnly(2027, 1, 1) });
        Database.Add(new Item { Id = 101, Name = "new", Day = first.Nodes[^1].Day });
        await Database.SaveChangesAsync();
        var second = await Pager.PageAsync(query, new PagingArguments(First: 200, After: first.PageInfo.EndCursor), Bounds);
        first.Nodes.Concat(second.Nodes).Select(n => n.Id).Where(id => id < 100).ShouldBe(before);
        second.Nodes.Select(n => n.Id).ShouldContain(101);
        second.Nodes.Select(n => n.Id).ShouldNotContain(100);
    }

    [Fact]
    public async Task The_item_of_a_cursor_may_be_gone()
    {
        var query = Database.Items.AsNoTracking().OrderBy(x => x.Id);
        var first = await Pager.PageAsync(query, new PagingArguments(First: 5), Bounds);
        await Database.Items.Where(x => x.Id == 5).ExecuteDeleteAsync();
        (await Pager.PageAsync(query, new PagingArguments(First: 2, After: first.PageInfo.EndCursor), Bounds)).Nodes.Select(n => n.Id).ShouldBe([6, 7]);
    }

    [Fact]
    public async Task A_window_between_two_cursors_stays_inside_them()
    {
        var query = Source(true).OrderBy(x => x.Id);
        var all = await Pager.PageAsync(query, new PagingArguments(), Bounds);
        var window = await Pager.PageAsync(query, new PagingArguments(First: 10, After: all.Edges[2].Cursor, Before: all.Edges[6].Cursor), Bounds);
        window.Nodes.Select(n => n.Id).ShouldBe([4, 5, 6]);
        var last = await Pager.PageAsync(query, new PagingArguments(Last: 2, After: all.Edges[2].Cursor, Before: all.Edges[6].Cursor), Bounds);
        last.Nodes.Select(n => n.Id).ShouldBe([5, 6]);
        last.PageInfo.HasPreviousPage.ShouldBeTrue();
    }

    [Fact]
    public async Task The_page_is_told_to_whoever_wants_to_know_without_the_extra_item()
    {
        IReadOnlyList<Item>? told = null;
        await Pager.PageAsync(new PagedQuery<Item>(Source(true).OrderBy(x => x.Id), page => told = page), new PagingArguments(Last: 3), Bounds);
        told!.Select(i => i.Id).ShouldBe([21, 22, 23]);
    }

    [Fact]
    public async Task A_query_without_order_or_cut_by_itself_is_a_mistake_of_the_schema()
    {
        await Should.ThrowAsync<InvalidOperationException>(Pager.PageAsync(Source(true), new PagingArguments(), Bounds));
        await Should.ThrowAsync<InvalidOperationException>(Pager.PageAsync(Source(true).OrderBy(x => x.Id).Take(5), new PagingArguments(), Bounds));
    }

    [Fact]
    public async Task Captured_values_in_a_key_belong_to_their_own_request()
    {
        foreach (var special in new[] { 3L, 20L })
        {
            var query = Source(true).OrderByDescending(x => x.Id == special).ThenBy(x => x.Id);
            var first = await Pager.PageAsync(query, new PagingArguments(First: 1), Bounds);
            first.Nodes.Single().Id.ShouldBe(special);
            (await Pager.PageAsync(query, new PagingArguments(First: 1, After: first.PageInfo.EndCursor), Bounds)).Nodes.Single().Id.ShouldBe(1);
        }
    }

    [Fact]
    public void Lists_in_memory_are_paged_by_place()
    {
        var items = Enumerable.Range(0, 10).ToList();
        var first = Pager.Page(items, new PagingArguments(First: 4, IncludeTotalCount: true), Bounds);
        (first.Nodes, first.TotalCount, first.PageInfo.HasNextPage, first.PageInfo.HasPreviousPage).ShouldSatisfyAllConditions(
            x => x.Nodes.ShouldBe([0, 1, 2, 3]), x => x.TotalCount.ShouldBe(10), x => x.HasNextPage.ShouldBeTrue(), x => x.HasPreviousPage.ShouldBeFalse());
        Pager.Page(items, new PagingArguments(First: 4, After: first.PageInfo.EndCursor), Bounds).Nodes.ShouldBe([4, 5, 6, 7]);
        var last = Pager.Page(items, new PagingArguments(Last: 3), Bounds);
        last.Nodes.ShouldBe([7, 8, 9]);
        last.PageInfo.HasNextPage.ShouldBeFalse();
        Pager.Page(items, new PagingArguments(Last: 3, Before: last.PageInfo.StartCursor), Bounds).Nodes.ShouldBe([4, 5, 6]);
        Pager.Page(items, new PagingArguments(First: 5, After: last.Edges[2].Cursor), Bounds).Nodes.ShouldBeEmpty();
        Should.Throw<GraphQLException>(() => Pager.Page(items, new PagingArguments(After: "x"), Bounds)).Errors.Single().Code.ShouldBe("INVALID_CURSOR");
    }

    [Fact]
    public async Task A_first_page_is_read_the_quicker_way_and_no_other_page()
    {
        List<int> asked = [];
        var paged = new PagedQuery<Item>(Source(true).OrderBy(x => x.Id), First: (count, _) =>
        {
            asked.Add(count);
            return Task.FromResult(Source(true).OrderBy(x => x.Id).Take(count).ToList());
        });

        var first = await Pager.PageAsync(paged, new PagingArguments(First: 2), Bounds);
        asked.ShouldBe([3]);
        first.PageInfo.HasNextPage.ShouldBeTrue();

        await Pager.PageAsync(paged, new PagingArguments(First: 2, After: first.PageInfo.EndCursor), Bounds);
        await Pager.PageAsync(paged, new PagingArguments(Last: 2), Bounds);
        asked.Count.ShouldBe(1);
    }
}
