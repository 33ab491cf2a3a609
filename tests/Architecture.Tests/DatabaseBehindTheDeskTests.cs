using Microsoft.EntityFrameworkCore;
using Portal.Graph.Architecture.Tests.Guards;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Architecture.Tests;

public sealed class DatabaseBehindTheDeskTests
{
    [Theory]
    [InlineData("src/Schema")]
    [InlineData("src/BackOffice")]
    public void Api_and_staff_pages_do_not_name_the_database_context(string folder) =>
        DatabaseBehindTheDesk.Violations(SourceTree.Files(folder, ".cs", ".cshtml")).ShouldHold();

    [Fact]
    public void Api_and_staff_pages_do_not_use_it_in_compiled_code() =>
        DatabaseBehindTheDesk.Violations([.. Product.Types(Product.Schema), .. Product.Types(Product.BackOffice)]).ShouldHold();

    [Theory]
    [InlineData("public static Claim? ById(PortalDb db, long id) => db.Find(id);")]
    [InlineData("@inject DbContext Db")]
    public void Planted_database_context_is_caught(string line) =>
        DatabaseBehindTheDesk.Violations([new SourceFile("src/Schema/Claims/ClaimType.cs", $"// fine\n{line}\n")])
            .ShouldHaveSingleItem().ShouldContain("ClaimType.cs:2");

    [Fact]
    public void A_comment_may_say_what_is_not_used() =>
        DatabaseBehindTheDesk.Violations([new SourceFile("a.cs", "    // loaders only, never the PortalDb")]).ShouldBeEmpty();

    [Fact]
    public void Planted_compiled_use_is_caught() =>
        DatabaseBehindTheDesk.Violations([typeof(ResolverWithContext)]).ShouldContain(violation => violation.Contains(nameof(PortalDb)));

    [Fact]
    public void A_query_that_a_read_handed_out_may_be_run() => DatabaseBehindTheDesk.Violations([typeof(ResolverOfQuery)]).ShouldBeEmpty();

    private static class ResolverWithContext
    {
        public static int Count(IServiceProvider services)
        {
            var db = (PortalDb)services.GetService(typeof(object))!;
            return db.Set<object>().Count();
        }
    }

    private static class ResolverOfQuery
    {
        public static Task<List<int>> ListAsync(IQueryable<int> query, CancellationToken ct) => query.ToListAsync(ct);
    }
}
