using Portal.GraphQL.Building;
using Portal.GraphQL.Tests.Building.Library;

namespace Portal.GraphQL.Tests.Building;

public sealed class AuthorizeCollectionTests
{
    [Fact]
    public void The_class_the_type_and_the_member_all_count()
    {
        var fields = LibrarySchema.Of(typeof(BookQueries), typeof(GuardedBook), typeof(GuardedExtension)).FindType("Book").ShouldBeOfType<Portal.GraphQL.Types.ObjectType>().Fields;
        Policies("title").ShouldBe(["type"]);
        Policies("plain").ShouldBe(["type", "extension"]);
        Policies("special").ShouldBe(["type", "extension", "derived:Staff", null]);
        Policies("open").ShouldBeEmpty();

        IEnumerable<string?> Policies(string field) => fields.Find(field)!.Authorize.Select(a => a.Policy);
    }

    [ObjectType<Book>, Authorize("type")]
    public static class GuardedBook;

    [ExtendObjectType<Book>, Authorize("extension")]
    public static class GuardedExtension
    {
        public static int Plain([Parent] Book book) => book.Title.Length;

        [RequireRole("Staff"), Authorize]
        public static int Special([Parent] Book book) => book.Title.Length;

        [AllowAnonymous]
        public static int Open([Parent] Book book) => book.Title.Length;
    }

    [AttributeUsage(AttributeTargets.Method)]
    public sealed class RequireRoleAttribute(string role) : AuthorizeAttribute("derived:" + role);
}
