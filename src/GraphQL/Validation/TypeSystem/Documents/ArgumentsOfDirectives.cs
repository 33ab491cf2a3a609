using Portal.GraphQL.Language;

namespace Portal.GraphQL.Validation.TypeSystem.Documents;

// Section 3.13
/// <summary>Directives on definitions have known arguments, each once, and all required ones.</summary>
internal sealed class ArgumentsOfDirectives(SchemaContext context) : SchemaRule(context)
{
    public override void Check()
    {
        foreach (var directive in DirectivePlace.Of(Context.Document).SelectMany(p => p.Directives))
        {
            foreach (var same in directive.Arguments.GroupBy(a => a.Name.Value).Where(g => g.Count() > 1))
                Context.Report($"There can be only one argument named \"{same.Key}\".", same.Select(a => a.Name));
            if (Context.Directives.TryGetValue(directive.Name.Value, out var source)) Check(directive, source);
        }
    }

    private void Check(DirectiveNode directive, DirectiveSource source)
    {
        foreach (var argument in directive.Arguments)
            if (!source.Arguments.Any(a => a.Name == argument.Name.Value))
                Context.Report(
                    $"Unknown argument \"{argument.Name.Value}\" on directive \"@{source.Name}\".{Suggestions.DidYouMean(argument.Name.Value, source.Arguments.Select(a => a.Name))}",
                    argument);
        foreach (var required in source.Arguments.Where(a => a.IsRequired).DistinctBy(a => a.Name))
            if (!directive.Arguments.Any(a => a.Name.Value == required.Name))
                Context.Report($"Directive \"@{source.Name}\" argument \"{required.Name}\" of type \"{required.Type}\" is required, but it was not provided.", directive);
    }
}
