using System.Reflection;
using Portal.Graph.Architecture.Tests.Guards;

namespace Portal.Graph.Architecture.Tests;

public sealed class ProjectReferencesTests
{
    [Fact]
    public void Project_files_reference_in_the_direction_of_the_architecture()
    {
        var projects = SourceTree.Files("src", ".csproj");

        projects.Count.ShouldBe(5);
        projects.SelectMany(file => ProjectReferences.Violations(Path.GetFileNameWithoutExtension(file.Path), ProjectReferences.InProjectFile(file)))
            .ShouldHold();
    }

    [Fact]
    public void Compiled_assemblies_use_each_other_in_the_direction_of_the_architecture() =>
        Product.All.SelectMany(assembly => ProjectReferences.Violations(
                assembly == Product.Host ? "Portal" : ProjectReferences.ProjectOf(assembly.GetName().Name!), ProjectReferences.InAssembly(assembly)))
            .ShouldHold();

    [Theory]
    [InlineData("Domain", "Schema")]
    [InlineData("GraphQL", "Domain")]
    [InlineData("Schema", "BackOffice")]
    [InlineData("BackOffice", "Schema")]
    [InlineData("BackOffice", "GraphQL")]
    [InlineData("Schema", "Portal")]
    public void Planted_reference_is_caught(string project, string forbidden)
    {
        var file = new SourceFile($"src/{project}/{project}.csproj",
            $"""<Project><ItemGroup><ProjectReference Include="..\{forbidden}\{forbidden}.csproj" /></ItemGroup></Project>""");

        ProjectReferences.Violations(project, ProjectReferences.InProjectFile(file)).ShouldHaveSingleItem().ShouldContain(forbidden);
    }

    [Fact]
    public void Planted_assembly_that_uses_the_domain_is_caught_in_the_library_of_the_server() =>
        ProjectReferences.Violations("GraphQL", ProjectReferences.InAssembly(Assembly.GetExecutingAssembly())).ShouldContain("GraphQL must not know Domain.");

    [Fact]
    public void Planted_project_without_a_place_is_caught() =>
        ProjectReferences.Violations("Common", []).ShouldHaveSingleItem();
}
