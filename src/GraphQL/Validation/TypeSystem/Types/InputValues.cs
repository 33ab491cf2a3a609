using Portal.GraphQL.Language;

namespace Portal.GraphQL.Validation.TypeSystem.Types;

// Sections 3.6.1, 3.10 and 3.13
/// <summary>An argument or input field is of an input type; a required one is not deprecated; one of a oneOf object is optional.</summary>
internal sealed class InputValues(SchemaContext context) : SchemaRule(context)
{
    public override void Check()
    {
        foreach (var directive in Context.DirectiveDefinitions)
            foreach (var argument in directive.Arguments)
                // The reference points at the whole argument here, and at the type elsewhere.
                Check(argument, argument, $"@{directive.Name.Value}({argument.Name.Value}:)", "argument");
        foreach (var type in Context.Types)
        {
            foreach (var field in type.Fields)
                foreach (var argument in field.Arguments)
                    Check(argument, argument.Type, $"{type.Name}.{field.Name.Value}({argument.Name.Value}:)", "argument");
            foreach (var input in type.Inputs)
            {
                Check(input, input.Type, $"{type.Name}.{input.Name.Value}", "input field");
                if (type.IsOneOf) CheckOneOf(type, input);
            }
        }
    }

    private void Check(InputValueDefinitionNode input, SyntaxNode place, string coordinate, string what)
    {
        if (!Context.IsInput(input.Type))
            Context.Report($"The type of {coordinate} must be Input Type but got: {Printer.Print(input.Type)}.", place);
        if (input.IsRequired() && input.Directives.Deprecation() is { } deprecation)
            Context.Report($"Required {what} {coordinate} cannot be deprecated.", deprecation, input.Type);
    }

    private void CheckOneOf(TypeSource type, InputValueDefinitionNode input)
    {
        if (input.Type is NonNullTypeNode)
            Context.Report($"OneOf input field {type.Name}.{input.Name.Value} must be nullable.", input.Type);
        if (input.DefaultValue is not null)
            Context.Report($"OneOf input field {type.Name}.{input.Name.Value} cannot have a default value.", input);
    }
}
