using Portal.GraphQL.Language;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Validation.Rules;

// Section 5.4.2
/// <summary>An argument is given once.</summary>
internal sealed class ArgumentUniqueness(ValidationContext context) : ValidationRule(context)
{
    public override void EnterField(FieldNode field, CompositeType? parent, OutputField? definition) => Check(field.Arguments);

    public override void Directive(DirectiveNode directive, DirectiveType? definition, DirectiveLocation location) => Check(directive.Arguments);

    private void Check(IReadOnlyList<ArgumentNode> arguments)
    {
        if (arguments.Count < 2)
            return;
        foreach (var group in arguments.Select(a => a.Name).GroupBy(n => n.Value).Where(g => g.Skip(1).Any()))
            Context.Report($"There can be only one argument named \"{group.Key}\".", group);
    }
}
