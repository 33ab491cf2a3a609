using Portal.GraphQL.Language;
using Portal.GraphQL.Validation;

namespace Portal.GraphQL.Tests.Validation;

public sealed class DocumentValidatorTests
{
    [Fact]
    public void A_valid_document_has_no_errors() => Messages("query Q($id: ID) { human(id: $id) { name pets { ...P } } } fragment P on Pet { name }").ShouldBeEmpty();

    [Fact]
    public void Errors_of_several_rules_come_together() => Messages("query Q($id: ID) { human { nam } dog }").ShouldBe(
    [
        "Cannot query field \"nam\" on type \"Human\". Did you mean \"name\"?",
        "Field \"dog\" of type \"Dog\" must have a selection of subfields. Did you mean \"dog { ... }\"?",
        "Variable \"$id\" is never used in operation \"Q\".",
    ], ignoreOrder: true);

    [Fact]
    public void Suggestions_can_be_hidden() => Messages(
        "{ dgo human(idd: 1) { ... on Dgo { x } } pet { barks } cat { furColor @onFeld } dog { doesKnowCommand(dogCommand: SITT) } complicatedArgs { complexArgField(complexArg: {requiredField: true, intFeld: 1}) } }",
        ValidationOptions.Default with { HideSuggestions = true }).ShouldAllBe(m => !m.Contains("Did you mean"));

    [Fact]
    public void The_check_stops_after_the_most_errors_wanted()
    {
        var document = "{ dog { " + string.Concat(Enumerable.Range(0, 300).Select(i => $"x{i} ")) + "} }";
        var messages = Messages(document, ValidationOptions.Default with { MaxErrors = 7 });
        messages.Count.ShouldBe(8);
        messages[^1].ShouldBe("Too many validation errors, error limit reached. Validation aborted.");
    }

    [Fact]
    public void Exactly_the_most_errors_wanted_is_not_too_many() =>
        Messages("{ a b c }", ValidationOptions.Default with { MaxErrors = 3 }).Count.ShouldBe(3);

    [Fact]
    public void A_hostile_set_of_overlapping_fields_is_given_up_instead_of_compared_to_the_end()
    {
        var document = "{ " + string.Concat(Enumerable.Range(0, 2_000).Select(i => $"dog {{ x: name(surname: {(i % 2 == 0 ? "true" : "$a")}) }} ")) + "}";
        var errors = DocumentValidator.Validate(
            PetSchema.Schema, Parser.Parse(document, ParserLimits.Trusted), ValidationOptions.WithoutLimits with { MaxErrors = int.MaxValue });
        errors.ShouldContain(e => e.Code == ValidationCodes.TooComplex && e.Message == "Validation aborted.");
    }

    [Fact]
    public void Fragments_that_double_each_other_are_checked_quickly()
    {
        var document = "{ dog { ...F0 } } " + string.Concat(Enumerable.Range(0, 60).Select(i => $"fragment F{i} on Dog {{ mother {{ ...F{i + 1} }} father {{ ...F{i + 1} }} }} ")) + "fragment F60 on Dog { name }";
        DocumentValidator.Validate(PetSchema.Schema, Parser.Parse(document), ValidationOptions.WithoutLimits).ShouldBeEmpty();
        DocumentValidator.Validate(PetSchema.Schema, Parser.Parse(document), ValidationOptions.Default).ShouldContain(e => e.Code == "QUERY_TOO_COMPLEX");
    }

    [Fact]
    public void A_chain_of_thousands_of_fragments_does_not_end_the_process()
    {
        var document = "{ dog { ...F0 ...F1 } } " + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"fragment F{i} on Dog {{ mother {{ ...F{i + 1} }} mother {{ ...F{i + 1} }} }} ")) + "fragment F20000 on Dog { name }";
        DocumentValidator.Validate(PetSchema.Schema, Parser.Parse(document, ParserLimits.Trusted), ValidationOptions.WithoutLimits)
            .ShouldAllBe(e => e.Code == ValidationCodes.TooComplex);
        DocumentValidator.Validate(PetSchema.Schema, Parser.Parse(document, ParserLimits.Trusted), ValidationOptions.Default)
            .ShouldHaveSingleItem().Code.ShouldBe(ValidationCodes.TooComplex);
    }

    private static List<string> Messages(string document, ValidationOptions? options = null) =>
        [.. DocumentValidator.Validate(PetSchema.Schema, Parser.Parse(document), options ?? ValidationOptions.Default).Select(e => e.Message)];
}
