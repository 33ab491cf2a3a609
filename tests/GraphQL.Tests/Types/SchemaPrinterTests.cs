using Portal.GraphQL.Building;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Tests.Types;

/// <summary>Each text is what graphql-js prints for the same schema.</summary>
public sealed class SchemaPrinterTests
{
    [Theory]
    [InlineData(""""
        type Query {
          a(x: Int = 1, y: [String!] = ["a", "b"]): Int!
          b(
            """An argument."""
            x: In = {a: 1, b: [true]}

            """Another."""
            y: Boolean @deprecated
          ): E @deprecated(reason: "say \"no\"")
        }

        """")]
    [InlineData(""""
        """
        Two
        lines
        """
        type Query {
          """
          A description that is longer than the seventy characters which graphql-js has on one line
          """
          a: Int
        }

        """")]
    [InlineData(""""
        """All of it."""
        schema {
          query: Root
          mutation: Changes
        }

        """Twice."""
        directive @twice(a: Int = 1) repeatable on FIELD | OBJECT

        type Changes {
          a: Int
        }

        type Root {
          a: Int
        }

        """")]
    [InlineData(""""
        interface A implements B {
          id: ID!
        }

        interface B {
          id: ID!
        }

        input OneOf @oneOf {
          a: Int
          b: String
        }

        type Query implements A & B {
          id: ID!
          one(by: OneOf): U
        }

        scalar S @specifiedBy(url: "https://example.org/s")

        union U = Query

        """")]
    public void A_schema_prints_as_it_was_read(string sdl)
    {
        if (sdl.Contains(": In ")) sdl = "enum E {\n  ONE\n\n  \"\"\"The second.\"\"\"\n  TWO @deprecated(reason: \"late\")\n}\n\ninput In {\n  a: Int!\n  b: [Boolean!]\n}\n\n" + sdl;
        SchemaPrinter.Print(SchemaReader.Read(sdl)).ShouldBe(sdl);
    }
}
