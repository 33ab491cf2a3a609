using Portal.GraphQL.Language;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Validation.Rules;

// Section 5.4.1
/// <summary>Every argument is one that its field or directive has.</summary>
internal sealed class ArgumentNames(ValidationContext context) : ValidationRule(context)
{
    public override void EnterField(FieldNode field, CompositeType? parent, OutputField? definition)
    {
        if (definition is not null)
            Check(field.Arguments, definition.Arguments, $"field \"{parent}.{definition.Name}\"");
    }

    public override void Directive(DirectiveNode directive, DirectiveType? definition, DirectiveLocation location)
    {
        if (definition is not null)
            Check(directive.Arguments, definition.Arguments, $"directive \"@{definition.Name}\"");
    }

    private void Check(IReadOnlyList<ArgumentNode> arguments, FieldMap<InputField> known, string owner)
    {
        foreach (var argument in arguments)
            if (known.Find(argument.Name.Value) is null)
                Context.Report(
                    $"Unknown argument \"{argument.Name.Value}\" on {owner}.{Context.DidYouMean(argument.Name.Value, known.Select(a => a.Name))}", argument);
    }
}
