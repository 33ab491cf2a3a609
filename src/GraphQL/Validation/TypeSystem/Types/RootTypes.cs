using Portal.GraphQL.Introspection;
using Portal.GraphQL.Language;

namespace Portal.GraphQL.Validation.TypeSystem.Types;

// Section 3.3.1: there is a query root, and every root is an object type.
internal sealed class RootTypes(SchemaContext context) : SchemaRule(context)
{
    public override void Check()
    {
        var definition = Context.Schemas.FirstOrDefault(s => !s.IsExtension);
        foreach (var kind in Enum.GetValues<OperationKind>())
        {
            var declared = Context.Schemas.SelectMany(s => s.OperationTypes).FirstOrDefault(o => o.Operation == kind)?.Type;
            var usual = definition is null ? Context.Find(kind.ToString()) : null;
            var name = usual?.Name ?? declared?.Name.Value;
            if (name is null && kind == OperationKind.Query)
                Context.Report("Query root type must be provided.", definition);
            else if (name is not null && Context.KindOf(name) is not TypeKind.Object)
                Context.Report(
                    $"{kind} root type must be Object type{(kind == OperationKind.Query ? "" : " if provided")}, it cannot be {name}.",
                    (SyntaxNode?)declared ?? usual?.Definition);
        }
    }
}
