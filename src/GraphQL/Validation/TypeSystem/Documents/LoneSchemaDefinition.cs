using Portal.GraphQL.Language;

namespace Portal.GraphQL.Validation.TypeSystem.Documents;

// Section 3.3
/// <summary>There is one schema definition, and one root type of each kind.</summary>
internal sealed class LoneSchemaDefinition(SchemaContext context) : SchemaRule(context)
{
    public override void Check()
    {
        foreach (var another in Context.Schemas.Where(s => !s.IsExtension).Skip(1))
            Context.Report("Must provide only one schema definition.", another);
        var roots = new Dictionary<OperationKind, OperationTypeDefinitionNode>();
        foreach (var root in Context.Schemas.SelectMany(s => s.OperationTypes))
            if (!roots.TryAdd(root.Operation, root))
                Context.Report($"There can be only one {root.Operation.ToString().ToLowerInvariant()} type in schema.", roots[root.Operation], root);
    }
}
