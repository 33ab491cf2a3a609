using Portal.GraphQL.Language;

namespace Portal.GraphQL.Validation.TypeSystem.Types;

// Sections 3.6.1, 3.10 and 3.13: a default, and an argument of a directive, is a value of its type.
internal sealed class ConstantValues(SchemaContext context) : SchemaRule(context)
{
    public override void Check()
    {
        // Values are checked against the types themselves, which exist once everything before is right.
        if (Context.Errors.Count > 0) return;
        var schema = Building.SchemaReader.Build(Context.Document);
        var values = new ValidationContext(schema, Context.Document, ValidationOptions.WithoutLimits with { MaxErrors = int.MaxValue });
        var rule = new Rules.ValuesOfCorrectType(values);
        foreach (var input in InputDefinitions.Of(Context.Document))
            if (input.DefaultValue is { } value) rule.Value(value, schema.Resolve(input.Type));
        foreach (var directive in DirectivePlace.Of(Context.Document).SelectMany(p => p.Directives))
            foreach (var argument in directive.Arguments)
                rule.Value(argument.Value, schema.FindDirective(directive.Name.Value)!.Arguments.Find(argument.Name.Value)!.Type);
        foreach (var error in values.Errors)
            Context.Report(error with { Code = ValidationCodes.InvalidSchema });
    }
}
