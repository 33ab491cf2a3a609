using Portal.Graph.Architecture.Tests.Guards;

namespace Portal.Graph.Architecture.Tests;

public sealed class NounIsTheAddressTests
{
    [Theory]
    [InlineData("Schema")]
    [InlineData("BackOffice")]
    public void Folders_exist_in_the_domain_and_in_the_tests(string project) =>
        NounIsTheAddress.Violations(project, Paths($"src/{project}"), Paths("src/Domain"), Paths($"tests/{project}.Tests")).ShouldHold();

    [Fact]
    public void Planted_folder_without_a_capability_is_caught() =>
        NounIsTheAddress.Violations("Schema", ["src/Schema/Grievances/GrievanceType.cs"], ["src/Domain/Claims/Claim.cs"], ["tests/Schema.Tests/Grievances/T.cs"])
            .ShouldHaveSingleItem().ShouldContain("no src/Domain/Grievances");

    [Fact]
    public void Planted_folder_without_tests_is_caught() =>
        NounIsTheAddress.Violations("BackOffice", ["src/BackOffice/Claims/Queue.cshtml"], ["src/Domain/Claims/Claim.cs"], ["tests/BackOffice.Tests/Other/T.cs"])
            .ShouldHaveSingleItem().ShouldContain("no tests in tests/BackOffice.Tests/Claims");

    [Fact]
    public void A_part_of_the_platform_is_an_address_too() =>
        NounIsTheAddress.Violations("BackOffice", ["src/BackOffice/Work/Queue.cshtml"], ["src/Domain/Platform/Work/WorkItem.cs"], ["tests/BackOffice.Tests/Work/T.cs"]).ShouldBeEmpty();

    [Fact]
    public void Layout_and_plumbing_are_no_capabilities() =>
        NounIsTheAddress.Violations("BackOffice", ["src/BackOffice/Shared/_Layout.cshtml", "src/BackOffice/_ViewImports.cshtml"], [], []).ShouldBeEmpty();

    private static IEnumerable<string> Paths(string folder) => SourceTree.Files(folder, ".cs", ".cshtml").Select(file => file.Path);
}
