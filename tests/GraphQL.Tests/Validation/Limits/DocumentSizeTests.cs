using Portal.GraphQL.Validation;

namespace Portal.GraphQL.Tests.Validation.Limits;

public sealed class DocumentSizeTests : LimitTests
{
    [Fact]
    public void Aliases_are_counted_in_the_whole_document()
    {
        Passes("{ a: name claim { b: id ...F } } fragment F on Claim { number }", new ComplexityLimits(MaxAliases: 2));
        Exceeds("{ a: name claim { b: id ...F } } fragment F on Claim { c: number }", new ComplexityLimits(MaxAliases: 2),
            "The document has 3 aliases; at most 2 are allowed.");
    }

    [Fact]
    public void Fragments_are_counted()
    {
        Passes("{ ...F } fragment F on Query { name }", new ComplexityLimits(MaxFragments: 1));
        Exceeds("{ ...F ...G } fragment F on Query { name } fragment G on Query { name }", new ComplexityLimits(MaxFragments: 1),
            "The document has 2 fragments; at most 1 are allowed.");
    }

    [Fact]
    public void Directives_are_counted_at_each_place()
    {
        Passes("{ name @mark @mark claim @mark @mark { id } }", new ComplexityLimits(MaxDirectives: 2));
        Exceeds("{ name @mark @mark @mark }", new ComplexityLimits(MaxDirectives: 2), "There are 3 directives at one place; at most 2 are allowed.");
    }
}
