using Portal.GraphQL.Building;
using Portal.GraphQL.Tests.Building.Library;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Tests.Building;

public sealed class SampleSchemaTests
{
    private static readonly string _folder = Path.Combine(AppContext.BaseDirectory, "Building", "Library");

    [Fact]
    public void The_sample_prints_as_it_is_written_down()
    {
        var printed = SchemaPrinter.Print(LibrarySchema.Schema);
        // For taking over after a wanted change.
        File.WriteAllText(Path.Combine(_folder, "library.printed.graphql"), printed);
        printed.ShouldBe(File.ReadAllText(Path.Combine(_folder, "library.graphql")));
    }

    [Fact]
    public void What_is_printed_reads_back_as_the_same_schema()
    {
        var printed = SchemaPrinter.Print(LibrarySchema.Schema);
        SchemaPrinter.Print(SchemaReader.Read(printed)).ShouldBe(printed);
    }
}
