using Portal.GraphQL.Language;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Validation.Rules;

// Section 5.2.3.1
/// <summary>An operation without a name is the only one.</summary>
internal sealed class LoneAnonymousOperation(ValidationContext context) : ValidationRule(context)
{
    private int _operations;

    public override void EnterDocument(DocumentNode document) => _operations = document.Definitions.OfType<OperationDefinitionNode>().Count();

    public override void Operation(OperationDefinitionNode operation, ObjectType? root)
    {
        if (operation.Name is null && _operations > 1)
            Context.Report("This anonymous operation must be the only defined operation.", operation);
    }
}
