using System.Reflection;
using Portal.Graph.Architecture.Tests.Guards;

namespace Portal.Graph.Architecture.Tests;

public sealed class DatabaseBehindTheDeskTests
{
    [Theory]
    [InlineData("src/Schema")]
    [InlineData("src/BackOffice")]
    public void Api_and_staff_pages_do_not_name_the_database_context(string folder) =>
        DatabaseBehindTheDesk.Violations(SourceTree.Files(folder, ".cs", ".cshtml")).ShouldHold();

    [Fact]
    public void Api_and_staff_pages_are_not_compiled_against_the_database_library() =>
        DatabaseBehindTheDesk.Violations("Schema", Product.Schema.GetReferencedAssemblies())
            .Concat(DatabaseBehindTheDesk.Violations("BackOffice", Product.BackOffice.GetReferencedAssemblies()))
            .ShouldHold();

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
        DatabaseBehindTheDesk.Violations("Schema", Assembly.GetExecutingAssembly().GetReferencedAssemblies()).ShouldNotBeEmpty();
}
