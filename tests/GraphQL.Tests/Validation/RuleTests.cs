using Portal.GraphQL.Language;
using Portal.GraphQL.Validation;

namespace Portal.GraphQL.Tests.Validation;

/// <summary>
/// Tests of one rule alone. Messages and locations are those that graphql-js 16 gave for the same document, written
/// <c>message @ line:column line:column</c>.
/// </summary>
public abstract class RuleTests(Func<ValidationContext, ValidationRule> rule)
{
    protected void Accepts(string document) => Errors(document).ShouldBeEmpty();

    protected void Refuses(string document, params string[] errors) => Errors(document).ShouldBe(errors, ignoreOrder: true);

    private List<string> Errors(string document)
    {
        var context = new ValidationContext(PetSchema.Schema, Parser.Parse(document), ValidationOptions.WithoutLimits);
        new DocumentWalk(context, [rule(context)]).Run();
        context.Errors.ShouldAllBe(e => e.Code == ValidationCodes.ValidationError);
        return [.. context.Errors.Select(e => $"{e.Message} @ {string.Join(' ', e.Locations!.Select(l => $"{l.Line}:{l.Column}"))}")];
    }
}
