using Portal.GraphQL.Language;

namespace Portal.GraphQL.Validation.TypeSystem.Types;

// Sections 3.6 and 3.7: a field is of an output type.
internal sealed class FieldTypes(SchemaContext context) : SchemaRule(context)
{
    public override void Check()
    {
        foreach (var type in Context.Types)
            foreach (var field in type.Fields)
                if (!Context.IsOutput(field.Type))
                    Context.Report($"The type of {type.Name}.{field.Name.Value} must be Output Type but got: {Printer.Print(field.Type)}.", field.Type);
    }
}
