using Portal.GraphQL.Language;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Validation.Rules;

// Section 5.2.1.1
/// <summary>The schema has a root type for the kind of operation.</summary>
internal sealed class OperationTypeExistence(ValidationContext context) : ValidationRule(context)
{
    public override void Operation(OperationDefinitionNode operation, ObjectType? root)
    {
        if (root is null)
            Context.Report($"Schema is not configured to execute {Describe(operation.Operation)} operation.", operation);
    }

    private static string Describe(OperationKind kind) => kind switch
    {
        OperationKind.Query => "query",
        OperationKind.Mutation => "mutation",
        OperationKind.Subscription => "subscription",
    };
}
