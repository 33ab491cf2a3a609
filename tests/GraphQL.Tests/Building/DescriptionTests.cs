using Portal.GraphQL.Building;
using Portal.GraphQL.Tests.Building.Library;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Tests.Building;

public sealed class DescriptionTests
{
    private static readonly ObjectType _type = (ObjectType)LibrarySchema.Of(typeof(Documented)).FindType("Query")!;

    [Fact]
    public void A_summary_becomes_Markdown() => _type.Fields.Find("rich")!.Description.ShouldBe(
        "The `price` of a `Book`, `null` for `NON_FICTION`, at most `limit`.\n\nA second paragraph with `code`.");

    [Fact]
    public void An_attribute_wins_over_the_summary() => _type.Fields.Find("given")!.Description.ShouldBe("From the attribute.");

    [Fact]
    public void A_parameter_has_its_text() => _type.Fields.Find("rich")!.Arguments[0].Description.ShouldBe("The most it may be.");

    [Fact]
    public void A_type_without_text_has_none() => _type.Fields.Find("bare")!.Description.ShouldBeNull();

    [Fact]
    public void A_property_inherits_the_text_of_its_interface() => Sample("Book").Fields.Find("title")!.Description.ShouldBe("What is printed on the cover.");

    [Fact]
    public void A_property_of_a_record_has_the_text_of_its_parameter() => Sample("Book").Fields.Find("price")!.Description.ShouldBe("What a lost copy costs, in US dollars.");

    [Fact]
    public void A_global_ID_says_whose_it_is() =>
        Sample("Book").Fields.Find("id")!.Description.ShouldBe("Opaque global ID of the `Book`, to be handed back as it is.");

    [Fact]
    public void A_global_ID_asked_for_says_of_what_type_it_is()
    {
        var input = (InputObjectType)LibrarySchema.Schema.FindType("EditBookInput")!;
        input.Fields.Find("id")!.Description.ShouldBe("Global ID of a `Book`.");
    }

    [Fact]
    public void Roots_of_several_classes_have_a_standard_text() => LibrarySchema.Schema.Query.Description.ShouldBe("What can be read.");

    [Fact]
    public void Enum_values_have_their_text() => ((EnumType)LibrarySchema.Schema.FindType("Genre")!).Values[0].Description.ShouldBe("Invented.");

    private static ObjectType Sample(string name) => (ObjectType)LibrarySchema.Schema.FindType(name)!;

    [QueryType]
    public static class Documented
    {
        /// <summary>
        /// The <see cref="Book.Price"/> of a <see cref="Book"/>, <see langword="null"/> for
        /// <see cref="Genre.NonFiction"/>, at most <paramref name="limit"/>.
        /// <para>A second paragraph   with <c>code</c>.</para>
        /// </summary>
        /// <param name="limit">The most it may be.</param>
        public static decimal? Rich(decimal limit) => limit;

        /// <summary>From the summary.</summary>
        [GraphQLDescription("From the attribute.")]
        public static int Given() => 1;

        public static int Bare() => 1;
    }
}
