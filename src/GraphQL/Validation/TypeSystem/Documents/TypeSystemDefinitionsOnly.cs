using Portal.GraphQL.Language;

namespace Portal.GraphQL.Validation.TypeSystem.Documents;

// Section 3: a TypeSystemDocument has no executable definition.
internal sealed class TypeSystemDefinitionsOnly(SchemaContext context) : SchemaRule(context)
{
    public override void Check()
    {
        foreach (var definition in Context.Document.Definitions)
            if (definition is not TypeSystemDefinitionNode)
                Context.Report("An operation or fragment is no part of a schema.", definition);
    }
}
