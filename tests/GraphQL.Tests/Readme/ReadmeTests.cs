using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Portal.GraphQL.Building;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Tests.Readme;

/// <summary>What the library's README says is so.</summary>
public sealed class ReadmeTests
{
    private static readonly string Folder = Root();
    private static readonly string Text = File.ReadAllText(Path.Combine(Folder, "src", "GraphQL", "README.md"));
    private static readonly Type[] Public = typeof(GraphQLServerBuilder).Assembly.GetExportedTypes();

    [Fact]
    public async Task The_first_server_is_code_that_is_built_and_has_the_schema_it_promises()
    {
        var code = File.ReadAllText(Path.Combine(Folder, "tests", "GraphQL.Tests", "Readme", "FirstServer.cs")).Split("// README")[1].Trim();
        Text.ShouldContain(code);
        await using var app = Server.Build([]);
        var sdl = SchemaPrinter.Print(app.Services.GetRequiredService<Schema>());
        sdl.ShouldContain("books(");
        sdl.ShouldContain("where: BookFilterInput");
        sdl.ShouldContain("order: [BookSortInput!]");
    }

    [Fact]
    public void Every_attribute_it_names_exists()
    {
        var named = Regex.Matches(Text, @"`\[([A-Z]\w+)(?:<[^>]*>)?(?:\([^)]*\))?\]`").Select(m => m.Groups[1].Value).Distinct().ToList();
        named.Count.ShouldBeGreaterThan(20);
        foreach (var name in named) Public.ShouldContain(t => Plain(t) == name + "Attribute", name);
    }

    [Fact]
    public void Every_registration_it_names_exists()
    {
        var methods = Public.SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance)).Select(m => m.Name).ToHashSet();
        var named = Regex.Matches(Text, @"`((?:Add|Bind|Map|Modify)\w+)(?:<[^>]*>)?(?:\([^)`]*\))?`").Select(m => m.Groups[1].Value).Distinct().ToList();
        named.Count.ShouldBeGreaterThan(8);
        foreach (var name in named) methods.ShouldContain(name);
    }

    [Fact]
    public void Every_setting_has_the_default_it_says()
    {
        var rows = Regex.Matches(Text, @"^\| `(\w+)\.(\w+)` \| ([^|]+) \|", RegexOptions.Multiline).ToList();
        rows.Count.ShouldBeGreaterThan(25);
        foreach (Match row in rows)
        {
            var type = Public.SingleOrDefault(t => t.Name == row.Groups[1].Value).ShouldNotBeNull(row.Value);
            var constructor = type.GetConstructors().OrderBy(c => c.GetParameters().Length).First(c => c.GetParameters().All(p => p.HasDefaultValue));
            var settings = constructor.Invoke([.. constructor.GetParameters().Select(p => p.DefaultValue)]);
            var property = type.GetProperty(row.Groups[2].Value).ShouldNotBeNull(row.Value);
            Convert.ToString(property.GetValue(settings), CultureInfo.InvariantCulture).ShouldBe(row.Groups[3].Value.Trim().Replace(",", ""), row.Value);
        }
    }

    [Fact]
    public void Every_error_code_of_the_library_is_listed()
    {
        var codes = typeof(GraphQLServerBuilder).Assembly.GetTypes().Where(t => t.Name is "ErrorCodes" or "HttpErrorCodes" or "ValidationCodes" or "PagingErrors" or "FilterErrors")
            .SelectMany(t => t.GetFields(BindingFlags.Public | BindingFlags.Static)).Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!);
        foreach (var code in codes.Distinct()) Text.ShouldContain($"`{code}`");
    }

    [Fact]
    public void Every_file_it_links_to_is_there()
    {
        foreach (Match link in Regex.Matches(Text, @"\]\((?!http)([^)#]+)"))
            Path.Exists(Path.Combine(Folder, "src", "GraphQL", link.Groups[1].Value)).ShouldBeTrue(link.Value);
    }

    private static string Plain(Type type) => type.Name.Split('`')[0];

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Portal.Graph.sln"))) folder = folder.Parent;
        return folder.FullName;
    }
}
